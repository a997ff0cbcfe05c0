import Testing

/// Steps at a desk that several tests take.
extension Tmux {
    /// Opens the form of a new company.
    func openCompanyForm() throws {
        try press("n")
        try #require(wait(for: "新規"))
        try press("o")
        try #require(wait(for: "企業の登録"))
    }

    /// Types, and waits until it is seen.
    func type(_ text: String) throws {
        try press(text)
        try #require(wait(for: text))
    }

    /// Opens what asks for a file to look at.
    func openImport() throws {
        try press(":")
        try #require(wait(for: "コマンド"))
        try press("とりこみ", "Enter")
        try #require(wait(for: "種類"))
    }

    /// Looks at a file of companies.
    func preview(companies file: String) throws {
        try openImport()
        try press("companies", "Enter", file, "Enter")
    }
}
