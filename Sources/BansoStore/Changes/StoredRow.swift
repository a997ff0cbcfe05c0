import GRDB

/// A row of an audited table as it stands: the values of `RecordKind.columns`, and its version.
struct StoredRow {
    var values: [DatabaseValue]
    var version: Int64

    init(values: [DatabaseValue], version: Int64) {
        self.values = values
        self.version = version
    }

    /// From a row that ends with the version.
    init(_ row: Row) {
        values = row.databaseValues.dropLast()
        version = row[row.count - 1]
    }
}
