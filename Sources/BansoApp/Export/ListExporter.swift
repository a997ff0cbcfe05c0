import BansoDomain

/// Writes lists to files beside the program, one at a time.
public protocol ListExporter: AnyObject {
    /// On what terms a list goes out.
    func terms(of offer: ExportOffer) -> ExportTerms

    /// Begins to write; what comes of it is `news`. A file that is there is never replaced.
    func begin(_ request: ExportRequest)

    /// Asked at each tick; nil where nothing is new.
    func news() -> ExportNews?
}

/// On what terms a list goes out.
public struct ExportTerms: Hashable, Sendable {
    /// Where its file will lie.
    public var folder: String
    /// Whether a purpose has to be given.
    public var holdsPersonalData: Bool
    /// What such a list goes out for as a rule; empty where that isn't known.
    public var usualPurpose: String

    public init(folder: String, holdsPersonalData: Bool, usualPurpose: String = "") {
        self.folder = folder
        self.holdsPersonalData = holdsPersonalData
        self.usualPurpose = usualPurpose
    }
}

/// What becomes of an export.
public enum ExportNews: Hashable, Sendable {
    /// Rows written; how many there are and the seconds left, where that is known.
    case running(rows: Int, of: Int?, secondsLeft: Int?)
    case done(path: String, rows: Int)
    /// There is no file.
    case failed(LocalizedText)

    func message(_ language: Language) -> Message {
        switch self {
        case .running(let rows, let total?, let left):
            let share = total > 0 ? rows * 100 / total : 100
            let rest = left.map { language("、残り\($0)秒", ", \($0) s left") } ?? ""
            return Message(.hint, language("書き出しています… \(share)%\(rest)", "exporting… \(share)%\(rest)"))
        case .running(let rows, nil, _):
            let shown = Figures.grouped(rows)
            return Message(.hint, language("書き出しています… \(shown)件", "exporting… \(shown) rows"))
        case .done(let path, let rows):
            let shown = Figures.grouped(rows)
            return Message(
                .good, language("\(path) に\(shown)件を書き出しました", "\(shown) rows in \(path)"))
        case .failed(let text): return Message(.error, text(language))
        }
    }
}
