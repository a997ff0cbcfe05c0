import BansoDomain
import TerminalUI

/// A month's report of one programme, as a page to read; what a person writes in it, freezing it, writing it to a file.
struct ReportScreen: Screen {
    let month: FiscalMonth
    let programme: ProgrammeID
    private(set) var reported: ReportedMonth?
    /// What a person wrote: the record of the kind `monthlyReport`; nil where nothing was written yet.
    private var written: RecordKey?
    private(set) var top = 0
    /// Whether freezing was asked for: what it means stands on the screen until it is confirmed or left.
    private(set) var isAsked = false
    private var version: Int?

    init(month: FiscalMonth, programme: ProgrammeID) {
        self.month = month
        self.programme = programme
    }

    func bindings(_ context: Context) -> [Binding] {
        if isAsked {
            return [
                Binding([.character("Y")], .freeze, "確定する", "freeze it", isInFooter: true),
                Binding([.escape, .character("q"), .control("c")], .close, "やめる", "leave it open", isInFooter: true),
            ] + Binding.terminal
        }
        let isFrozen = LocalizedText(ja: "確定済みです（訂正は次の報告に載ります）", en: "is frozen; corrections go into the next one")
        let refusal =
            reported?.frozen != nil
            ? isFrozen : FrozenReport.refusal(of: month, on: context.today, period: context.catalogue.period)
        return [
            Binding(
                [.character("e"), .enter], .edit, "文を書く", "write", isInFooter: true,
                refusal: reported?.frozen != nil ? isFrozen : nil),
            Binding([.character("f")], .askToFreeze, "確定…", "freeze…", isInFooter: true, refusal: refusal),
            Binding(
                [.character("c")], .corrections, "訂正の理由", "reasons", isInFooter: reported?.correcting.isEmpty == false,
                refusal: reasonsRefusal),
            Binding([.character("w")], .writeFile, "ファイルに書く", "write a file", isInFooter: true),
            Binding([.escape, .character("q"), .control("c")], .close, "戻る", "back", isInFooter: true),
        ] + Binding.common + Binding.vertical + Binding.pages(context.catalogue) + Binding.terminal
    }

    private var reasonsRefusal: LocalizedText? {
        guard let reported, reported.correcting.isEmpty else { return nil }
        return reported.report.corrections.isEmpty
            ? LocalizedText(ja: "報告済みの月の訂正はありません", en: "no reported month was corrected")
            : LocalizedText(ja: "確定済みの報告の理由は変えられません", en: "what was given as reason is frozen with the report")
    }

    func copied(_ context: Context) -> String? { reported?.frozen?.sha256 }

    func exported(_ context: Context) -> ExportOffer? { ExportOffer(reportOf: month, programme, context) }

    mutating func update(_ event: Event, _ context: Context) -> [Effect] {
        switch event {
        case .action(let action): return perform(action, context)
        case .written(.freeze, .frozen(let marks)):
            isAsked = false
            let hash = String(marks.first?.sha256.prefix(12) ?? "")
            return [.say(Message(.good, context.language("確定しました（SHA-256 \(hash)…）", "frozen (SHA-256 \(hash)…)")))]
        case .written(let write, let outcome):
            isAsked = false
            return PageActions.effects(for: outcome, write, context)
        case .key, .returned: return []
        }
    }

    private mutating func perform(_ action: Action, _ context: Context) -> [Effect] {
        let height = max(1, ReportScreen.text(in: context.body).height)
        switch action {
        case .close where isAsked: isAsked = false
        case .close: return [.close]
        case .up: top -= 1
        case .down: top += 1
        case .pageUp: top -= height - 1
        case .pageDown: top += height - 1
        case .first: top = 0
        case .last: top = .max / 2
        case .edit: return [.open(.form(form))]
        case .askToFreeze: isAsked = true
        case .corrections: return [.open(.corrections(month, programme))]
        case .freeze: return [.write(.freeze(month, [programme]))]
        case .writeFile:
            guard let reported else { return [] }
            return [.writeFile(ReportSheet(month: reported, language: context.language))]
        default: return PageActions.effects(for: action, at: nil, context) ?? []
        }
        return []
    }

    private var form: FormRequest {
        if let written { return .edit(written) }
        return FormRequest(
            .monthlyReport, given: ["month": .text(month.iso), "programme": .text(programme.text)])
    }

    mutating func load(from desk: any DeskReader, _ context: Context) throws {
        if version != context.dataVersion {
            reported = try desk.monthlyReports(of: month, programmes: [programme]).first
            written = try desk.all(.monthlyReport).first {
                $0.record["month"] == .text(month.iso) && $0.record["programme"] == .text(programme.text)
            }?.key
            version = context.dataVersion
        }
        let area = ReportScreen.text(in: context.body)
        top = max(0, min(top, lines(area.width, context).count - area.height))
    }
}
