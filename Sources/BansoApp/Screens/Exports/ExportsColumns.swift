import BansoDomain
import TerminalUI

/// Which columns of the ledger there is room for, and how wide they are; the last one takes what is left.
struct ExportsColumns {
    enum Column: Hashable { case moment, actor, subject, rows, purpose }

    let columns: [(column: Column, width: Int)]
    private let isNarrow: Bool
    private let context: Context

    private static let gap = 2

    init(width: Int, _ context: Context) {
        self.context = context
        isNarrow = width < 60
        let first: [(Column, Int)] =
            isNarrow
            ? [(.moment, 12), (.actor, 8)]
            : width < 100
                ? [(.moment, 12), (.actor, 10), (.subject, 20), (.rows, 8)]
                : [(.moment, 12), (.actor, 14), (.subject, 26), (.rows, 10)]
        let used = first.reduce(0) { $0 + $1.1 + Self.gap }
        columns = first + [(isNarrow ? .subject : .purpose, max(0, width - used))]
    }

    var heading: String {
        line { column in
            let language = context.language
            return switch column {
            case .moment: language("日時", "when")
            case .actor: language("担当", "by")
            case .subject: language("内容", "what")
            case .rows: language("件数", "rows")
            case .purpose: language("目的", "purpose")
            }
        }
    }

    /// One that came to nothing has a mark.
    func line(of export: ListedExport) -> String {
        let mark = export.isWithdrawn ? context.glyphs.short + " " : ""
        return line { column in
            let moment = LocalTime(seconds: export.at, offset: context.utcOffset)
            return switch column {
            case .moment: moment.day.short(context.language) + " " + moment.time.text
            case .actor: export.actor
            case .subject: (isNarrow ? mark : "") + export.entry.subject
            case .rows: Figures.grouped(export.entry.rows)
            case .purpose: mark + export.entry.purpose
            }
        }
    }

    private func line(_ text: (Column) -> String) -> String {
        columns.map { column, width in
            padded(
                text(column), to: width, isRightAligned: column == .rows, ellipsis: context.glyphs.ellipsis)
        }.joined(separator: String(repeating: " ", count: Self.gap))
    }
}
