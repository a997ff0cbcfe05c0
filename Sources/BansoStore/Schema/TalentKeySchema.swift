import BansoDomain
import GRDB

/// A person is found by what they are reached by, too: a telephone number, with and without marks, or a mail address.
enum TalentKeySchema {
    static func create(_ db: Database) throws {
        let rows = try Row.fetchCursor(db, sql: "SELECT id, name, kana, contact FROM talent WHERE contact <> ''")
        let update = try db.makeStatement(sql: "UPDATE talent SET search_key = ? WHERE id = ?")
        while let row = try rows.next() {
            let (id, name, kana, contact): (Int64, String, String, String) = (row[0], row[1], row[2], row[3])
            let keys = [Folding.searchKey(name), Folding.searchKey(kana)] + Folding.contactKeys(contact)
            try update.execute(arguments: [keys.joined(separator: "\n"), id])
        }
    }
}
