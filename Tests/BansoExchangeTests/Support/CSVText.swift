/// Writes CSV.
enum CSVText {
    static func line(_ fields: [String], quotesAll: Bool = false, end: String = "\n") -> String {
        fields.map { field in
            guard quotesAll || field.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D })
            else {
                return field
            }
            return "\"" + field.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
        }.joined(separator: ",") + end
    }
}
