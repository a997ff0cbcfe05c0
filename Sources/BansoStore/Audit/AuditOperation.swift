/// What was done to a row.
enum AuditOperation: String {
    case insert, update, delete
}
