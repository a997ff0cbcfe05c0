import BansoDomain
import TerminalUI

/// The export ledger: who exported what, when and for what purpose, newest first.
struct ExportsScreen: Screen {
    private(set) var list = ForwardList<ListedExport, Int64>(page: 60) { $0.number }

    func bindings(_ context: Context) -> [Binding] {
        [Binding([.escape, .character("q"), .control("c")], .close, "戻る", "back", isInFooter: true)]
            + Binding.common + Binding.vertical + Binding.pages(context.catalogue) + Binding.terminal
    }

    func exported(_ context: Context) -> ExportOffer? {
        ExportOffer(.ledger, title: context.language("書き出し台帳", "Export ledger"))
    }

    func copied(_ context: Context) -> String? { list.current?.entry.sha256 }

    mutating func update(_ event: Event, _ context: Context) -> [Effect] {
        switch event {
        case .action(let action):
            let page = max(1, ExportsLayout(in: context.body).list.height - 1)
            switch action {
            case .close: return [.close]
            case .up: list.move(.by(-1))
            case .down: list.move(.by(1))
            case .pageUp: list.move(.by(-page))
            case .pageDown: list.move(.by(page))
            case .first: list.move(.first)
            case .last: list.move(.last)
            default: return PageActions.effects(for: action, at: nil, context) ?? []
            }
            return []
        case .written(let write, let outcome): return PageActions.effects(for: outcome, write, context)
        case .key, .returned: return []
        }
    }

    mutating func load(from desk: any DeskReader, _ context: Context) throws {
        let height = ExportsLayout(in: context.body).list.height
        try list.load(height: height, version: context.dataVersion) { try desk.exports(before: $0, limit: $1) }
    }
}
