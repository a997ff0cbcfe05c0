import ArgumentParser
import BansoCatalogue
import BansoDomain
import BansoStore
import TerminalUI

extension Terms.OfferFrom: ExpressibleByArgument {}
extension Terms.Denominator: ExpressibleByArgument {}

/// Lists the terms the Bureau may still fix, and changes one: first it shows what that moves, then it takes it.
struct DefineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "define",
        abstract: told(
            "有効な定義を一覧します。影響を確かめたうえで変更もできます。",
            "List the definitions in force, or change one after seeing what that moves."),
        discussion: """
            banso define satisfaction-scale --value '上位1段階' --content-from 5      \(Locale.ofRun("影響を表示", "shows what would move"))
            banso define satisfaction-scale --value '上位1段階' --content-from 5 --take
            """)

    @Argument(help: told("変更する定義（なければ全部を一覧）。", "The definition to change (else all are listed)."))
    var id: String?

    @Option(help: told("新しい文言。", "The new wording."))
    var value: String?

    @Option(help: told("いつから有効か（なければ期間の初日から）。", "From which day it holds (else from the period's first day)."))
    var since: GivenDay?

    @Option(
        help: told(
            "satisfaction-scale：満足とする最低の評価（1～5）。", "satisfaction-scale: the least grade that is content, 1 to 5."))
    var contentFrom: Int?

    @Option(help: told("offer：offer（内定）か contract（契約）。", "offer: offer or contract."))
    var offerFrom: Terms.OfferFrom?

    @Option(
        help: told(
            "offer-rate-denominator：persons（実人数）か participations（延べ）。",
            "offer-rate-denominator: persons or participations."))
    var denominator: Terms.Denominator?

    @Option(
        help: told(
            "a3-is-matching：加える事業をコンマ区切りで（なしは none）。",
            "a3-is-matching: more activities, with commas between (none for no more)."))
    var matching: String?

    @Option(
        help: told(
            "月次報告で訪問とするもの、コンマ区切り：\(CompanyContact.known)。",
            "What is a visit in monthly reports, with commas: \(CompanyContact.known)."))
    var visits: String?

    @Option(
        help: told(
            "月次報告で情報収集とするもの、コンマ区切り：\(CompanyContact.known)。",
            "What obtains information in monthly reports, with commas: \(CompanyContact.known)."))
    var information: String?

    @Option(
        help: told(
            "変更の理由。確定した月の数字が動けば、翌月の報告に訂正の理由として載ります。",
            "Why it is changed; stands with the correction in the next report where a frozen month's figures move."))
    var reason: String?

    @Flag(help: told("変更を確定します。なければ何も書き込みません。", "Take the change; without it nothing is written."))
    var take = false

    @OptionGroup var database: DatabaseOption
    @OptionGroup var language: LanguageOption
    @OptionGroup var today: TodayOption
    @OptionGroup var actor: ActorOption

    func run() throws {
        let store = try database.open(id == nil ? .readOnly : .readWrite)
        guard let id else {
            for line in list(store.catalogue) { print(visible(line)) }
            return
        }
        let language = language.language
        let definition = try changed(id, store.catalogue)
        let text = CatalogueFile.adding(definition, to: try store.catalogueText())
        let moved = try store.adopt(
            try InitCommand.parse(text, file: database.resolved), text: text, asOf: try today.day, by: actor.actor,
            isDryRun: !take)
        for (before, after) in moved {
            let figures = "\(KPIReport.figure(before, language)) → \(KPIReport.figure(after, language))"
            let status = "\(before.pace.status.label(language)) → \(after.pace.status.label(language))"
            print(visible("\(padded(after.indicator.id.text, to: 24)) \(figures)   \(status)"))
        }
        if moved.isEmpty { print(language("動く指標はありません", "no indicator moves")) }
        print(
            take
                ? language(
                    "\(id) の第\(definition.version)版を適用しました", "version \(definition.version) of \(id) is in force")
                : language("（試行：適用するには --take）", "(nothing was written; --take takes it)"))
    }

    private func contacts(_ text: String?, _ option: String) throws -> [CompanyContact]? {
        try text?.split(separator: ",").map { word in
            let word = Folding.stored(String(word))
            guard let contact = CompanyContact(rawValue: word) else {
                throw CommandFailure(
                    "\(option)：「\(word)」は使えません（\(CompanyContact.known)）",
                    "\(option): '\(word)' is none of \(CompanyContact.known)")
            }
            return contact
        }
    }

    private func list(_ catalogue: Catalogue) -> [String] {
        catalogue.definitions.map { definition in
            let version = language.language("第\(definition.version)版", "version \(definition.version)")
            return "\(padded(definition.id, to: 24)) \(version) \(definition.since.iso)～ "
                + "\(definition.label(language.language))：\(definition.value)"
        }
    }

    private func changed(_ id: String, _ catalogue: Catalogue) throws -> Definition {
        guard let last = catalogue.definitions.last(where: { $0.id == id }) else {
            let known = Set(catalogue.definitions.map(\.id)).sorted().joined(separator: ", ")
            throw CommandFailure("定義 \(id) はありません（\(known)）", "no definition \(id); there are \(known)")
        }
        let settings: [Definition.Setting?] = [
            contentFrom.map { .contentFrom($0) }, offerFrom.map { .offerFrom($0) },
            denominator.map { .denominator($0) },
            try contacts(visits, "--visits").map { .visits($0) },
            try contacts(information, "--information").map { .information($0) },
            matching.map { text in
                .matching(
                    text == "none" ? [] : text.split(separator: ",").map { ActivityID(Folding.stored(String($0))) })
            },
        ]
        let given = settings.compactMap { $0 }
        guard given.count <= 1, given.isEmpty == (last.setting == nil),
            given.first.map({ $0.isSameKind(as: last.setting) }) ?? true
        else {
            throw CommandFailure(
                "\(id) に合う設定を1つだけ指定してください（banso define --help）",
                "give the one setting that \(id) has (banso define --help)")
        }
        guard let value, !value.isEmpty else {
            throw CommandFailure("--value で新しい定義の文を指定してください", "give the new wording with --value")
        }
        let since = try since?.day() ?? catalogue.period.lowerBound
        guard since >= last.since else {
            throw CommandFailure(
                "--since：前の版（\(last.since.iso)）より前にはできません",
                "--since: not before the version it replaces (\(last.since.iso))")
        }
        return Definition(
            id: id, version: last.version + 1, since: since, label: last.label, value: value, setting: given.first,
            reason: reason.map(Folding.stored).flatMap { $0.isEmpty ? nil : $0 })
    }
}

extension CompanyContact {
    fileprivate static let known = allCases.map(\.rawValue).joined(separator: ", ")
}

extension Definition.Setting {
    fileprivate func isSameKind(as other: Definition.Setting?) -> Bool {
        switch (self, other) {
        case (.contentFrom, .contentFrom), (.offerFrom, .offerFrom), (.denominator, .denominator),
            (.matching, .matching), (.visits, .visits), (.information, .information):
            true
        default: false
        }
    }
}
