import BansoDomain
import GRDB

/// Coordinators by name. Adding one is no step of its own: it is there as soon as its name is used.
enum CoordinatorRow {
    static func id(named entered: String, _ db: Database) throws -> Int64 {
        let field = LocalizedText(ja: "コーディネーター", en: "coordinator")
        let name = try Entered.line(entered, field)
        guard !name.isEmpty else {
            throw DeskError.invalid(field: field, reason: LocalizedText(ja: "入力してください", en: "is empty"))
        }
        let find = try db.cachedStatement(sql: "SELECT id FROM coordinator WHERE name = ?")
        if let id = try Int64.fetchOne(find, arguments: [name]) { return id }
        try db.execute(sql: "INSERT INTO coordinator (name) VALUES (?)", arguments: [name])
        return db.lastInsertedRowID
    }
}
