import BansoDomain
import GRDB

/// Reads records of a kind by number, with the titles of what they refer to joined in: what `Titles` says, without a
/// statement for each.
struct RecordStatement {
    let sql: String
    let count: String
    let arguments: StatementArguments
    /// Where the titles stand in a row: number, fields, titles.
    let titles: Range<Int>

    init(_ selection: RecordSelection, isTitled: Bool) {
        let kind = selection.kind
        var joins = TitleJoins()
        let found =
            isTitled
            ? kind.fields.compactMap { field -> String? in
                guard case .reference(let other) = field.kind else { return nil }
                return joins.title(of: other, through: "r.\(field.id)")
            } : []
        let columns = ["r.id"] + kind.columns.map { "r." + $0 }
        var condition = ""
        if let field = selection.field, kind.index(of: field) != nil {
            condition = " WHERE r.\(field) IS ?"
            arguments = [selection.value.stored]
        } else {
            arguments = []
        }
        titles = columns.count..<columns.count + found.count
        sql =
            "SELECT \((columns + found).joined(separator: ", ")) FROM \(kind.table) AS r NOT INDEXED"
            + joins.sql + condition + " ORDER BY r.id"
        count = "SELECT count(*) FROM \(kind.table) AS r" + condition
    }
}

/// The joins by which titles are read.
private struct TitleJoins {
    private(set) var sql = ""
    private var count = 0

    /// - Parameter depth: how far references are followed, as in `Titles`.
    /// - Returns: an expression for the title of the record whose number `key` is.
    mutating func title(of kind: RecordKind, through key: String, depth: Int = 2) -> String {
        count += 1
        let name = "t\(count)"
        sql += " LEFT JOIN \(kind.table) AS \(name) ON \(name).id = \(key)"
        let words = kind.titleFields.compactMap { id -> String? in
            guard let index = kind.index(of: id) else { return nil }
            guard case .reference(let other) = kind.fields[index].kind else { return "\(name).\(id)" }
            return depth > 0 ? title(of: other, through: "\(name).\(id)", depth: depth - 1) : nil
        }
        guard words.count > 1 else { return words.first ?? "''" }
        return "substr(\(words.map { "coalesce(' ' || \($0), '')" }.joined(separator: " || ")), 2)"
    }
}

extension FieldValue {
    fileprivate var stored: DatabaseValue {
        switch self {
        case .none: .null
        case .number(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .day(let day): day.iso.databaseValue
        }
    }
}
