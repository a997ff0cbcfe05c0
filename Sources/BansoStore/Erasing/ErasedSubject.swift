import BansoDomain
import GRDB

/// Somebody whose data is to be erased, with what is stored about them.
struct ErasedSubject {
    let key: RecordKey
    /// The records that are about them, without themselves.
    private(set) var owned: Set<RecordKey> = []
    /// The entries of the audit trail that are about them and have texts: of records that are gone too.
    private(set) var entries: Set<Int64> = []
    /// How their name, and what reaches them, is written and was written.
    private(set) var spellings: Set<String> = []

    init(_ key: RecordKey, _ db: Database) throws {
        self.key = key
        let numbers = key.kind == .organisation ? try ErasedSubject.merged(into: key.id, db) : [key.id]
        try addEntries(of: key.kind, where: "a.row IN (\(ErasedSubject.list(numbers)))", db)
        try addRecords(about: key.kind, numbers, db)
        try addSpellings(db)
    }

    /// An organisation with those that were made one with it and are not there any more.
    private static func merged(into id: Int64, _ db: Database) throws -> Set<Int64> {
        var all: Set<Int64> = [id]
        var waiting = all
        while let next = waiting.popFirst() {
            let gone = try Int64.fetchAll(
                db,
                sql: """
                    SELECT o.row FROM audit AS o
                    WHERE o.change_set IN (
                            SELECT change_set FROM audit WHERE organisation = ? AND action = 'merge' AND operation <> 'delete')
                        AND o.entity = 'organisation' AND o.operation = 'delete'
                        AND NOT EXISTS (SELECT 1 FROM organisation WHERE id = o.row)
                    """, arguments: [next])
            waiting.formUnion(Set(gone).subtracting(all))
            all.formUnion(gone)
        }
        return all
    }

    /// Records that refer to these, and those that refer to their postings: of what is there now the records, of whatever
    /// there was the entries of the trail.
    private mutating func addRecords(about target: RecordKind, _ numbers: Set<Int64>, _ db: Database) throws {
        for kind in RecordKind.allCases {
            for field in kind.fields where field.kind == .reference(target) {
                let ids = try Int64.fetchAll(
                    db, sql: "SELECT id FROM \(kind.table) WHERE \(field.id) IN (\(ErasedSubject.list(numbers)))")
                owned.formUnion(ids.map { RecordKey(kind, $0) })
                let referring = ["before", "after"].map {
                    "json_extract(d.\($0), '$.\(field.id)') IN (\(ErasedSubject.list(numbers)))"
                }
                let gone = try addEntries(of: kind, where: referring.joined(separator: " OR "), db)
                if kind == .posting { try addRecords(about: .posting, gone.union(ids), db) }
            }
        }
    }

    /// - Returns: the records that they are about.
    @discardableResult
    private mutating func addEntries(
        of kind: RecordKind, where condition: String, _ db: Database
    ) throws -> Set<Int64> {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT a.seq, a.row FROM audit AS a INDEXED BY audit_row JOIN audit_detail AS d USING (seq)
                WHERE a.entity = ? AND (\(condition))
                """, arguments: [kind.rawValue])
        entries.formUnion(rows.map { $0[0] })
        return Set(rows.map { $0[1] })
    }

    private mutating func addSpellings(_ db: Database) throws {
        let kinds: [RecordKind] = key.kind == .organisation ? [.organisation, .contact] : [key.kind]
        for record in owned.union([key]) where kinds.contains(record.kind) {
            if let row = try TableStatements(db, record.kind).select(id: record.id) { add(row, of: record.kind) }
        }
        let texts = try db.makeStatement(
            sql: """
                SELECT a.entity, d.before, d.after FROM audit AS a JOIN audit_detail AS d USING (seq) WHERE a.seq = ?
                """)
        for seq in entries {
            guard let row = try Row.fetchOne(texts, arguments: [seq]), let kind = RecordKind(rawValue: row[0]),
                kinds.contains(kind)
            else { continue }
            for text in [row[1] as String?, row[2]].compactMap({ $0 }) {
                try RowText.decode(text, of: kind, db).map { add($0, of: kind) }
            }
        }
    }

    private mutating func add(_ row: StoredRow, of kind: RecordKind) {
        spellings.formUnion(ErasedSubject.spellings(of: RecordRow.record(kind, row.values)))
    }

    /// What somebody may be called by that is nobody's name.
    private static let roles = ["部", "課", "係", "室", "長", "者", "担当", "窓口", "代表", "事務局", "様"]

    /// What tells who it is, wherever it stands. A name of two letters is part of too many others, a role is everybody's, a
    /// company's reading an ordinary word, and a contact without a number or an address is none.
    private static func spellings(of record: Record) -> [String] {
        func text(_ field: String) -> String { record.kind.index(of: field).flatMap { record.values[$0].text } ?? "" }
        let name = text("name")
        let isRole = Erasing.isErased(name) || roles.contains(where: name.hasSuffix)
        let names = [
            name, name.replacing(" ", with: ""), name.replacing("\u{3000}", with: ""),
            name.replacing(" ", with: "\u{3000}"), name.replacing("\u{3000}", with: " "),
        ].filter { $0.count >= 3 && !isRole }
        let kana = record.kind == .organisation || isRole ? [] : [text("kana")].filter { $0.count >= 4 }
        let reached = ["contact", "phone", "email", "corporate_number"].map(text).flatMap { text in
            // Numbers are written with and without the marks between their digits.
            let digits = text.filter { $0.isASCII && $0.isNumber }
            return text.contains("@") ? [text] : digits.count >= 9 ? [text, digits] : digits.count >= 6 ? [text] : []
        }
        return names + kana + reached
    }

    private static func list(_ numbers: Set<Int64>) -> String {
        numbers.sorted().map { String($0) }.joined(separator: ", ")
    }
}
