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

    /// Numbers as numbers, yes and no as true and false, dates as `YYYY-MM-DD`, times as `HH:MM`.
    static func value(_ cell: TableCell) -> String {
        switch cell {
        case .empty: "null"
        case .text(let text): quoted(text)
        case .number(let number): String(number)
        case .decimal(let number): TableCell.oneDecimal(number)
        case .day(let day): quoted(day.iso)
        case .time(let time): quoted(time.text)
        case .flag(let isSet): isSet ? "true" : "false"
        case .list(let texts): "[" + texts.map(quoted).joined(separator: ",") + "]"
        }
    }
}
