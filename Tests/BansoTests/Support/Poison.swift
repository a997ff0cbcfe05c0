import CSQLite
import Foundation

/// What must never reach a terminal as it is: every C0, C1, bidirectional and zero-width character and DEL, each between
/// two marks that no text of the program's own has.
enum Poison {
    struct Failure: Error { var what: String }

    static let controls = (Array(0x01...0x1F) + Array(0x7F...0x9F)).map { Unicode.Scalar($0 as UInt32)! }
    static let hidden =
        ([0xAD, 0x061C] + Array(0x200B...0x200F) + Array(0x2028...0x202E) + Array(0x2060...0x2069) + [0xFEFF])
        .map { Unicode.Scalar($0 as UInt32)! }
    static let all = controls + hidden
    private static let mark = "ж"

    /// All of them, beginning with one of them.
    static func text(_ scalars: [Unicode.Scalar] = all, from first: Int = 0) -> String {
        let turned = scalars.indices.map { scalars[($0 + first) % scalars.count] }
        return mark + turned.map { String(Character($0)) + mark }.joined()
    }

    /// Those that a terminal was given raw. A few controls are ncurses' own tools: these count where they stand between
    /// marks, the others anywhere.
    static func raw(in bytes: Data) -> [String] {
        all.filter { scalar in
            let sent = String(Character(scalar))
            let isTool = [0x08, 0x09, 0x0A, 0x0D, 0x0E, 0x0F, 0x1B].contains(scalar.value)
            return bytes.range(of: Data((isTool ? mark + sent + mark : sent).utf8)) != nil
        }.map(name)
    }

    /// Those that were shown as text.
    static func shown(in bytes: Data) -> Set<String> {
        let text = String(decoding: bytes, as: UTF8.self)
        return Set(all.map(name).filter { text.contains($0) })
    }

    static func name(_ scalar: Unicode.Scalar) -> String { String(format: "‹U+%04X›", scalar.value) }

    /// Puts it before every text in a database, behind the program's back: each record begins with another one.
    static func pour(into database: String, from first: Int) throws {
        var connection: OpaquePointer?
        defer { sqlite3_close(connection) }
        guard sqlite3_open(database, &connection) == SQLITE_OK else { throw Failure(what: "can't open \(database)") }
        try run(
            "PRAGMA ignore_check_constraints = ON; CREATE TEMP TABLE poison (number INTEGER PRIMARY KEY, text TEXT)")
        for number in all.indices {
            let digits = text(from: first + number).utf8.map { String(format: "%02X", $0) }.joined()
            try run("INSERT INTO poison VALUES (\(number), CAST(X'\(digits)' AS TEXT))")
        }
        for (table, column) in texts {
            try run(
                "UPDATE \(table) SET \(column) = (SELECT text FROM poison WHERE number = \(table).rowid % \(all.count)) "
                    + "|| \(column) WHERE \(column) <> ''")
        }

        func run(_ sql: String) throws {
            guard sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK else {
                throw Failure(what: "\(String(cString: sqlite3_errmsg(connection))): \(sql.prefix(200))")
            }
        }
    }

    /// What people write freely.
    private static let texts = [
        "coordinator name", "organisation name", "organisation kana", "organisation municipality",
        "organisation address", "organisation industry", "organisation tags", "pipeline_entry next_action",
        "consultation topics", "consultation notes", "region name", "region notes", "talent name", "talent kana",
        "talent contact", "talent notes", "event theme", "event municipality", "event venue", "event outline",
        "event materials", "event minutes", "attendance attendee", "survey_answer comment", "posting title",
        "posting platform", "application notes", "assessment result", "inter_company_contract project",
        "hearing notes", "training theme", "process_consultation notes", "case_study title", "case_study summary",
        "follow_up notes", "contact name", "contact kana", "contact position", "contact phone", "contact email",
        "contact notes", "eligibility_check evidence", "snooze reason", "saved_filter name", "saved_filter text",
        "meeting title", "meeting venue", "meeting participants", "meeting minutes", "meeting materials",
        "import_mapping name", "import_mapping columns",
    ].map { place in
        let words = place.split(separator: " ")
        return (String(words[0]), String(words[1]))
    }
}
