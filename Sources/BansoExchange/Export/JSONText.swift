import BansoDomain

/// JSON as RFC 8259 writes it.
enum JSONText {
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case "\0"..<" ":
                let hex = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    /// Numbers as numbers, yes and no as true and false, dates as `YYYY-MM-DD`, choices as their tokens, tags as a list
    /// of theirs, a reference as the other record's number.
    static func value(_ value: FieldValue, _ field: RecordField) -> String {
        switch (field.kind, value) {
        case (_, .none): "null"
        case (.tags, .text(let tokens)):
            "[" + tokens.split(separator: " ").map { quoted(String($0)) }.joined(separator: ",") + "]"
        case (_, .text(let text)): quoted(text)
        case (_, .day(let day)): quoted(day.iso)
        case (.flag, .number(let number)): number == 0 ? "false" : "true"
        case (_, .number(let number)): String(number)
        }
    }
}
