import Testing

@testable import BansoApp

/// What a line means, in half and full width.
@Suite struct PlainCommandTests {
    @Test(arguments: [
        ("", PlainCommand.more), ("　", .more), ("つづき", .more), ("MORE", .more), ("＝", .again), ("b", .back),
        ("。", .back),
        ("ｑ", .quit), ("？", .help), ("12", .number(12)), ("１２．", .number(12)), ("c", .letter("c", row: nil)),
        ("ｘ　３", .letter("x", row: 3)), ("H", .letter("H", row: nil)), ("? 2", .letter("?", row: 2)),
        ("/やまだ", .search("やまだ")), ("／ やまだ", .search("やまだ")), ("・やまだ", .search("やまだ")),
        ("Search Yamada", .search("Yamada")), ("検索　やまだ", .search("やまだ")), ("新規 イベント", .name("新規 イベント")),
        ("a 1 2", .name("a 1 2")), ("0", .letter("0", row: nil)), ("-1", .name("-1")),
    ]) func isUnderstood(_ line: String, _ command: PlainCommand) {
        #expect(PlainCommand(line) == command)
    }
}
