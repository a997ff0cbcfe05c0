import BansoDomain

/// Why a command can't go on, with its exit code: 1 what was checked does not hold, 2 wrong arguments or input, 3 the
/// database can't be used.
struct CommandFailure: Error {
    var text: LocalizedText
    /// What else is wrong, a line each.
    var others: [LocalizedText] = []
    var code: Int32

    init(_ ja: String, _ en: String, code: Int32 = 2) {
        text = LocalizedText(ja: ja, en: en)
        self.code = code
    }
}
