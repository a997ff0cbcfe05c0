import BansoDomain
import GRDB

/// Finds somebody in what was written about others, and takes them out of it.
///
/// Where another record has the same name nobody can tell whom a text means: then that spelling stays where it stands. Names
/// of others that only contain it (佐藤健 in 佐藤健太) stay too.
struct Mentions {
    /// What is looked for.
    let spellings: [String]
    /// Those that others have as their own.
    let shared: Int
    private let sought: [[UInt8]]
    private let others: [[UInt8]]

    /// The fields that say who or what a record is.
    static let own: [RecordKind: [String]] = [
        .organisation: ["name", "kana", "corporate_number"], .talent: ["name", "kana", "contact"],
        .contact: ["name", "kana", "phone", "email"], .coordinator: ["name"], .region: ["name"],
    ]

    init(of subject: ErasedSubject, _ db: Database) throws {
        var taken: Set<String> = []
        var others: Set<String> = []
        for (kind, fields) in Mentions.own {
            for field in fields where !subject.spellings.isEmpty {
                let rows = try Row.fetchAll(
                    db,
                    sql: """
                        SELECT id, \(field) FROM \(kind.table)
                        WHERE \(subject.spellings.map { _ in "instr(\(field), ?)" }.joined(separator: " OR "))
                        """, arguments: StatementArguments(subject.spellings))
                for row in rows {
                    let key = RecordKey(kind, row[0])
                    guard key != subject.key, !subject.owned.contains(key) else { continue }
                    let text: String = row[1]
                    if subject.spellings.contains(text) { taken.insert(text) } else { others.insert(text) }
                }
            }
        }
        spellings = subject.spellings.subtracting(taken).sorted { ($0.utf8.count, $0) > ($1.utf8.count, $1) }
        shared = taken.count
        sought = spellings.map { Array($0.utf8) }
        self.others = others.sorted { $0.utf8.count > $1.utf8.count }.map { Array($0.utf8) }
    }

    /// The fields of a kind in which others may be written about.
    static func fields(of kind: RecordKind) -> [RecordField] {
        kind.fields.filter { $0.isOwnWords && !(own[kind] ?? []).contains($0.id) }
    }

    /// SQL that is true where one of these columns may hold a spelling, and its arguments.
    func condition(on columns: [String]) -> (sql: String, arguments: StatementArguments) {
        guard !spellings.isEmpty, !columns.isEmpty else { return ("0", []) }
        let places = columns.flatMap { column in spellings.map { _ in "instr(\(column), ?)" } }
        return (places.joined(separator: " OR "), StatementArguments(columns.flatMap { _ in spellings }))
    }

    /// The text without them; nil where they don't stand in it.
    func taken(out text: String) -> String? {
        let bytes = Array(text.utf8)
        var left: [UInt8] = []
        var isFound = false
        var at = 0
        while at < bytes.count {
            let rest = bytes[at...]
            if let other = others.first(where: rest.starts) {
                left += other
                at += other.count
            } else if let spelling = sought.first(where: rest.starts) {
                left += Erasing.name.utf8
                at += spelling.count
                isFound = true
            } else {
                left.append(bytes[at])
                at += 1
            }
        }
        return isFound ? String(decoding: left, as: UTF8.self) : nil
    }
}
