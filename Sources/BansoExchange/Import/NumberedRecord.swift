import BansoDomain

/// Whether a row that bears the number of a record here is that record. Lists of other offices, and lists that are merely
/// numbered from 1, bear numbers that mean others here.
///
/// An organisation is told by its corporate number, and where one of the two has none by its name. Other records are told
/// by what people know them by: a row is another record where all of that differs. What has only a name may be called
/// otherwise.
struct NumberedRecord {
    let known: Record
    /// As the row would make it.
    let found: Record
    /// The fields that the row says something about.
    let told: Set<String>

    var isOther: Bool {
        let kind = known.kind
        if kind == .organisation {
            if let before = known["corporate_number"].text, let after = said("corporate_number")?.text {
                return before != after
            }
            return said("name") != nil && !isSame("name")
        }
        let compared = kind.tellingFields.filter { said($0) != nil && !known[$0].isBlank }
        guard compared.count > 1 || kind == .talent && compared.contains("name") else { return false }
        return !compared.contains(where: isSame)
    }

    /// What the record of the number is, for whoever has to decide. People are not named: it may go into a file.
    func reason(_ number: Int64) -> LocalizedText {
        let words = [known["name"].text, known["corporate_number"].text].compactMap { $0 }.joined(separator: " ")
        let isOrganisation = known.kind == .organisation
        let (ja, en) =
            isOrganisation ? ("「\(words)」", "'\(words)'") : ("別の\(known.label.ja)", "another \(known.label.en)")
        return LocalizedText(
            ja: "#\(number) は\(ja)の番号です", en: "#\(number) is \(en)")
    }

    static let advice = LocalizedText(
        ja: "別のものなら番号を空けるか --map 番号=- で列ごと外し、同じものなら --same-name ask で取り込み直してください",
        en:
            "if this is not the same, leave the number empty or its column out (--map id=-), if it is, import again with "
            + "--same-name ask")

    private func said(_ field: String) -> FieldValue? {
        guard told.contains(field), !found[field].isBlank else { return nil }
        return found[field]
    }

    private func isSame(_ field: String) -> Bool {
        guard let before = known[field].text, let after = found[field].text else { return known[field] == found[field] }
        return known.kind == .organisation
            ? MatchKey(before) == MatchKey(after) : Folding.searchKey(before) == Folding.searchKey(after)
    }
}

extension FieldValue {
    fileprivate var isBlank: Bool { self == .none || self == .text("") }
}
