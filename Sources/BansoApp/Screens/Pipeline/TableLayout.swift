import BansoDomain
import TerminalUI

/// Which columns of a table fit, and how wide they are. A column that doesn't fit is left out whole: those that matter least
/// first, and neither the one that the keys are about nor the one that the rows are ordered by while there is another one.
struct TableLayout {
    struct Column: Hashable {
        var column: CardColumn
        var width: Int
    }

    /// The name first.
    let columns: [Column]
    /// All that are asked for, also those that don't fit.
    private let all: [CardColumn]

    static let gap = 2
    /// What a name needs before other columns have room.
    private static let leastName = 14
    /// To so much a wide column is narrowed for the names' sake while the keys are about it.
    private static let leastFocus = 4
    /// What a name gets before the next action gets more than usual, and what each has at most: however wide the screen
    /// is, what belongs together stays near.
    private static let usualName = 44
    private static let mostName = 60
    private static let mostAction = 40

    /// Those that matter most first.
    private static let rank: [CardColumn] = [
        .stage, .consultations, .side, .prefecture, .age, .due, .nextAction, .coordinator, .eligibility, .tags,
    ]

    /// - Parameter focus: the column that the keys are about.
    init(
        _ arrangement: TableArrangement, _ pipeline: Pipeline, focus: CardColumn = .name, width: Int, _ context: Context
    ) {
        let (language, order) = (context.language, arrangement.order)
        let possible = TableArrangement.possible(pipeline, context.catalogue)
        var shown = arrangement.columns.filter { possible.contains($0) && $0 != order.group }.map {
            Column(column: $0, width: arrangement.widths[$0] ?? $0.usualWidth(language))
        }
        all = [.name] + shown.map(\.column)
        func rest() -> Int { width - 2 - shown.reduce(0) { $0 + $1.width + Self.gap } }
        let least = arrangement.widths[.name] ?? Self.leastName
        func rank(_ column: CardColumn) -> Int {
            column == focus ? -2 : column == order.column ? -1 : Self.rank.firstIndex(of: column) ?? Self.rank.count
        }
        while rest() < least, let last = shown.max(by: { rank($0.column) < rank($1.column) }) {
            if shown.count == 1, last.column == focus, last.width + rest() - least >= Self.leastFocus {
                shown[0].width += rest() - least
            } else {
                shown.removeAll { $0.column == last.column }
            }
        }
        if arrangement.widths[.name] == nil, arrangement.widths[.nextAction] == nil,
            let action = shown.firstIndex(where: { $0.column == .nextAction })
        {
            shown[action].width += min(max(0, rest() - Self.usualName), Self.mostAction - shown[action].width)
        }
        let name = min(arrangement.widths[.name] ?? Self.mostName, rest())
        columns = [Column(column: .name, width: max(1, name))] + shown
    }

    /// Of all columns and the gaps between them.
    var width: Int { columns.reduce(-Self.gap) { $0 + $1.width + Self.gap } }

    /// How many columns don't fit.
    var hidden: Int { all.count - columns.count }

    func contains(_ column: CardColumn) -> Bool { columns.contains { $0.column == column } }

    /// The column that the cursor is on; the name's where another one isn't shown.
    func focus(_ column: CardColumn) -> Column { columns.first { $0.column == column } ?? columns[0] }

    /// The column so many steps to the right of another one, also one that doesn't fit: in focus it does. The ends are joined.
    func column(_ steps: Int, from column: CardColumn) -> CardColumn {
        let here = all.firstIndex(of: column) ?? 0
        return all[(here + steps + all.count) % all.count]
    }
}

extension CardColumn {
    /// Above its column, short.
    func heading(_ pipeline: Pipeline, _ language: Language) -> String {
        switch (self, language) {
        case (.name, .ja): (pipeline.subject == .institutions ? Organisation.Kind.institution : .company).label.ja
        case (.prefecture, .en): "Pref."
        case (.consultations, .en): "Cons."
        case (.coordinator, .en): "Coord."
        default: label(language)
        }
    }

    /// In cells, with room for the mark of the order.
    func usualWidth(_ language: Language) -> Int {
        switch self {
        case .name: 24
        case .prefecture: language == .ja ? 6 : 9
        case .stage: language == .ja ? 12 : 14
        case .side: 8
        case .consultations, .age: 6
        case .nextAction: 26
        case .due: 8
        case .coordinator: 12
        case .eligibility: 12
        case .tags: 16
        }
    }

    var isRightAligned: Bool { self == .age }
}
