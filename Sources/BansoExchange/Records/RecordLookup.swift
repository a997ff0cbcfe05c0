import BansoDomain

/// Finds the record that a cell means.
struct RecordLookup {
    let kind: RecordKind
    let desk: BulkDesk

    /// Why a cell means no record.
    struct Problem: Error {
        var reason: LocalizedText
        /// An organisation of nearly the same name, of which a person has to say whether it is meant.
        var alike: Int64?
    }

    /// - Parameter text: `12`, `#12`, or for an organisation also its 13 digits.
    func number(_ text: String) throws(RowFailure) -> Result<Int64, Problem> {
        let digits = Folding.typed(text).filter { $0 != "-" && $0 != " " }
        if kind == .organisation, digits.count == 13 { return try corporateNumber(text) }
        guard let number = RecordNumber.read(text) else { return .failure(Problem(reason: RecordNumber.none)) }
        guard try RowFailure.desk({ try desk.exists(RecordKey(kind, number)) }) else {
            return .failure(
                Problem(
                    reason: LocalizedText(ja: "この番号の\(noun.ja)は登録されていません", en: "no \(noun.en) has this number")))
        }
        return .success(number)
    }

    func corporateNumber(_ text: String) throws(RowFailure) -> Result<Int64, Problem> {
        let number: CorporateNumber
        do throws(CorporateNumber.Failure) {
            number = try CorporateNumber(text)
        } catch {
            return .failure(Problem(reason: error.text))
        }
        guard let found = try RowFailure.desk({ try desk.organisation(numbered: number) }) else {
            return .failure(
                Problem(reason: LocalizedText(ja: "この法人番号の企業は登録されていません", en: "no company has this number")))
        }
        return .success(found.value)
    }

    /// The reason says the name itself.
    func name(_ text: String) throws(RowFailure) -> Result<Int64, Problem> {
        let found = try RowFailure.desk { try desk.numbers(of: kind, called: text) }
        let quoted = Quoted.text(text)
        if found.count == 1 {
            guard let other = try otherName(of: found[0], than: text) else { return .success(found[0]) }
            return .failure(
                Problem(
                    reason: LocalizedText(
                        ja: "\(quoted.ja)という\(noun.ja)はなく、似た名前の #\(found[0]) \(other) があります。同じなら番号で指定してください",
                        en:
                            "no \(noun.en) called \(quoted.en), but #\(found[0]) \(other); if it is the same give its number"
                    ),
                    alike: found[0]))
        }
        if found.isEmpty {
            return .failure(
                Problem(
                    reason: LocalizedText(
                        ja: "\(quoted.ja)という\(noun.ja)は登録されていません", en: "no \(noun.en) called \(quoted.en)")))
        }
        return .failure(
            Problem(
                reason: LocalizedText(
                    ja: "\(quoted.ja)という\(noun.ja)が複数あります。番号で指定してください",
                    en: "more than one \(noun.en) called \(quoted.en); give its number")))
    }

    /// What an organisation is called, where that isn't what was written: it is found by less than its spelling.
    private func otherName(of number: Int64, than text: String) throws(RowFailure) -> String? {
        guard kind == .organisation, (try? CorporateNumber(text)) == nil else { return nil }
        let name = try RowFailure.desk { try desk.record(RecordKey(kind, number))?["name"].text ?? "" }
        return NameSpelling(name).isMeant(by: NameSpelling(text)) ? nil : name
    }

    private var noun: LocalizedText { kind == .organisation ? Organisation.Kind.company.label : kind.label }
}
