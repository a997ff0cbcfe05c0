import BansoDomain
import TerminalUI

/// What the keys for a table's columns do: they are about the column that is in focus.
extension PipelineScreen {
    func tableLayout(_ context: Context) -> TableLayout { layout(of: arrangement.table, context) }

    private func layout(of arrangement: TableArrangement, _ context: Context) -> TableLayout {
        TableLayout(arrangement, pipeline, focus: focus, width: context.body.width, context)
    }

    private func focused(_ context: Context) -> TableLayout.Column { tableLayout(context).focus(focus) }

    var sort: Binding { Binding([.character("s")], .sort, "並べ替え", "sort", isInFooter: true) }

    func tableBindings(_ context: Context) -> [Binding] {
        let column = focused(context).column
        let canGroup = column.canGroup || arrangement.table.order.group != nil
        return [
            Binding([.character("a")], .columns, "列", "columns", isInFooter: true),
            column.canGroup || !canGroup
                ? Binding(
                    [.character("o")], .group, "まとめる", "group", isInFooter: true,
                    refusal: canGroup ? nil : PipelineScreen.cannotGroup)
                : Binding([.character("o")], .group, "まとめない", "ungroup", isInFooter: true),
            Binding([.character("+")], .widenColumn, "列を広く", "wider column", refusal: widthRefusal(by: 2, context)),
            Binding(
                [.character("-")], .narrowColumn, "列を狭く", "narrower column", refusal: widthRefusal(by: -2, context)),
            Binding(
                [.character("x")], .hideColumn, "列を隠す", "hide column",
                refusal: column == .name ? PipelineScreen.cannotHide : nil),
        ]
    }

    mutating func arrange(_ action: Action, _ context: Context) {
        let column = focused(context).column
        switch action {
        case .left: focus = tableLayout(context).column(-1, from: focus)
        case .right: focus = tableLayout(context).column(1, from: focus)
        case .sort: arrangement.table.order.sort(by: column)
        case .group: arrangement.table.order.group = column.canGroup ? column : nil
        case .widenColumn: arrangement.table = resized(by: 2, context)
        case .narrowColumn: arrangement.table = resized(by: -2, context)
        case .hideColumn:
            focus = tableLayout(context).column(1, from: column)
            arrangement.table.hide(column)
        case .arrange(let table): arrangement.table = table
        default: break
        }
    }

    private func resized(by cells: Int, _ context: Context) -> TableArrangement {
        let column = focused(context)
        var table = arrangement.table
        table.setWidth(column.width + cells, of: column.column)
        return table
    }

    /// A column takes the room of the names, but pushes no other one off the screen: only the names do, for what they say.
    private func widthRefusal(by cells: Int, _ context: Context) -> LocalizedText? {
        let column = focused(context)
        let now = tableLayout(context)
        let then = layout(of: resized(by: cells, context), context)
        guard column.column == .name || now.columns.map(\.column) == then.columns.map(\.column),
            then.focus(column.column).width != column.width
        else {
            return cells > 0
                ? LocalizedText(ja: "これ以上は広げられません", en: "it can't get any wider here")
                : LocalizedText(ja: "これ以上は狭められません", en: "it can't get any narrower")
        }
        return nil
    }

    /// By what the table is ordered, where that column is not in sight.
    func hiddenOrder(_ context: Context) -> String? {
        let order = arrangement.table.order
        guard view == .table, !tableLayout(context).contains(order.column), order.column != order.group else {
            return nil
        }
        let mark = order.isDescending ? context.glyphs.descending : context.glyphs.ascending
        return order.column.heading(pipeline, context.language) + mark
    }

    private static let cannotGroup = LocalizedText(
        ja: "この列ではまとめられません（段階・県・相談などの列で）", en: "not by this column (by stage, prefecture, consultations …)")
    private static let cannotHide = LocalizedText(ja: "この列はいつも出ています", en: "this column is always there")
}
