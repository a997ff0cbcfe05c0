import BansoDomain

/// A report as Markdown, with tables as GitHub has them.
public enum MarkdownReport {
    public static func text(of page: ReportPage) -> String {
        page.blocks.map(text).joined(separator: "\n\n") + "\n"
    }

    private static func text(of block: ReportPage.Block) -> String {
        switch block {
        case .heading(let title, let level): String(repeating: "#", count: level) + " " + escaped(title)
        case .text(let text): lines(text)
        case .facts(let facts):
            facts.map { fact in
                "- **\(escaped(fact.label))**: "
                    + fact.value.split(separator: "\n").map { escaped(String($0)) }.joined(
                        separator: "  \n  ")
            }.joined(separator: "\n")
        case .table(let table):
            ([
                row(table.columns.map(\.heading)),
                row(table.columns.map { $0.isNumber ? "---:" : "---" }, isRule: true),
            ] + table.rows.map { row($0) }).joined(separator: "\n")
        case .newSheet: "---"
        }
    }

    private static func row(_ cells: [String], isRule: Bool = false) -> String {
        let words = cells.map { isRule ? $0 : escaped($0.replacing("\n", with: " ")) }
        return "| " + words.joined(separator: " | ") + " |"
    }

    private static func lines(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { escaped(String($0)) }.joined(
            separator: "  \n")
    }

    /// What somebody wrote stays text, whatever it looks like.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if "\\`*_[]<>|#~".unicodeScalars.contains(scalar) { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
        return result
    }
}
