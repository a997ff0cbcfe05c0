import BansoDomain
import GRDB

/// Puts what SQLite says into the desk's words.
enum StoreErrors {
    /// - Throws: only `DeskError`.
    static func mapped<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw deskError(error, path: path)
        }
    }

    static func deskError(_ error: DatabaseError, path: String) -> DeskError {
        if error.extendedResultCode == .SQLITE_READONLY_DBMOVED { return .gone(path: path) }
        return switch error.resultCode {
        case .SQLITE_FULL: .full(path: path)
        case .SQLITE_READONLY, .SQLITE_PERM: .readOnly(path: path)
        case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path)
        case .SQLITE_CORRUPT: .corrupt(path: path, detail: error.message ?? "malformed")
        case .SQLITE_NOTADB: .foreign(path: path)
        case .SQLITE_CONSTRAINT: constraint(error.message ?? "", path: path)
        default: .failed(path: path, detail: error.message ?? "SQLite \(error.extendedResultCode.rawValue)")
        }
    }

    private static func constraint(_ message: String, path: String) -> DeskError {
        let field: LocalizedText
        let reason: LocalizedText
        if message.contains("corporate_number") {
            field = LocalizedText(ja: "法人番号", en: "corporate number")
            reason = LocalizedText(ja: "既に登録されています", en: "already registered")
        } else if message.hasPrefix("UNIQUE"), message.contains("pipeline_entry") {
            field = LocalizedText(ja: "パイプライン", en: "pipeline")
            reason = LocalizedText(ja: "既に登録されています", en: "the organisation is already in it")
        } else if message.hasPrefix("UNIQUE"), let named = named(in: message) {
            field = named
            reason = LocalizedText(ja: "同じものが既に登録されています", en: "the same one is already there")
        } else if message.hasPrefix("UNIQUE") {
            field = LocalizedText(ja: "記録", en: "record")
            reason = LocalizedText(ja: "同じ記録が既にあります", en: "the same one is already there")
        } else if message.contains(ReportSchema.frozen) {
            field = RecordKind.monthlyReport.label
            reason = LocalizedText(
                ja: "確定済みのため変更できません（訂正は次の報告に載ります）", en: "is frozen and stays; corrections go into the next one")
        } else if message.hasPrefix("FOREIGN KEY") {
            return .notFound(what: LocalizedText(ja: "参照先の記録", en: "record that this one refers to"))
        } else {
            field = LocalizedText(ja: "記録", en: "record")
            reason = LocalizedText(ja: "決まりに反します（\(message)）", en: "breaks a rule (\(message))")
        }
        return .invalid(field: field, reason: reason)
    }

    /// Names the record because of which another one can't be there, where several fields tell records apart: a person who
    /// meant that one finds it by its number.
    static func twin(
        of values: [DatabaseValue], in table: RecordKind, _ error: DatabaseError, _ db: Database
    ) throws -> DeskError? {
        guard error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE, table != .pipelineEntry else { return nil }
        let columns = columns(in: error.message ?? "")
        let places = columns.compactMap { table.columns.firstIndex(of: $0) }
        guard columns.count > 1, places.count == columns.count,
            let twin = try Int64.fetchOne(
                db,
                sql: "SELECT id FROM \(table.table) WHERE "
                    + columns.map { "\($0) IS ?" }.joined(separator: " AND "),
                arguments: StatementArguments(places.map { values[$0] }))
        else { return nil }
        return .invalid(
            field: LocalizedText(ja: "記録", en: "record"),
            reason: LocalizedText(ja: "同じ記録 #\(twin) が既にあります", en: "the same one is already there: #\(twin)"))
    }

    /// `UNIQUE constraint failed: attendance.event, attendance.talent`
    private static func columns(in message: String) -> [String] {
        (message.split(separator: ":").last?.split(separator: ",") ?? []).compactMap {
            $0.split(whereSeparator: { $0 == "." || $0 == " " }).last.map(String.init)
        }
    }

    /// The one field that must differ from record to record: "UNIQUE constraint failed: coordinator.name".
    private static func named(in message: String) -> LocalizedText? {
        let columns = message.split(separator: ":").last?.split(separator: ",") ?? []
        let parts = columns.first?.split(whereSeparator: { $0 == "." || $0 == " " }) ?? []
        guard columns.count == 1, parts.count == 2,
            let kind = RecordKind.allCases.first(where: { $0.table == String(parts[0]) })
        else { return nil }
        return kind.index(of: String(parts[1])).map { kind.fields[$0].label }
    }
}
