import BansoDomain
import GRDB

extension Store {
    public func changeToken() throws -> Int {
        try assertSameFile()
        return try StoreErrors.mapped(path) { try reader.changeToken() }
    }

    public func readings(asOf day: Day) throws -> [Reading] {
        try read { try Readings($0, catalogue: catalogue).all(asOf: day) }
    }

    public func stageCounts(of pipeline: PipelineID, filter: CardFilter?) throws -> [StageID: Int] {
        let conditions = CardConditions(filter)
        guard conditions.sql.isEmpty else { return try counts(of: pipeline, conditions) }
        return try read { db in
            let rows = try Row.fetchCursor(
                db.cachedStatement(sql: "SELECT stage, n FROM stage_count WHERE pipeline = ? AND n > 0"),
                arguments: [pipeline.text])
            var counts: [StageID: Int] = [:]
            while let row = try rows.next() { counts[StageID(row[0])] = row[1] }
            return counts
        }
    }

    private func counts(of pipeline: PipelineID, _ conditions: CardConditions) throws -> [StageID: Int] {
        try read { db in
            let rows = try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT e.stage, count(*) FROM pipeline_entry AS e INDEXED BY pipeline_entry_place
                            CROSS JOIN organisation AS o ON o.id = e.organisation
                        WHERE e.pipeline = ? AND \(conditions.sql.joined(separator: " AND ")) GROUP BY e.stage
                        """), arguments: [pipeline.text] + conditions.arguments)
            return Dictionary(uniqueKeysWithValues: rows.map { (StageID($0[0]), $0[1]) })
        }
    }

    public func tags() throws -> [String] {
        try read { db in
            let rows = try Row.fetchCursor(
                db, sql: "SELECT tags, count(*) FROM organisation WHERE tags <> '' GROUP BY tags")
            var counts: [String: Int] = [:]
            while let row = try rows.next() {
                for word in (row[0] as String).split(separator: " ") { counts[String(word), default: 0] += row[1] }
            }
            return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Store.mostTags).map(\.key)
        }
    }

    private static let mostTags = 200

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
