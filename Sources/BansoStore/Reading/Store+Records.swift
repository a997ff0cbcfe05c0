import BansoDomain
import GRDB

extension Store {
    public func record(_ key: RecordKey) throws -> StoredRecord? { try read { try Store.stored(key, $0) } }

    static func stored(_ key: RecordKey, _ db: Database) throws -> StoredRecord? {
        let select = "\(key.kind.columns.joined(separator: ", ")), version, id"
        return try Row.fetchOne(
            db.cachedStatement(sql: "SELECT \(select) FROM \(key.kind.table) WHERE id = ?"), arguments: [key.id]
        ).map { record(key.kind, $0) }
    }

    /// Those of an organisation.
    static func stored(
        _ kind: RecordKind, of organisation: Int64, order: String, limit: Int = -1, _ db: Database
    ) throws -> [StoredRecord] {
        let select = "\(kind.columns.joined(separator: ", ")), version, id"
        return try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT \(select) FROM \(kind.table) WHERE organisation = ? ORDER BY \(order) LIMIT ?"),
            arguments: [organisation, limit]
        ).map { record(kind, $0) }
    }

    public func records(_ kind: RecordKind, after number: Int64, limit: Int) throws -> [StoredRecord] {
        try read { db in
            let select = "\(kind.columns.joined(separator: ", ")), version, id"
            return try Row.fetchAll(
                db.cachedStatement(
                    sql: "SELECT \(select) FROM \(kind.table) WHERE id > ? ORDER BY id LIMIT ?"),
                arguments: [number, max(0, limit)]
            ).map { Store.record(kind, $0) }
        }
    }

    public func titles(of keys: Set<RecordKey>) throws -> [RecordKey: String] {
        try read { try Titles($0).titles(of: keys) }
    }

    /// A row that ends with a record's columns, its version and its number.
    static func record(_ kind: RecordKind, _ row: Row, from first: Int = 0) -> StoredRecord {
        StoredRecord(
            key: RecordKey(kind, row[row.count - 1]), version: row[row.count - 2],
            record: RecordRow.record(kind, Array(row.databaseValues.dropFirst(first).dropLast(2))))
    }
}

/// What people know records by.
struct Titles {
    private let db: Database
    private let namesPeople: Bool

    /// - Parameter namesPeople: whether words that tell about a person are among them.
    init(_ db: Database, namesPeople: Bool = true) {
        self.db = db
        self.namesPeople = namesPeople
    }

    func titles(of keys: Set<RecordKey>) throws -> [RecordKey: String] {
        var titles: [RecordKey: String] = [:]
        for key in keys { titles[key] = try title(of: key) }
        return titles
    }

    /// - Parameters:
    ///   - omitted: a record and a date that are shown beside it already, and are left out.
    ///   - depth: how far references are followed: an application's posting has a company.
    func title(of key: RecordKey, omitting omitted: (RecordKey, Day)? = nil, depth: Int = 2) throws -> String? {
        let fields = key.kind.titleFields
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT \(fields.joined(separator: ", ")) FROM \(key.kind.table) WHERE id = ?"),
            arguments: [key.id])
        guard let row else { return nil }
        var words: [String] = []
        for (place, id) in fields.enumerated() {
            guard let index = key.kind.index(of: id), namesPeople || !key.kind.fields[index].isPersonal else {
                continue
            }
            if case .reference(let kind) = key.kind.fields[index].kind {
                guard let number: Int64 = row[place], depth > 0 else { continue }
                let other = RecordKey(kind, number)
                guard other != omitted?.0, let title = try title(of: other, omitting: omitted, depth: depth - 1) else {
                    continue
                }
                words.append(title)
            } else if let text = String.fromDatabaseValue(row[place]), text != omitted?.1.iso {
                words.append(text)
            }
        }
        return words.filter { !$0.isEmpty }.joined(separator: " ")
    }
}
