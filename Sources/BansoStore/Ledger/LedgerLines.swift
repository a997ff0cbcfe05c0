import BansoDomain
import GRDB

/// The numbers of the ledger's lines, within one transaction.
final class LedgerLines {
    private let db: Database
    private let find: Statement
    private let byActivity: Statement
    private var known: [LedgerLine: Int64] = [:]

    init(_ db: Database) throws {
        self.db = db
        find = try db.cachedStatement(
            sql: "SELECT id FROM ledger_line WHERE indicator = ? AND activity = ? AND part = ?")
        byActivity = try db.cachedStatement(sql: "SELECT id FROM ledger_line WHERE indicator = ? AND activity = ?")
    }

    /// - Returns: nil where nothing has been added to the line yet.
    func number(of line: LedgerLine) throws -> Int64? {
        if let number = known[line] { return number }
        let found = try Int64.fetchOne(find, arguments: [line.indicator.text, line.activity.text, line.part])
        if let found { known[line] = found }
        return found
    }

    /// The line's number, which it is given where it has none.
    func made(_ line: LedgerLine) throws -> Int64 {
        if let number = try number(of: line) { return number }
        try db.execute(
            sql: "INSERT INTO ledger_line (indicator, activity, part) VALUES (?, ?, ?)",
            arguments: [line.indicator.text, line.activity.text, line.part])
        known[line] = db.lastInsertedRowID
        return db.lastInsertedRowID
    }

    /// Those of an indicator in an activity, whatever the part.
    func numbers(of indicator: IndicatorID, in activity: ActivityID) throws -> [Int64] {
        try Int64.fetchAll(byActivity, arguments: [indicator.text, activity.text])
    }

    static func all(_ db: Database) throws -> [Int64: LedgerLine] {
        var lines: [Int64: LedgerLine] = [:]
        let rows = try Row.fetchCursor(
            db.cachedStatement(sql: "SELECT id, indicator, activity, part FROM ledger_line"))
        while let row = try rows.next() {
            lines[row[0]] = LedgerLine(IndicatorID(row[1]), ActivityID(row[2]), part: row[3])
        }
        return lines
    }
}
