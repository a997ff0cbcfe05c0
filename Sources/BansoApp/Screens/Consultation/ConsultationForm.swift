import BansoDomain
import TerminalUI

/// Logs a consultation. Says 2/3 before a word is typed; at 3/3 it says why not.
struct ConsultationForm: Screen {
    private enum Field: Int, CaseIterable {
        case date, start, minutes, mode, coordinator, topics, notes, nextAction, due
    }

    let company: OrganisationID
    private(set) var file: OrganisationFile?
    private(set) var form: Form?
    private(set) var isSaving = false
    /// Another consultation of this company was logged while the form was open.
    private(set) var failure: DeskError?

    /// The texts of the empty form: what differs from them was typed.
    private var untouched: [String] = []
    let earlier: [String]?

    /// - Parameter draft: what was typed the last time and not saved.
    init(company: OrganisationID, draft: [String]? = nil) {
        self.company = company
        earlier = draft
    }

    var draft: (company: OrganisationID, texts: [String])? {
        guard let form, form.texts != untouched else { return nil }
        return (company, form.texts)
    }

    var takesText: Bool { true }

    func bindings(_ context: Context) -> [Binding] {
        [
            Binding([.control("s")], .save, "保存", "save", isInFooter: true, refusal: refusal(context)),
            Binding([.escape, .control("c")], .close, "やめる", "leave", isInFooter: true),
            Binding([.control("l")], .repaint, "再描画", "repaint"),
            Binding([.control("z")], .suspend, "中断", "suspend"),
        ]
    }

    mutating func update(_ event: Event, _ context: Context) -> [Effect] {
        switch event {
        case .action(.close): return leave(context)
        case .action(.save): return save(context)
        case .action(let action): return PageActions.effects(for: action, at: nil, context) ?? []
        case .key(let key):
            guard let form else { return [] }
            let width = FormView.fieldWidth(form, in: context.body, context.language) - 1
            _ = self.form?.press(key, width: width)
            return []
        case .written(_, .booked(let receipt)):
            return [.close, .forgetDraft(company), .say(Message(.good, booked(receipt, context)))]
        case .written(_, .failed(let error)):
            isSaving = false
            failure = error
            return [.say(Message(.error, error.text(context.language)))]
        case .written: return []
        }
    }

    mutating func load(from desk: any DeskReader, _ context: Context) throws {
        file = try desk.file(of: company)
        guard form == nil else { return }
        let names = try desk.coordinators().map(\.record.name)
        var fresh = ConsultationForm.fresh(coordinators: names, context)
        untouched = fresh.texts
        if let earlier { fresh.fill(earlier) }
        form = fresh
    }

    /// How many consultations the company has had.
    var count: Int { file?.consultations.count ?? 0 }

    func refusal(_ context: Context) -> LocalizedText? {
        guard let file else { return LocalizedText(ja: "企業が見つかりません", en: "the company is gone") }
        return Refusal.consultation(name: file.organisation.record.name, count: count, context)
    }

    private static func fresh(coordinators: [String], _ context: Context) -> Form {
        let usual = context.catalogue.consultation.usualMinutes
        return Form([
            FormField(
                "日付", "Date", kind: .day(isRequired: true, latest: context.today),
                value: context.language("今日", "today"),
                hintJa: "8/5、R7.8.5、今日、-1d など", hintEn: "8/5, 2025-08-05, today, -1d …"),
            FormField("開始", "Start", kind: .time, hintJa: "14:00、1400、午後2時 など", hintEn: "14:00, 1400, 2pm …"),
            FormField(
                "時間（分）", "Minutes", kind: .minutes(usual: usual), value: "\(usual.lowerBound)",
                hintJa: "60、90、1.5h など", hintEn: "60, 90, 1.5h …"),
            FormField(
                "方法", "How", kind: .choice(Consultation.Mode.allCases.map(\.label)), hintJa: "スペースで切り替え",
                hintEn: "Space changes it"),
            FormField(
                "コーディネーター", "Coordinator", kind: .name(coordinators),
                value: coordinators.first { $0 == context.actor.name } ?? "", hintJa: "↑↓で候補、新しい名前も入力できます",
                hintEn: "↑↓ for known names; a new one is fine"),
            FormField("相談内容", "Topics", kind: .text, hintJa: "一行で", hintEn: "in a line"),
            FormField(
                "メモ", "Notes", kind: .notes, hintJa: "Enterで改行、Tabで次へ", hintEn: "Enter breaks the line, Tab goes on"),
            FormField("次の対応", "Next action", kind: .text, hintJa: "見積の送付、日程調整 など", hintEn: "what is to be done next"),
            FormField(
                "期限", "Due", kind: .day(isRequired: false, latest: nil), hintJa: "+1w、11/28 など",
                hintEn: "+1w, 11/28 …"),
        ])
    }

    /// Esc keeps what was typed.
    private func leave(_ context: Context) -> [Effect] {
        guard draft != nil, refusal(context) == nil else { return [.close, .forgetDraft(company)] }
        let note = context.language("下書きを残しました（c で続きから）", "kept as a draft (c goes on with it)")
        return [.close, .say(Message(.hint, note))]
    }

    private mutating func save(_ context: Context) -> [Effect] {
        guard var form, !isSaving else { return [] }
        defer { self.form = form }
        guard form.validate(today: context.today, language: context.language) else {
            return [.say(Message(.error, context.language("赤い項目を直すと保存できます", "mend the marked field, then save")))]
        }
        func text(_ field: Field) -> String { form.fields[field.rawValue].text }
        if text(.nextAction).isEmpty, !text(.due).isEmpty {
            form.fields[Field.nextAction.rawValue].error = LocalizedText(
                ja: "期限だけでは何をするか分かりません", en: "a due date needs something to do")
            form.focus = Field.nextAction.rawValue
            return [.say(Message(.error, context.language("次の対応を入力してください", "say what is to be done next")))]
        }
        guard let date = DayReader.read(text(.date), today: context.today),
            let minutes = FieldKind.minutes(text(.minutes))
        else { return [] }
        let consultation = Consultation(
            company: company, date: date, start: ClockTime(reading: text(.start)), minutes: minutes,
            mode: Consultation.Mode.allCases[form.fields[Field.mode.rawValue].choice], topics: text(.topics),
            notes: text(.notes))
        let due = DayReader.read(text(.due), today: context.today)
        let next = text(.nextAction).isEmpty ? nil : NextAction(text: text(.nextAction), due: due)
        isSaving = true
        failure = nil
        return [.write(.book(consultation, coordinatorName: text(.coordinator), next))]
    }

    private func booked(_ receipt: BookingReceipt, _ context: Context) -> String {
        let name = file?.organisation.record.name ?? ""
        let limit = context.catalogue.consultation.limit
        let moved = receipt.movedTo.flatMap { id in
            context.catalogue.pipeline(context.catalogue.consultation.pipeline)?.stages.first { $0.id == id }?.label
        }
        let stage = moved.map { " → " + $0(context.language) } ?? ""
        return context.language(
            "\(name) の相談 \(receipt.ordinal.value)/\(limit) を記録しました\(stage)（u で取消）",
            "consultation \(receipt.ordinal.value)/\(limit) of \(name) saved\(stage) (u undoes)")
    }
}
