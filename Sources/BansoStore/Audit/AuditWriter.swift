import BansoDomain
import Foundation
import GRDB

/// Appends the entries of one change set to the audit trail, in the transaction of the change.
final class AuditWriter {
    /// How many entries of a long step are written by one statement: it goes down each index once for all of them.
    private static let batch = 64
    private static let (entryWidth, detailWidth) = (13, 4)

    private struct Waiting {
        var entry: AuditEntry
        var hash: Data
        var salt: Data
        /// Where they lie in `texts`.
        var before: Range<Int>?
        var after: Range<Int>?
    }

    /// Whether entries may wait for others: nothing that is written before `flush` may refer to them.
    var gathers = false

    private let db: Database
    private let action: ChangeAction
    private let actor: Int64
    private let seconds: Int64
    private let undoes: Int64?
    private let changeSet: Int64
    private var seq: Int64
    private var last: Data
    private var waiting: [Waiting] = []
    /// The texts before and after of those that wait: JSON in UTF-8.
    private var texts: [UInt8] = []
    private var salts = Salts()

    init(_ db: Database, action: ChangeAction, actor: Int64, at seconds: Int64, undoes: Int64?) throws {
        self.db = db
        self.action = action
        self.actor = actor
        self.seconds = seconds
        self.undoes = undoes
        let head = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1"))
        seq = head?[0] ?? 0
        last = head?[1] ?? AuditHash.start
        changeSet = seq + 1
    }

    /// - Parameters:
    ///   - before: the row's `RowText`; nil where there was none.
    ///   - after: nil where there is none any more.
    /// - Returns: the entry's number.
    @discardableResult
    func append(
        _ operation: AuditOperation, _ table: RecordKind, row: Int64, organisation: Int64?, before: [UInt8]?,
        after: [UInt8]?
    ) throws -> Int64 {
        let salt = salts.next()
        let entry = next(
            operation, table, row, organisation, AuditHash.detail(salt: salt, before: before, after: after))
        waiting.append(Waiting(entry: entry, hash: last, salt: salt, before: kept(before), after: kept(after)))
        if !gathers {
            try flush()
        } else if waiting.count == AuditWriter.batch {
            try write(waiting[...])
            forget()
        }
        return seq
    }

    /// Appends an entry that never had texts: what was erased is not kept, and what is left says nothing.
    /// - Returns: the entry's number.
    @discardableResult
    func appendWithoutTexts(
        _ operation: AuditOperation, _ table: RecordKind, row: Int64, organisation: Int64?
    ) throws -> Int64 {
        try flush()
        // Nobody keeps the salt, so that the hash is as one of texts that were erased.
        let hash = AuditHash.detail(salt: salts.next(), before: nil, after: nil)
        let insert = try DirectStatement(db, sql: AuditWriter.one.entry)
        next(operation, table, row, organisation, hash).bind(to: insert, from: 1, hash: last)
        try insert.run()
        return seq
    }

    private func next(
        _ operation: AuditOperation, _ table: RecordKind, _ row: Int64, _ organisation: Int64?, _ detailHash: Data
    ) -> AuditEntry {
        seq += 1
        let entry = AuditEntry(
            seq: seq, changeSet: changeSet, at: seconds, actor: actor, action: action.rawValue,
            operation: operation.rawValue, entity: table.rawValue, row: row, organisation: organisation, undoes: undoes,
            detailHash: detailHash, previous: last)
        last = entry.hash
        return entry
    }

    /// Writes the entries that wait.
    func flush() throws {
        for index in waiting.indices { try write(waiting[index...index]) }
        forget()
    }

    private func kept(_ text: [UInt8]?) -> Range<Int>? {
        guard let text else { return nil }
        texts += text
        return texts.count - text.count..<texts.count
    }

    private func forget() {
        waiting.removeAll(keepingCapacity: true)
        texts.removeAll(keepingCapacity: true)
    }

    private func write(_ entries: ArraySlice<Waiting>) throws {
        let statements = entries.count == 1 ? AuditWriter.one : AuditWriter.many
        let insert = try DirectStatement(db, sql: statements.entry)
        let detail = try DirectStatement(db, sql: statements.detail)
        for (index, waiting) in entries.enumerated() {
            waiting.entry.bind(to: insert, from: Int32(index * AuditWriter.entryWidth + 1), hash: waiting.hash)
        }
        try insert.run()
        try texts.withUnsafeBufferPointer { texts in
            for (index, waiting) in entries.enumerated() {
                let place = Int32(index * AuditWriter.detailWidth + 1)
                detail.bind(waiting.entry.seq, at: place)
                detail.bind(waiting.salt, at: place + 1)
                detail.bind(lent: waiting.before.map { UnsafeBufferPointer(rebasing: texts[$0]) }, at: place + 2)
                detail.bind(lent: waiting.after.map { UnsafeBufferPointer(rebasing: texts[$0]) }, at: place + 3)
            }
            defer { detail.clear() }
            try detail.run()
        }
    }

    private static let one = statements(rows: 1)
    private static let many = statements(rows: batch)

    private static func statements(rows: Int) -> (entry: String, detail: String) {
        func text(_ table: String, width: Int) -> String {
            let row = "(" + Array(repeating: "?", count: width).joined(separator: ", ") + ")"
            let insert = rows > 1 ? "INSERT OR FAIL" : "INSERT"
            return "\(insert) INTO \(table) VALUES " + Array(repeating: row, count: rows).joined(separator: ", ")
        }
        return (
            text("audit (\(AuditEntry.columns), hash)", width: entryWidth),
            text("audit_detail (seq, salt, before, after)", width: detailWidth)
        )
    }
}
