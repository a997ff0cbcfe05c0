import BansoDomain

extension CSVRecord {
    /// - Parameter count: how many columns the heading has.
    /// - Throws: `RowFailure.broken` where the record has another number of them.
    func check(columns count: Int) throws(RowFailure) {
        guard columns == count else {
            throw .broken(
                nil,
                LocalizedText(
                    ja: "列の数が\(columns)です（見出しは\(count)列）", en: "has \(columns) columns, the heading has \(count)"))
        }
    }
}
