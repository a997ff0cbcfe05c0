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

    var arguments: [DatabaseValue] {
        [
            seq.databaseValue, changeSet.databaseValue, at.databaseValue, actor.databaseValue, action.databaseValue,
            operation.databaseValue, entity.databaseValue, row.databaseValue, organisation.databaseValue,
            undoes.databaseValue, detailHash.databaseValue, previous.databaseValue, hash.databaseValue,
        ]
    }
}

extension AuditEntry: FetchableRecord {
    init(row: Row) {
        self.init(
            seq: row[0], changeSet: row[1], at: row[2], actor: row[3], action: row[4], operation: row[5],
            entity: row[6], row: row[7], organisation: row[8], undoes: row[9], detailHash: row[10], previous: row[11])
    }
}
