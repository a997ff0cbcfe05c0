import BansoCatalogue
import BansoDomain
import BansoSample
import BansoStore
import Foundation

/// What files cost: a million attendances out, in each format.
struct Files {
    static let rows = 1_000_000

    let folder: String
    let program: String

    func run() throws {
        let database = folder + "/files.db"
        let rows = try filled(database)
        for format in ["csv", "json", "xlsx"] {
            let file = "\(folder)/attendances.\(format)"
            let export = try TimedCommand([
                program, "export", "attendances", "--db", database, "--format", format, "--out", file, "--purpose",
                "計測",
                "--lang", "ja",
            ])
            let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int ?? 0
            Bench.row(
                "export of \(rows) rows as \(format) (\(size >> 20) MiB), rows/s",
                String(Int(Double(rows) / export.seconds)),
                bound: format == "csv" ? "200000" : "")
            Bench.row("the same, peak memory", Bench.decimal(export.memory, 0) + " MiB")
            try FileManager.default.removeItem(atPath: file)
        }
    }

    /// - Returns: how many attendances there are: those of a usual year besides.
    private func filled(_ database: String) throws -> Int {
        let catalogue = try CatalogueFile.parse(CatalogueFile.embedded, file: CatalogueFile.embeddedName)
        let calendar = try HolidayFile.parse(HolidayFile.embedded, file: HolidayFile.embeddedName)
        let store = try Store.create(at: database, catalogueText: CatalogueFile.embedded, catalogue: catalogue)
        defer { store.close() }
        let began = ContinuousClock.now
        let sample = Sample(companies: Files.rows / 10, seed: 1, calendar: calendar, attendances: Files.rows)
        try store.bulk(.sample, by: Actor("bench"), isDryRun: false) { desk in
            try sample.fill(desk, catalogue: catalogue, progress: { _ in })
        }
        let rows = try store.count(of: RecordSelection(.attendance))
        print("filled \(rows) attendances in \(Bench.decimal(began.duration(to: .now) / .seconds(1), 1)) s")
        return rows
    }
}
