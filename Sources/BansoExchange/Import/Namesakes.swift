import BansoDomain

/// Whether an organisation of a file is one that is there. Its corporate number tells; by its name alone a person does.
struct Namesakes {
    let terms: ImportTerms
    let desk: BulkDesk
    /// Whether the file may say itself which record a row is, in a column for its number.
    let hasNumbers: Bool

    /// - Parameters:
    ///   - line: where the row starts, by which a person decided.
    ///   - isMarkedNew: whether the file itself says that it is another one.
    /// - Returns: the organisation that it was said to be; nil where its number tells, or it is a new one.
    /// - Throws: `RowFailure.namesakes` where a person has to decide.
    func decide(
        _ organisation: Organisation, line: Int, column: ImportColumn?, isMarkedNew: Bool
    ) throws(RowFailure) -> Int64? {
        switch terms.decisions[line] {
        case .same(let id): return id
        case .new: return nil
        case nil: break
        }
        guard terms.sameName == .reject, !isMarkedNew else { return nil }
        let found = try RowFailure.desk { () -> [Int64] in
            if let number = organisation.corporateNumber {
                guard try desk.organisation(numbered: number) == nil else { return [] }
            }
            return try desk.organisations(
                matching: organisation.name, isUnnumbered: organisation.corporateNumber != nil
            ).map(\.value)
        }
        guard !found.isEmpty else { return nil }
        throw .namesakes(
            column, try reason(found), advice: advice(found), found.map { RecordKey(.organisation, $0) })
    }

    private func reason(_ found: [Int64]) throws(RowFailure) -> LocalizedText {
        let places = try RowFailure.desk {
            try found.map { id in
                let record = try desk.record(RecordKey(.organisation, id))
                let place = record?["prefecture"].number.flatMap { Prefecture(code: Int($0)) }
                return LocalizedText(
                    ja: "#\(id)\(place.map { "（\($0.name(.ja))）" } ?? "")",
                    en: "#\(id)\(place.map { " (\($0.name(.en)))" } ?? "")")
            }
        }
        let (ja, en) = (places.map(\.ja).joined(separator: "・"), places.map(\.en).joined(separator: ", "))
        return LocalizedText(ja: "同じ名前の記録があります：\(ja)", en: "there is one of this name: \(en)")
    }

    private func advice(_ found: [Int64]) -> LocalizedText {
        guard hasNumbers else {
            return LocalizedText(
                ja: "取り込み画面か --same-name ask で選ぶか、別のものなら --same-name new で取り込み直してください",
                en:
                    "decide on the import page or with --same-name ask, or import the row again with --same-name new if it "
                    + "is another one")
        }
        return LocalizedText(
            ja: "同じものなら「番号」の列に\(found[0])、別のものなら「新規」と書いて取り込み直してください",
            en: "in the column 'id' write \(found[0]) if it is the same, 'new' if not, and import the row again")
    }
}
