import ArgumentParser
import BansoDomain
import BansoStore
import TerminalUI

/// Enters one record from the command line, by the rules of the forms.
struct AddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Enter one record: banso add consultation company=NUMBER date=8/5 minutes=90 …",
        discussion: """
            company: name= (needed) kana= number= prefecture= municipality= address= industry= employees= …
            consultation: company= (corporate number, number or the whole name) date= minutes= (all needed) \
            start= mode=online|in-person coordinator= topics= notes= next_action= due=
            Other kinds have the fields of their files (banso import KIND --template --lang en): \
            banso add hearing organisation=株式会社サンプル date=8/20 employs_foreign_talent=no
            """)

    @Argument(help: "company, institution, consultation, event, attendance, posting …")
    var kind: RecordName

    @Argument(help: "field=value, as many as there are.")
    var fields: [String] = []

    @OptionGroup var database: DatabaseOption
    @OptionGroup var language: LanguageOption
    @OptionGroup var today: TodayOption
    @OptionGroup var actor: ActorOption

    func run() throws {
        var given = try GivenFields(fields)
        let store = try database.open()
        let language = language.language
        guard kind.kind != .consultation else { return try book(&given, in: store) }
        var record = Record(kind.kind)
        if let organisation = kind.organisation { record["kind"] = .token(organisation) }
        var id: Int64 = 0
        try store.bulk(.add, by: actor.actor, isDryRun: false) { desk in
            try given.fill(&record, isNew: true, catalogue: store.catalogue, today: today.day, desk: desk)
            try given.finish()
            id = try desk.add(record)
        }
        let label = kind.organisation?.label ?? kind.kind.label
        let key = RecordKey(kind.kind, id)
        let title = try store.titles(of: [key])[key] ?? ""
        print(visible(language("\(label.ja) \(title) を追加しました（\(id)）", "added \(label.en) \(title) (\(id))")))
    }

    private func book(_ given: inout GivenFields, in store: Store) throws {
        let company = try given.organisation(in: store)
        let (consultation, coordinator, next) = try given.consultation(
            of: company, catalogue: store.catalogue, today: today.day)
        try given.finish()
        let receipt = try store.book(consultation, coordinatorName: coordinator, nextAction: next, by: actor.actor)
        let limit = store.catalogue.consultation.limit
        print(
            language.language(
                "相談 \(receipt.ordinal.value)/\(limit) を記録しました",
                "consultation \(receipt.ordinal.value)/\(limit) saved"))
    }
}

/// Changes fields of one record from the command line.
struct EditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Change fields of one record: banso edit event 12 status=cancelled",
        discussion: "An empty value (field=) clears a field. The fields are those of the kind's files.")

    @Argument(help: "The kind of record, as for banso add.")
    var kind: RecordName

    @Argument(help: "Its number.")
    var number: Int64

    @Argument(help: "field=value, as many as there are.")
    var fields: [String]

    @OptionGroup var database: DatabaseOption
    @OptionGroup var language: LanguageOption
    @OptionGroup var today: TodayOption
    @OptionGroup var actor: ActorOption

    func run() throws {
        var given = try GivenFields(fields)
        let store = try database.open()
        let key = RecordKey(kind.kind, number)
        guard let stored = try store.record(key) else {
            throw DeskError.notFound(
                what: LocalizedText(ja: "\(kind.kind.label.ja) \(number)", en: "\(kind.kind.label.en) \(number)"))
        }
        var record = stored.record
        // References are looked up first; nothing is written while a field is wrong.
        try store.bulk(.edit, by: actor.actor, isDryRun: true) { desk in
            try given.fill(&record, isNew: false, catalogue: store.catalogue, today: today.day, desk: desk)
            try given.finish()
        }
        try store.edit(key, version: stored.version, to: record, by: actor.actor)
        print(
            visible(
                language.language("\(kind.kind.label.ja) \(number) を変更しました", "changed \(kind.kind.label.en) \(number)"))
        )
    }
}

/// A kind of record by its singular: event, process-consultation; company and institution are organisations.
struct RecordName: ExpressibleByArgument {
    var kind: RecordKind
    var organisation: Organisation.Kind?

    init?(argument: String) {
        organisation = Organisation.Kind(rawValue: argument)
        let name = organisation == nil ? argument.replacing("-", with: "_") : RecordKind.organisation.rawValue
        let known = RecordKind.allCases.filter { $0 != .pipelineEntry }
        guard let kind = known.first(where: { $0.rawValue == name }) else { return nil }
        self.kind = kind
    }

    static var allValueStrings: [String] {
        Organisation.Kind.allCases.map(\.rawValue)
            + RecordKind.allCases.filter { ![.pipelineEntry, .organisation].contains($0) }.map {
                $0.rawValue.replacing("_", with: "-")
            }
    }
}
