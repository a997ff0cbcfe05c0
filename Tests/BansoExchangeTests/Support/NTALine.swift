import BansoDomain

/// Builds a record of the National Tax Agency's layout.
struct NTALine {
    var fields: [String]

    init(_ number: String = "4011001098993", name: String = "株式会社表計算", columns: Int = 30) {
        fields = [
            "1", number, "01", "1", "2018-04-02", "2015-10-05", name, "", "301", "福岡県", "福岡市博多区", "博多駅前２丁目１－１",
            "", "40", "132", "8120011", "", "", "", "", "", "", "2015-10-05", "1", "", "", "", "", "ヒョウケイサン", "0",
        ]
        fields = Array(fields.prefix(columns))
        while fields.count < columns { fields.append("") }
    }

    /// The line with another value in a column, 1 for the first.
    func with(_ column: Int, _ value: String) -> NTALine {
        var line = self
        line.fields[column - 1] = value
        return line
    }

    var text: String { CSVText.line(fields, quotesAll: true) }

    /// The nth valid number.
    static func number(_ index: Int) -> String {
        let digits = String(index)
        return CorporateNumber(twelve: String(repeating: "0", count: 12 - digits.count) + digits)!.digits
    }
}
