import ArgumentParser
import BansoDomain
import BansoExchange
import BansoStore
import TerminalUI

/// Enters one record from the command line, by the rules of the forms.
struct AddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: told(
            "記録を一件入力します：banso add consultation company=番号 date=8/5 minutes=90 …",
            "Enter one record: banso add consultation company=NUMBER date=8/5 minutes=90 …"),
        discussion: told(
            """
            company: name=（必須） kana= number= prefecture= municipality= address= industry= employees= …
            consultation: company=（#番号、法人番号、正確な名称） date= minutes=（すべて必須） \
            start= mode=online|in-person coordinator= topics= notes= next_action= due=
            種類と項目は banso import のファイルと同じです（banso import KIND --template --lang en）： \
            banso add hearing organisation=株式会社サンプル date=8/20 employs_foreign_talent=no
            """,
            """
            company: name= (needed) kana= number= prefecture= municipality= address= industry= employees= …
            consultation: company= (#number, corporate number or the whole name) date= minutes= (all needed) \
            start= mode=online|in-person coordinator= topics= notes= next_action= due=
            The kinds are those of banso import, and have the fields of their files (banso import KIND --template \
            --lang en): \
            banso add hearing organisation=株式会社サンプル date=8/20 employs_foreign_talent=no
            """))

    @Argument(
        help: told(
            "company、institution、consultation、event、attendance、posting など。",
            "company, institution, consultation, event, attendance, posting …"))
    var kind: KindName

    @Argument(help: told("項目=値。いくつでも。", "field=value, as many as there are."))
    var fields: [String] = []

    @OptionGroup var database: DatabaseOption
    @OptionGroup var language: LanguageOption
    @OptionGroup var today: TodayOption
    @OptionGroup var actor: ActorOption

    func run() throws {
        let kind = try kind.kind
        var given = try GivenFields(fields)
        let store = try database.open()
        defer { store.close() }
        let (language, today) = (language.language, try today.day)
        guard kind != .consultations else { return try book(&given, on: today, in: store) }
        var record = Record(kind.recordKind)
        if let organisation = kind.organisationKind { record["kind"] = .token(organisation) }
        var id: Int64 = 0
        var twins: [Int64] = []
        try store.bulk(.add, by: actor.actor, isDryRun: false) { desk in
            try given.fill(&record, of: nil, catalogue: store.catalogue, today: today, desk: desk)
            if [.organisation, .talent].contains(kind.recordKind) {
                twins = try desk.numbers(of: kind.recordKind, called: record["name"].text ?? "")
            }
            id = try desk.add(record)
        }
        let label = kind.recordLabel
        let key = RecordKey(kind.recordKind, id)
        let title = try store.titles(of: [key])[key] ?? ""
        print(visible(language("\(label.ja) \(title) を追加しました（#\(id)）", "added \(label.en) \(title) (#\(id))")))
        if let doubt = given.doubt { Output.warn(language(label.ja + "：" + doubt.ja, "\(label.en): date \(doubt.en)")) }
        guard let twin = twins.first else { return }
        let merging =
            kind.organisationKind == nil
            ? "" : language("。同じものなら、画面の m で統合できます", "; if it is the same, m on its page merges them")
        Output.warn(
            language("同じ名前の\(label.ja)が既にあります（#\(twin)）", "there is another one of this name already (#\(twin))")
                + merging)
    }

    private func book(_ given: inout GivenFields, on today: Day, in store: Store) throws {
        try given.check(known: GivenFields.ofConsultation)
        let company = try given.organisation(in: store)
        var (consultation, next) = try given.consultation(of: company, catalogue: store.catalogue, today: today)
        try store.bulk(.add, by: actor.actor, isDryRun: true) { consultation.coordinator = try given.coordinator($0) }
        let booked = try store.file(of: company)?.consultations ?? []
        let receipt = try store.book(consultation, nextAction: next, by: actor.actor)
        let limit = store.catalogue.consultation.limit
        print(
            language.language(
                "相談 \(receipt.ordinal.value)/\(limit) を記録しました",
                "consultation \(receipt.ordinal.value)/\(limit) saved"))
        guard let twin = booked.first(where: { $0.listed.record.date == consultation.date }) else { return }
        Output.warn(
            language.language(
                "同じ日（\(twin.listed.record.date.short(.ja))）の相談がもう1件あります（\(twin.ordinal.value)回目）",
                "there is another one on that day (\(twin.listed.record.date.short(.en))): number \(twin.ordinal.value)"
            ))
    }
}

/// Changes fields of one record from the command line.
struct EditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract: told(
            "記録の項目を変更します：banso edit event 12 status=cancelled",
            "Change fields of one record: banso edit event 12 status=cancelled"),
        discussion: told(
            "値のない「項目=」はその項目を空にします。項目は種類ごとのファイルと同じです。",
            "An empty value (field=) clears a field. The fields are those of the kind's files."))

    @Argument(help: told("記録の種類（banso add と同じ）。", "The kind of record, as for banso add."))
    var kind: KindName

    @Argument(help: told("その番号。", "Its number."))
    var number: Int64

    @Argument(help: told("項目=値。いくつでも。", "field=value, as many as there are."))
    var fields: [String]

    @OptionGroup var database: DatabaseOption
    @OptionGroup var language: LanguageOption
    @OptionGroup var today: TodayOption
    @OptionGroup var actor: ActorOption

    func run() throws {
        let (kind, today) = (try kind.kind, try today.day)
        var given = try GivenFields(fields)
        let store = try database.open()
        defer { store.close() }
        let key = RecordKey(kind.recordKind, number)
        let label = kind.recordLabel
        guard let stored = try store.record(key) else {
            throw DeskError.notFound(
                what: LocalizedText(ja: "\(label.ja) \(number)", en: "\(label.en) \(number)"))
        }
        var record = stored.record
        // References are looked up first; nothing is written while a field is wrong.
        try store.bulk(.edit, by: actor.actor, isDryRun: true) { desk in
            try given.fill(&record, of: number, catalogue: store.catalogue, today: today, desk: desk)
        }
        try store.edit(key, version: stored.version, to: record, by: actor.actor)
        print(language.language("\(label.ja) \(number) を変更しました", "changed \(label.en) \(number)"))
        if let doubt = given.doubt {
            Output.warn(language.language(label.ja + "：" + doubt.ja, "\(label.en): date \(doubt.en)"))
        }
    }
}
