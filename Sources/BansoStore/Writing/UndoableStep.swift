import BansoDomain
import GRDB

/// A change set that can be taken back: a step, or the undo of one, whose taking back does the step again.
///
/// `audit.undoes` tells what is: an undo names its step, a redo names the undo. A step is undone while an undo of it
/// stands that no redo names.
struct UndoableStep {
    let changeSet: Int64
    /// What the step itself was, of an undo too.
    let action: ChangeAction
    /// The organisation it was about, or the one record; empty where it was about many.
    let name: String
    /// Whether to take it back is to do a step again.
    var isRedo = false
    private static let page = 512
    /// From so many changes on a step is one of many records: an import.
    static let longFrom = 1000

    /// How many changes it is made of.
    func size(_ db: Database) throws -> Int {
        try Int.fetchOne(
            db.cachedStatement(sql: "SELECT count(*) FROM audit WHERE change_set = ?"), arguments: [changeSet]) ?? 0
    }

    /// SQL that is true where the change set of this number is a step that is undone.
    static func isUndone(_ changeSet: String) -> String {
        """
        EXISTS (
            SELECT 1 FROM audit AS u WHERE u.undoes = \(changeSet) AND u.seq = u.change_set AND u.undoes IS NOT NULL
                AND NOT EXISTS (
                    SELECT 1 FROM audit AS r WHERE r.undoes = u.seq AND r.seq = r.change_set AND r.undoes IS NOT NULL))
        """
    }

