import BansoDomain
import GRDB

/// Asks every counting rule for the contributions of one organisation's records. A new kind of record adds its rule here.
struct Derivation {
    private let catalogue: Catalogue
    private let prefecture: Statement
    private let consultations: Statement

    init(_ db: Database, catalogue: Catalogue) throws {
        self.catalogue = catalogue
        prefecture = try db.cachedStatement(sql: "SELECT prefecture FROM organisation WHERE id = ?")
        consultations = try db.cachedStatement(
            sql: "SELECT id, date, ordinal FROM consultation WHERE organisation = ?")
    }

    func contributions(of organisation: Int64) throws -> [Contribution] {
        let rows = try Row.fetchCursor(consultations, arguments: [organisation])
        var records: [ConsultationCounting.Record] = []
        while let row = try rows.next() {
            guard let date = Day(iso: row[1]) else { continue }
            records.append(.init(id: ConsultationID(row[0]), date: date, ordinal: row[2]))
        }
        guard !records.isEmpty else { return [] }
        let code = try Int.fetchOne(prefecture, arguments: [organisation])
        return ConsultationCounting.contributions(
            of: records, company: OrganisationID(organisation), prefecture: code.flatMap(Prefecture.init(code:)),
            catalogue: catalogue)
    }
}
