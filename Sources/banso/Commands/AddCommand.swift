import ArgumentParser
import BansoDomain
import BansoStore
import TerminalUI

/// Enters one record from the command line, by the rules of the forms.
struct AddCommand: ParsableCommand {
    enum Kind: String, ExpressibleByArgument, CaseIterable { case company, consultation }

    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Enter one record: banso add consultation company=NUMBER date=8/5 minutes=90 …",
        discussion: """
            company: name= (needed) kana= number= prefecture= municipality= address= industry= employees=
            consultation: company= (corporate number or the whole name) date= minutes= (all needed) \
            start= mode=online|in-person coordinator= topics= notes= next_action= due=
            """)

    @Argument(help: "company or consultation.")
    var kind: Kind

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
        switch kind {
        case .company:
            let company = try given.company()
            try given.finish()
            let id = try store.add(company, by: actor.actor)
            print(visible(language("\(company.name) を追加しました（\(id.value)）", "added \(company.name) (\(id.value))")))
        case .consultation:
            let company = try given.organisation(in: store)
            let (consultation, coordinator, next) = try given.consultation(of: company, today: today.day)
            try given.finish()
            let receipt = try store.book(
                consultation, coordinatorName: coordinator, nextAction: next, by: actor.actor)
            let limit = store.catalogue.consultation.limit
            print(
                language(
                    "相談 \(receipt.ordinal.value)/\(limit) を記録しました",
                    "consultation \(receipt.ordinal.value)/\(limit) saved"))
        }
    }
}
