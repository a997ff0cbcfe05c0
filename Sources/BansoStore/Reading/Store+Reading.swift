import BansoDomain
import GRDB

extension Store {
    public func changeToken() throws -> Int {
        try assertSameFile()
        // Outside a transaction: within one the number stands still.
        return try StoreErrors.mapped(path) {
            try reader.inDatabase { db in
                try Int.fetchOne(db.cachedStatement(sql: "PRAGMA data_version")) ?? 0
            }
        }
    }

    public func readings(asOf day: Day) throws -> [Reading] {
        try read { try Readings($0, catalogue: catalogue).all(asOf: day) }
    }

    public func stageCounts(of pipeline: PipelineID) throws -> [StageID: Int] {
        try read { db in
            let rows = try Row.fetchCursor(
                db.cachedStatement(sql: "SELECT stage, n FROM stage_count WHERE pipeline = ? AND n > 0"),
                arguments: [pipeline.text])
            var counts: [StageID: Int] = [:]
            while let row = try rows.next() { counts[StageID(row[0])] = row[1] }
            return counts
        }
    }

    public func coordinators() throws -> [Listed<Coordinator>] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT id, version, name FROM coordinator ORDER BY name, id").map {
                Listed(id: CoordinatorID($0[0]), version: $0[1], record: Coordinator(name: $0[2]))
            }
        }
    }

    public func lastWrite() throws -> Double? {
        try read { try Double.fetchOne($0, sql: "SELECT at FROM audit ORDER BY seq DESC LIMIT 1") }
    }
}
