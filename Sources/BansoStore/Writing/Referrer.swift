import BansoDomain
import GRDB

/// A record that names another one, which must stay for that.
struct Referrer {
    let kind: RecordKind
    /// Who wrote it last; empty where that is not known.
    let by: String

    /// One of the last step that wrote any, and of that what it wrote first: a consultation rather than the card it moved. Nil
    /// where there is none. Looks through every table that may name the record: for the rare refusal.
    static func newest(of key: RecordKey, _ db: Database) throws -> Referrer? {
        var newest: (place: (step: Int64, entry: Int64), referrer: Referrer)?
        for kind in RecordKind.allCases {
            for field in kind.fields where field.kind == .reference(key.kind) {
                let found = try Row.fetchOne(
                    db,
                    sql: """
                        SELECT a.change_set, -a.seq, k.name FROM \(kind.table) AS t JOIN audit AS a ON a.entity = ? AND a.row = t.id
                            JOIN coordinator AS k ON k.id = a.actor
                        WHERE t.\(field.id) = ? ORDER BY a.seq DESC LIMIT 1
                        """, arguments: [kind.rawValue, key.id])
                guard let found else { continue }
                let place: (Int64, Int64) = (found[0], found[1])
                if let newest, place < newest.place { continue }
                newest = (place, Referrer(kind: kind, by: found[2]))
            }
        }
        return newest?.referrer
    }
}