    /// The person's last step before this one that is not undone; nil where there is none.
    /// - Parameter isAnything: also one that can't be taken back, so that a person hears of it: what was frozen. Further back it
    ///   is left out.
    static func last(
        by actor: Actor, before changeSet: Int64, isAnything: Bool, _ db: Database
    ) throws -> UndoableStep? {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT a.seq, a.action FROM audit AS a
                WHERE a.actor = (SELECT id FROM coordinator WHERE name = ?) AND a.seq = a.change_set
                    AND a.undoes IS NULL AND (? OR a.action <> 'freeze') AND a.seq < ? AND NOT \(isUndone("a.seq"))
                ORDER BY a.seq DESC LIMIT 1
                """, arguments: [Folding.stored(actor.name), isAnything, changeSet])
        guard let row else { return nil }
        return try step(row[0], action: row[1], db)
    }

    /// The person's last undo before this one that stands, with the action of its step; nil where there is none or they
    /// wrote anything else since.
    static func lastUndone(by actor: Actor, before changeSet: Int64, _ db: Database) throws -> UndoableStep? {
        let row = try Row.fetchOne(
            db,
            sql: """
                WITH me AS (SELECT id FROM coordinator WHERE name = ?)
                SELECT a.seq, s.action FROM audit AS a JOIN audit AS s ON s.seq = a.undoes
                WHERE a.actor = (SELECT id FROM me) AND a.seq = a.change_set AND a.undoes IS NOT NULL
                    AND a.action = 'undo' AND a.seq < ?
                    AND a.seq > ifnull((
                        SELECT max(o.seq) FROM audit AS o
                        WHERE o.actor = (SELECT id FROM me) AND o.seq = o.change_set AND o.undoes IS NULL), 0)
                    AND NOT EXISTS (
                        SELECT 1 FROM audit AS r WHERE r.undoes = a.seq AND r.seq = r.change_set
                            AND r.undoes IS NOT NULL)
                ORDER BY a.seq DESC LIMIT 1
                """, arguments: [Folding.stored(actor.name), changeSet])
        guard let row, var step = try step(row[0], action: row[1], db) else { return nil }
        step.isRedo = true
        return step
    }

    private static func step(_ changeSet: Int64, action: String, _ db: Database) throws -> UndoableStep? {
        guard let action = ChangeAction(rawValue: action) else { return nil }
        return UndoableStep(changeSet: changeSet, action: action, name: try name(of: changeSet, db))
    }

    func receipt(_ db: Database) throws -> UndoReceipt {
        let name = name.isEmpty ? try UndoableStep.name(of: changeSet, db) : name
        return UndoReceipt(action: action, name: name, change: try change(db))
    }

    /// What it did to the record that was added, changed or deleted; nil of another sort of step.
    private func change(_ db: Database) throws -> UndoReceipt.Change? {
        guard [.add, .edit, .delete].contains(action) else { return nil }
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT a.entity, d.before, d.after FROM audit AS a LEFT JOIN audit_detail AS d USING (seq)
                WHERE a.change_set = ? ORDER BY a.seq \(isRedo ? "DESC" : "") LIMIT 1
                """, arguments: [changeSet])
        guard rows.count == 1, let kind = RecordKind(rawValue: rows[0][0]) else { return nil }
        func record(_ text: String?) throws -> Record? {
            try text.flatMap { try RowText.decode($0, of: kind, db) }.map { RecordRow.record(kind, $0.values) }
        }
        let (old, new) = (try record(rows[0][1]), try record(rows[0][2]))
        guard let label = (new ?? old)?.label else { return nil }
        guard let old, let new else { return UndoReceipt.Change(label: label) }
        let fields = zip(kind.fields, zip(old.values, new.values)).filter { $1.0 != $1.1 }.map(\.0.label)
        return UndoReceipt.Change(label: label, fields: fields)
    }

    /// Whether it changed an event, or an attendance at it.
    func isAbout(event: Int64, _ db: Database) throws -> Bool {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT a.entity, a.row, d.before, d.after FROM audit AS a LEFT JOIN audit_detail AS d USING (seq)
                WHERE a.change_set = ? AND a.entity IN ('event', 'attendance') LIMIT \(UndoableStep.page)
                """, arguments: [changeSet])
        return try rows.contains { row in
            guard let kind = RecordKind(rawValue: row[0]) else { return false }
            if kind == .event { return row[1] as Int64 == event }
            return try [row[2] as String?, row[3]].contains { text in
                let stored = try text.flatMap { try RowText.decode($0, of: kind, db) }
                return kind.index(of: "event").map { stored?.values[$0] == event.databaseValue } ?? false
            }
        }
    }

    /// Applies the inverse of each change, the last one first.
    /// - Parameter progress: told now and then how many are done; what it throws ends it.
    /// - Throws: `DeskError.undoRefused` where a row is no longer as the step left it, or another one refers to it, and of what
    ///   was frozen;
    ///   `DeskError.erased` where it is not known any more what it was.
    func takeBack(_ recorder: ChangeRecorder, progress: (Int) throws -> Void) throws {
        guard action != .freeze else {
            let kept = LocalizedText(ja: "報告した内容を残すため", en: "what was reported stays")
            throw DeskError.undoRefused(action: action, name: name, obstacle: kept)
        }
        let entries = try recorder.db.makeStatement(
            sql: """
                SELECT a.seq, a.entity, a.row, d.before, d.after, d.seq IS NULL
                FROM audit AS a LEFT JOIN audit_detail AS d USING (seq)
                WHERE a.change_set = ? AND a.seq < ? ORDER BY a.seq DESC LIMIT \(UndoableStep.page)
                """)
        var upTo = Int64.max
        var done = 0
        while true {
            let rows = try Row.fetchAll(entries, arguments: [changeSet, upTo])
            for row in rows {
                guard !(row[5] as Bool) else { throw DeskError.erased(action: action, name: name) }
                guard let table = RecordKind(rawValue: row[1]) else {
                    throw DeskError.undoRefused(action: action, name: name, isRedo: isRedo)
                }
                let key = RecordKey(table, row[2])
                do {
                    guard try invert(key, before: row[3], after: row[4], recorder) else {
                        throw try refused(
                            by: try UndoableStep.whoChanged(key, since: row[0], recorder.db), key, recorder)
                    }
                } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
                    if let row = row[3] as String?, let obstacle = try obstacle(to: key, row, recorder) {
                        throw DeskError.undoRefused(action: action, name: name, obstacle: obstacle, isRedo: isRedo)
                    }
                    throw try refused(by: try Referrer.newest(of: key, recorder.db), key, recorder)
                }
            }
            guard let last = rows.last else { return }
            upTo = last[0]
            done += rows.count
            try progress(done)
        }
    }

    /// Why a row can't be as it was: what it names is not there, or another one has its place.
    /// - Parameter before: what it was.
    private func obstacle(to key: RecordKey, _ before: String, _ recorder: ChangeRecorder) throws -> LocalizedText? {
        guard let values = try RowText.decode(before, of: key.kind, recorder.db)?.values else { return nil }
        let record = RecordRow.record(key.kind, values)
        for (field, value) in zip(key.kind.fields, record.values) {
            guard case .reference(let kind) = field.kind, let number = value.number else { continue }
            if try recorder.current(kind, id: Int64(number)) == nil {
                return LocalizedText(
                    ja: "関係する\(kind.label.ja)が今はないため", en: "the \(kind.label.en) it names is not there")
            }
        }
        return LocalizedText(ja: "今は別の記録がその場所にあるため", en: "another record has its place now")
    }

    private func refused(by referrer: Referrer?, _ key: RecordKey, _ recorder: ChangeRecorder) throws -> DeskError {
        guard let referrer else { return try refused(by: "", key, recorder) }
        return .undoRefused(
            action: action, name: name, by: referrer.by, referrer: referrer.kind.label, isRedo: isRedo)
    }

    private func refused(by person: String, _ key: RecordKey, _ recorder: ChangeRecorder) throws -> DeskError {
        guard name.isEmpty else { return .undoRefused(action: action, name: name, by: person, isRedo: isRedo) }
        let title = try Titles(recorder.db).title(of: key) ?? "#\(key.id)"
        let label = key.kind.label
        return .undoRefused(
            action: action, name: name, by: person,
            record: LocalizedText(ja: "\(label.ja)「\(title)」", en: "the \(label.en) '\(title)'"), isRedo: isRedo)
    }

    /// - Returns: false where the row is no longer as the step left it.
    private func invert(_ key: RecordKey, before: String?, after: String?, _ recorder: ChangeRecorder) throws -> Bool {
        let (table, id) = (key.kind, key.id)
        let current = try recorder.current(table, id: id)
        guard try isAsLeft(current, after, of: table, recorder.db) else { return false }
        let old = try before.map { try RowText.decode($0, of: table, recorder.db) }
        switch (old, current) {
        case (.none, .some(let row)):
            try recorder.delete(table, id: id, from: row)
        case (.some(.some(let old)), .some(let row)):
            try recorder.update(table, id: id, from: row) { $0 = old.values }
        case (.some(.some(let old)), .none):
            try recorder.insert(table, old.values, id: id, version: old.version + 1)
        default:
            return false
        }
        return true
    }

    /// Whether a row is what the step left. By content, not by version: a later step that was itself taken back does not
    /// stand in the way.
    private func isAsLeft(
        _ current: StoredRow?, _ text: String?, of table: RecordKind, _ db: Database
    ) throws -> Bool {
        guard let current, let text else { return current == nil && text == nil }
        // Nearly always it is the very text; to read one takes longer than to write one.
        if text.utf8.elementsEqual(RowText.encode(current, of: table)) { return true }
        return try RowText.decode(text, of: table, db)?.values == current.values
    }

    /// Who changed a record last, after this entry, by what still stands; empty where nobody did.
    private static func whoChanged(_ key: RecordKey, since seq: Int64, _ db: Database) throws -> String {
        try String.fetchOne(
            db,
            sql: """
                SELECT k.name FROM audit AS a JOIN coordinator AS k ON k.id = a.actor
                    JOIN audit AS head ON head.seq = a.change_set
                WHERE a.entity = ? AND a.row = ? AND a.seq > ? AND head.undoes IS NULL AND NOT \(isUndone("a.change_set"))
                ORDER BY a.seq DESC LIMIT 1
                """, arguments: [key.kind.rawValue, key.id, seq]) ?? ""
    }

    static func name(of changeSet: Int64, _ db: Database) throws -> String {
        let organisation = try String.fetchOne(
            db,
            sql: """
                SELECT name FROM organisation WHERE id = (
                    SELECT min(organisation) FROM audit WHERE change_set = ?1
                    HAVING min(organisation) = max(organisation))
                """, arguments: [changeSet])
        if let organisation { return organisation }
        // What a person added, changed or deleted comes first; what follows from it is not what they did.
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT entity, row FROM audit AS a WHERE seq = ?1 AND (
                    action IN ('add', 'edit', 'delete') OR NOT EXISTS (
                        SELECT 1 FROM audit AS o
                        WHERE o.change_set = ?1 AND (o.entity <> a.entity OR o.row <> a.row)))
                """, arguments: [changeSet])
        guard let row, let kind = RecordKind(rawValue: row[0]) else { return "" }
        return try Titles(db).title(of: RecordKey(kind, row[1])) ?? ""
    }
}
