import BansoDomain

/// One record of the National Tax Agency's file.
struct NTARow {
    enum Content: Hashable {
        case current(Organisation)
        case skipped(RowOutcome)
    }

    private static let columns = NTAColumn.allCases
    /// Those that an organisation is not made of, or that are digits.
    private static let unreadColumns = columns.filter { ![.name, .street, .furigana, .city].contains($0) }

    let record: CSVRecord
    let source: ImportFile

    /// - Throws: `RowFailure.row` with a column that is wrong. What is skipped is checked too, as far as the number
    ///   and the bytes go: a damaged file is told wherever it is damaged.
    func read() throws(RowFailure) -> Content {
        guard NTAColumn.counts.contains(record.columns) else {
            throw .broken(
                nil,
                LocalizedText(
                    ja: "列の数が\(record.columns)です（29か30のはずです）", en: "has \(record.columns) columns, not 29 or 30"))
        }
        let number = try number()
        if let outcome = try skipped() {
            try checkBytes(of: NTARow.columns)
            return .skipped(outcome)
        }
        let name = try text(.name)
        if name.isEmpty { throw wrong(.name, LocalizedText(ja: "空です", en: "is empty")) }
        let street = try text(.street)
        let organisation = Organisation(
            kind: try kind(), name: name, kana: try text(.furigana), corporateNumber: number,
            prefecture: try prefecture(), municipality: try text(.city),
            address: street.isEmpty ? try text(.overseasAddress) : street, postcode: try postcode())
        try checkBytes(of: NTARow.unreadColumns)
        return .current(organisation)
    }

    /// Why the row is no organisation of today; nil where it is one.
    private func skipped() throws(RowFailure) -> RowOutcome? {
        if record.isField(NTAColumn.latest.rawValue, "0") { return .history }
        guard record.isField(NTAColumn.latest.rawValue, "1") else {
            throw wrong(.latest, LocalizedText(ja: "0か1のはずです", en: "must be 0 or 1"))
        }
        // 処理区分 99: the number was taken back (削除).
        let isClosed =
            !record.isEmpty(NTAColumn.closeDate.rawValue) || !record.isEmpty(NTAColumn.closeCause.rawValue)
            || record.isField(NTAColumn.process.rawValue, "99")
        return isClosed ? .closed : nil
    }

    private func number() throws(RowFailure) -> CorporateNumber {
        let column = NTAColumn.number.rawValue
        // The common case without the folding that typed numbers need.
        if let number = record.withField(
            column, { CorporateNumber(twelve: String(decoding: $0.dropFirst(), as: UTF8.self)) }),
            record.withField(column, { number.digits.utf8.elementsEqual($0) })
        {
            return number
        }
        let found = try source.text(record, column, named: NTAColumn.number.label)
        do throws(CorporateNumber.Failure) {
            return try CorporateNumber(found)
        } catch {
            let quoted = Quoted.text(found)
            throw wrong(
                .number, LocalizedText(ja: "\(error.text.ja)：\(quoted.ja)", en: "\(error.text.en): \(quoted.en)"))
        }
    }

    /// Refuses a byte that can't be decoded, in columns that are not kept too.
    private func checkBytes(of columns: [NTAColumn]) throws(RowFailure) {
        for column in columns where column.rawValue < record.columns {
            if record.withField(column.rawValue, { $0.contains { $0 >= 0x80 } }) {
                _ = try source.text(record, column.rawValue, named: column.label)
            }
        }
    }

    private func text(_ column: NTAColumn) throws(RowFailure) -> String {
        if record.isEmpty(column.rawValue) { return "" }
        let found = try source.text(record, column.rawValue, named: column.label)
        if let control = FieldText.control(in: found) {
            throw wrong(column, ControlCharacter.reason(control))
        }
        // In a file of the rows that were not taken.
        let meant = record.columns > NTAColumn.reasonAt ? CSVCell.unguarded(found) : found
        return Folding.stored(meant)
    }

    /// 国の機関 (101) and 地方公共団体 (201) support companies; 設立登記法人 (301–399), 外国会社等 (401) and その他 (499) are ones.
    private func kind() throws(RowFailure) -> Organisation.Kind {
        let field = record.field(NTAColumn.kind.rawValue)
        guard field.count == 3, field.allSatisfy({ (0x30...0x39).contains($0) }), (0x31...0x34).contains(field[0])
        else {
            throw wrong(.kind, LocalizedText(ja: "101から499までの番号のはずです", en: "must be a code from 101 to 499"))
        }
        return field[0] <= 0x32 ? .institution : .company
    }

    /// Nil where the code is empty or 99 (国外).
    private func prefecture() throws(RowFailure) -> Prefecture? {
        let field = record.field(NTAColumn.prefectureCode.rawValue)
        if field.isEmpty { return nil }
        if field.count <= 2, field.allSatisfy({ (0x30...0x39).contains($0) }) {
            let code = field.reduce(0) { $0 * 10 + Int($1 - 0x30) }
            if code == 99 { return nil }
            if let prefecture = Prefecture(code: code) { return prefecture }
        }
        throw wrong(.prefectureCode, LocalizedText(ja: "01から47か99のはずです", en: "must be 01 to 47, or 99"))
    }

    private func postcode() throws(RowFailure) -> String {
        let field = record.field(NTAColumn.postcode.rawValue)
        guard field.isEmpty || field.count == 7 && field.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw wrong(.postcode, LocalizedText(ja: "数字7桁のはずです", en: "must be 7 digits"))
        }
        return String(decoding: field, as: UTF8.self)
    }

    private func wrong(_ column: NTAColumn, _ reason: LocalizedText) -> RowFailure { .row(column.column, reason) }
}
