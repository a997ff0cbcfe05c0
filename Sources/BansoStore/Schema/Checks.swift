/// The CHECK expressions that columns share.
enum Checks {
    /// A date that exists, as YYYY-MM-DD.
    static func day(_ column: String) -> String {
        "\(column) GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(\(column)) IS \(column)"
    }

    /// One line: no control characters.
    static func line(_ column: String) -> String {
        "instr(\(column), char(0)) = 0 AND \(column) NOT GLOB '*[' || char(1, 45, 31) || char(127) || ']*'"
    }

    /// Several lines: of the control characters only tab and line feed.
    static func paragraph(_ column: String) -> String {
        "instr(\(column), char(0)) = 0 AND \(column) NOT GLOB '*[' || char(1, 45, 8, 11, 45, 31) || char(127) || ']*'"
    }

    static func digits(_ column: String, _ count: Int) -> String {
        "\(column) GLOB '" + String(repeating: "[0-9]", count: count) + "'"
    }

    static func oneOf(_ column: String, _ values: [String]) -> String {
        "\(column) IN (" + values.map { "'\($0)'" }.joined(separator: ", ") + ")"
    }

    /// Any of these words, with spaces between.
    static func words(_ column: String, _ words: [String]) -> String {
        "trim(" + words.reduce("' ' || \(column) || ' '") { "replace(\($0), ' \($1) ', ' ')" } + ") = ''"
    }
}
