import Foundation
import GRDB

/// One row of the audit trail, but for its texts.
struct AuditEntry {
    var seq: Int64
    var changeSet: Int64
    var at: Int64
    var actor: Int64
    var action: String
    var operation: String
    var entity: String
    var row: Int64
    var organisation: Int64?
    var undoes: Int64?
    var detailHash: Data
    var previous: Data

    static let columns = """
        seq, change_set, at, actor, action, operation, entity, row, organisation, undoes, detail_hash, previous
        """

    /// Over the previous hash and every other field.
    var hash: Data {
        var hash = AuditHash()
        hash.add(previous)
        for number in [seq, changeSet, at, actor, row, organisation, undoes] { hash.add(number) }
        for text in [action, operation, entity] { hash.add(text) }
        hash.add(detailHash)
        return hash.value
    }

    /// Binds the values of the columns, and the hash behind them, to 13 parameters from this one on.
    func bind(to statement: DirectStatement, from place: Int32, hash: Data) {
        statement.bind(seq, at: place)
        statement.bind(changeSet, at: place + 1)
        statement.bind(at, at: place + 2)
        statement.bind(actor, at: place + 3)
        statement.bind(action, at: place + 4)
        statement.bind(operation, at: place + 5)
        statement.bind(entity, at: place + 6)
        statement.bind(row, at: place + 7)
        statement.bind(organisation, at: place + 8)
        statement.bind(undoes, at: place + 9)
        statement.bind(detailHash, at: place + 10)
        statement.bind(previous, at: place + 11)
        statement.bind(hash, at: place + 12)
    }
}

extension AuditEntry: FetchableRecord {
    init(row: Row) {
        self.init(
            seq: row[0], changeSet: row[1], at: row[2], actor: row[3], action: row[4], operation: row[5],
            entity: row[6], row: row[7], organisation: row[8], undoes: row[9], detailHash: row[10], previous: row[11])
    }
}
