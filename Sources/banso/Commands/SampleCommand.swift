import ArgumentParser
import BansoCatalogue
import BansoDomain
import BansoSample
import BansoStore

/// Fills a database with made-up, repeatable data.
struct SampleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample",
        abstract: told(
            "架空の企業・相談・パイプラインを加えます（同じ種からは同じデータ）。",
            "Add made-up companies, consultations and pipelines: the same for the same seed."))

    @OptionGroup var database: DatabaseOption
    @OptionGroup var language: LanguageOption
    @OptionGroup var actor: ActorOption

    @Option(help: told("企業の数（1～1000000）。", "How many companies, 1 to 1000000."))
    var companies = 300

    @Option(help: told("種を変えると別のデータになります。", "Another seed gives other data."))
    var seed: UInt64 = 1

    @Option(
        help: told(
            "1社あたりの相談の平均回数（なければ事業期間の半ば相当）。",
            "The average number of consultations a company (else as many as the programme has half-way)."))
    var consultationsPerCompany: Double?

    func validate() throws {
        guard (1...1_000_000).contains(companies) else {
            throw ValidationError(told("--companies は1～1000000です", "--companies is 1 to 1000000"))
        }
    }

    func run() throws {
        // An absent database is made: a sample is something to try things out with.
        let store: Store
        do {
            store = try database.open()
        } catch DeskError.missing {
            store = try Store.create(
                at: database.resolved, catalogueText: CatalogueFile.embedded, catalogue: Embedded.catalogue())
        }
        defer { store.close() }
        try SampleCommand.fill(
            store, companies: companies, seed: seed, through: Sample.usualDay, by: actor.actor,
            consultationsPerCompany: consultationsPerCompany)
        print(
            language.language(
                "\(database.resolved) にサンプルを入れました：企業\(companies)社",
                "filled \(database.resolved) with \(companies) made-up companies"))
    }

    static func fill(
        _ store: Store, companies: Int, seed: UInt64, through day: Day, by actor: Actor,
        consultationsPerCompany: Double? = nil
    ) throws {
        let sample = Sample(
            companies: companies, seed: seed, through: day, calendar: try Embedded.calendar(),
            consultationsPerCompany: consultationsPerCompany)
        try store.bulk(.sample, by: actor, isDryRun: false) { desk in
            try sample.fill(desk, catalogue: store.catalogue, progress: { _ in })
        }
        try sample.freezeReports(on: store, catalogue: store.catalogue, by: actor)
    }
}
