import BansoDomain
import Foundation
import GRDB

extension Store {
    /// Erases somebody's data for good: in one transaction from every table (see `Erasing`), of which nothing is put by in a
    /// file of its own, then from the bytes of the database and its log. Run again it finishes what was interrupted.
    ///
    /// - Parameter isDryRun: nothing is erased, but it is said what would be, and whether somebody reads.
    /// - Throws: `DeskError.notFound`; `DeskError.pinned` where somebody still reads what was there before.
    public func erase(_ key: RecordKey, by actor: Actor, isDryRun: Bool) throws -> Erasure {
        guard Erasing.subjects.contains(key.kind) else {
            throw DeskError.invalid(
                field: key.kind.label, reason: LocalizedText(ja: "消去の対象ではありません", en: "is nobody who can be erased"))
        }
        guard try isKnown(key) else {
            throw DeskError.notFound(
                what: LocalizedText(ja: "\(key.kind.label.ja) \(key.id)", en: "\(key.kind.label.en) \(key.id)"))
        }
        try emptyLog(isErased: false)
        var erasure = try change(.erase, by: actor, isDryRun: isDryRun, isLong: true) { recorder in
            var eraser = try Eraser(recorder, key)
            return try eraser.run()
        }
        erasure.at = clock()
        guard !isDryRun else { return erasure }
        // secure_delete leaves copies on some pages that were split, and other programs write without it: only a file that is
        // written anew has nothing where nothing points to.
        try withWriter { try $0.execute(sql: "VACUUM") }
        try emptyLog(isErased: true)
        try scan(&erasure)
        return erasure
    }

    /// Whether there is such a record, or was one that was erased as a whole.
    private func isKnown(_ key: RecordKey) throws -> Bool {
        try read { db in
            try Bool.fetchOne(
                db,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM \(key.kind.table) WHERE id = ?1)
                        OR EXISTS (SELECT 1 FROM audit WHERE entity = ?2 AND row = ?1)
                    """, arguments: [key.id, key.kind.rawValue]) ?? false
        }
    }

    private func emptyLog(isErased: Bool) throws {
        try withWriter { db in
            guard try Checkpoint.empty(db, patience: min(patience, Store.readersPatience)) else {
                throw DeskError.pinned(path: path, isErased: isErased)
            }
        }
    }

    /// How many seconds readers are waited for: whoever looks at a screen reads for a moment only.
    private static let readersPatience = 5.0

    /// Looks for every spelling, and for what search makes of it, in all files beside the database that are named after it.
    private func scan(_ erasure: inout Erasure) throws {
        let texts = try read { db in
            try Set(erasure.spellings + erasure.spellings.map(Folding.searchKey)).filter { try !isKept($0, db) }
        }
        guard !texts.isEmpty else { return }
        let scan = ByteScan(texts)
        erasure.sought = texts.count
        for path in try ownFiles() {
            erasure.files += 1
            if try scan.finds(in: path) { erasure.found.append(path) }
        }
    }

    /// Whether it is part of somebody else's name or key, or of a report that was handed in.
    private func isKept(_ text: String, _ db: Database) throws -> Bool {
        let reports = [RecordKind.monthlyReport, .correctionReason].flatMap { kind in
            kind.fields.filter(\.isOwnWords).map { (kind.table, $0.id) }
        }
        let names = Mentions.own.flatMap { kind, fields in fields.map { (kind.table, $0) } }
        let keys = RecordKind.allCases.flatMap { kind in kind.derivedColumns.map { (kind.table, $0) } }
        return try (reports + names + keys + [("frozen_report", "document")]).contains { table, column in
            try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM \(table) WHERE instr(\(column), ?))", arguments: [text]) ?? false
        }
    }

    /// The database, its log and what else is named after it, but for its backups.
    private func ownFiles() throws -> [String] {
        try filesBeside().filter { $0 == path || $0.hasPrefix(path + "-") && !Backups.isDatabase($0) }
    }
}
