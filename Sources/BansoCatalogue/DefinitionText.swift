import BansoDomain

extension CatalogueFile {
    /// A catalogue's text with one more version of a definition at its end; the earlier ones stay.
    public static func adding(_ definition: Definition, to text: String) -> String {
        var lines = [
            "[[definition]]", "id = \(quoted(definition.id))", "version = \(definition.version)",
            "since = \(definition.since.iso)",
            "label = { ja = \(quoted(definition.label.ja)), en = \(quoted(definition.label.en)) }",
            "value = \(quoted(definition.value))",
        ]
        if let setting = definition.setting { lines.append("sets = { \(words(of: setting)) }") }
        if let reason = definition.reason { lines.append("reason = \(quoted(reason))") }
        return text + (text.hasSuffix("\n") ? "\n" : "\n\n") + lines.joined(separator: "\n") + "\n"
    }

    private static func words(of setting: Definition.Setting) -> String {
        switch setting {
        case .contentFrom(let grade): "content_from = \(grade)"
        case .offerFrom(let stage): "offer_from = \(quoted(stage.rawValue))"
        case .denominator(let denominator): "denominator = \(quoted(denominator.rawValue))"
        case .matching(let activities):
            "matching = [" + activities.map { quoted($0.text) }.joined(separator: ", ") + "]"
        case .visits(let contacts): "visits = [" + list(contacts) + "]"
        case .information(let contacts): "information = [" + list(contacts) + "]"
        }
    }

    private static func list(_ contacts: [CompanyContact]) -> String {
        contacts.map { quoted($0.rawValue) }.joined(separator: ", ")
    }

    /// A basic string of TOML.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\" + String(scalar)
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
