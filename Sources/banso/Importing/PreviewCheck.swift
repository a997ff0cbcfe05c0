import BansoApp
import BansoDomain
import BansoExchange

/// Compares what becomes of a file's rows with what a person saw of them, where others have written to the database since.
final class PreviewCheck {
    private let rows: PreviewedRows
    private let changed: Set<RecordKey>
    private let decided: Set<Int>
    private var window: [ImportLine] = []
    private var (start, next) = (0, 0)
    /// The line of the first row of which something else would become; nil where there is none.
    private(set) var difference: Int?

    private static let page = 1000

    /// - Parameters:
    ///   - changed: the records that others have written since.
    ///   - decided: the lines of rows about which a person decided.
    init(_ rows: PreviewedRows, changed: Set<RecordKey>, decided: Set<Int>) {
        self.rows = rows
        self.changed = changed
        self.decided = decided
    }

    /// To be told of each row, in the order of the file.
    func add(_ row: ImportedRow) {
        guard !changed.isEmpty, difference == nil else { return }
        if next == start + window.count {
            start = next
            window = rows.lines(of: nil, from: start, limit: PreviewCheck.page)
        }
        let seen = next - start < window.count ? window[next - start] : nil
        next += 1
        let isOther = seen?.outcome != row.outcome && !decided.contains(row.line)
        // Of an update the values that it writes over were seen too.
        let isOverOther = row.outcome == .updated && row.key.map(changed.contains) == true
        if isOther || isOverOther { difference = row.line }
    }
}
