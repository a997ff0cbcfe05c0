import BansoDomain
import GRDB

/// Telephone numbers are found with and without the marks between their digits: a contact's key has the digits alone.
enum PhoneKeySchema {
    static func create(_ db: Database) throws {
        let rows = try Row.fetchCursor(db, sql: "SELECT id, name, kana, phone, email FROM contact WHERE phone <> ''")
        let update = try db.makeStatement(sql: "UPDATE contact SET search_key = ? WHERE id = ?")
        while let row = try rows.next() {
            let (id, name, kana, phone, email): (Int64, String, String, String, String) =
                (row[0], row[1], row[2], row[3], row[4])
            let keys = [
                Folding.searchKey(name), Folding.searchKey(kana), Folding.phoneKey(phone), Folding.searchKey(email),
            ]
            try update.execute(arguments: [keys.joined(separator: "\n"), id])
        }
    }
}
