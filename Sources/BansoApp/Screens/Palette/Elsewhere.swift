import BansoDomain
import TerminalUI

/// What other screens can do, for the palette: choosing one goes to the page where it works, or says what it needs.
enum Elsewhere {
    static func commands(_ context: Context) -> [PaletteLayer.Command] {
        let consultations = context.catalogue.consultation.pipeline
        var known = PaletteLayer.plain.union([.open, .close, .quit])
        known.formUnion((Binding.common + Binding.terminal).map(\.action))
        var commands: [PaletteLayer.Command] = []
        func add(_ bindings: [Binding], _ make: (Binding) -> PaletteLayer.Command) {
            commands += bindings.filter { known.insert($0.action).inserted }.map(make)
        }
        if let pipeline = context.catalogue.pipeline(consultations) {
            add(PipelineScreen(pipeline: pipeline, today: context.today).bindings(context)) {
                onPage($0, .pipeline(consultations), context)
            }
        }
        add(Today().bindings(context)) { onPage($0, .today, context) }
        add(Overview().bindings(context)) { onPage($0, .overview, context) }
        add(MatchingScreen().bindings(context)) { onPage($0, .matching, context) }
        add(OrganisationScreen(organisation: OrganisationID(0)).bindings(context)) {
            of($0, LocalizedText(ja: "企業・機関の画面で使えます（/ で探せます）", en: "on an organisation's page (/ finds one)"))
        }
        add(RecordScreen(key: RecordKey(.event, 0)).bindings(context)) {
            of(
                $0,
                LocalizedText(
                    ja: "記録の画面で使えます（一覧の行を Enter で開く）", en: "on a record's page (Enter opens a line of a list)"))
        }
        add(RosterScreen(event: 0).bindings(context)) {
            of($0, LocalizedText(ja: "イベントの名簿で使えます", en: "on an event's roster"))
        }
        return commands
    }

    private static func onPage(
        _ binding: Binding, _ page: Destination, _ context: Context
    ) -> PaletteLayer.Command {
        let tab = Chrome.tabs(context.catalogue).first { $0.destination == page }
        let (key, name) = (tab.map { String($0.key) } ?? "", tab?.label ?? LocalizedText(ja: "", en: ""))
        let label = LocalizedText(
            ja: "\(binding.label.ja)（\(name.ja)の画面：\(key)）", en: "\(binding.label.en) (on page \(name.en): \(key))")
        let hint = LocalizedText(
            ja: "ここで \(binding.keyLabel) を押すと「\(binding.label.ja)」です",
            en: "here \(binding.keyLabel) is '\(binding.label.en)'")
        return PaletteLayer.Command(
            label: label, key: "", run: .show(page, hint), names: PaletteLayer.names(binding.label))
    }

    private static func of(_ binding: Binding, _ place: LocalizedText) -> PaletteLayer.Command {
        PaletteLayer.Command(
            label: binding.label, key: "", run: .action(binding.action), refusal: place,
            names: PaletteLayer.names(binding.label))
    }
}
