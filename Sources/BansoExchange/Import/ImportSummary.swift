import BansoDomain

/// What became of a file's rows. `read` is the sum of all the other counts.
public struct ImportSummary: Hashable, Sendable {
    /// How many rejected rows are kept to be listed; the rest are only counted.
    public static let listedRejects = 1000

    /// The encoding the file was read in; never `auto`.
    public var encoding: TextEncoding
    /// Rows of data: without headings and blank lines.
    public var read = 0
    public var created = 0
    public var updated = 0
    public var unchanged = 0
    /// Corporations that are closed or whose number was taken back.
    public var skippedClosed = 0
    /// Rows that tell an earlier state of a corporation.
    public var skippedHistory = 0
    public var rejected = 0
    /// The first `listedRejects` of them, in the order of the file.
    public var rejects: [ImportReject] = []

    public init(encoding: TextEncoding) { self.encoding = encoding }

    /// One line with the counts; those that are 0 are left out, but for what was created.
    public var text: LocalizedText {
        let counts = [
            (updated, LocalizedText(ja: "更新", en: "updated")),
            (unchanged, LocalizedText(ja: "変更なし", en: "unchanged")),
            (skippedClosed, LocalizedText(ja: "閉鎖のため対象外", en: "closed, skipped")),
            (skippedHistory, LocalizedText(ja: "履歴のため対象外", en: "history, skipped")),
            (rejected, LocalizedText(ja: "取り込めない行", en: "rejected")),
        ].filter { $0.0 > 0 }
        return LocalizedText(
            ja: "読み込み\(read)行：新規\(created)" + counts.map { "、\($1.ja)\($0)" }.joined(),
            en: "\(read) rows read: \(created) new" + counts.map { ", \($0) \($1.en)" }.joined())
    }

    mutating func count(_ outcome: RowOutcome) {
        read += 1
        switch outcome {
        case .merged(.created): created += 1
        case .merged(.updated): updated += 1
        case .merged(.unchanged): unchanged += 1
        case .closed: skippedClosed += 1
        case .history: skippedHistory += 1
        }
    }

    mutating func count(_ reject: ImportReject) {
        read += 1
        rejected += 1
        if rejects.count < ImportSummary.listedRejects { rejects.append(reject) }
    }
}
