import Testing

@testable import BansoApp

/// What a line means, in half and full width.
@Suite struct PlainCommandTests {
    @Test(arguments: [
        ("", PlainCommand.more), ("　", .more), ("つづき", .more), ("MORE", .more), ("＝", .again), ("b", .back),
        ("。", .back),
        ("ｑ", .quit), ("？", .help), ("12", .number(12)), ("１２．", .number(12)), ("c", .letter("c", rows: [])),
        ("ｘ　３", .letter("x", rows: [3])), ("H", .letter("H", rows: [])), ("? 2", .letter("?", rows: [2])),
        ("/やまだ", .search("やまだ")), ("／ やまだ", .search("やまだ")), ("・やまだ", .search("やまだ")),
        ("Search Yamada", .search("Yamada")), ("検索　やまだ", .search("やまだ")), ("新規 イベント", .name("新規 イベント")),
        ("a 1 2", .letter("a", rows: [1, 2])), ("+3", .letter("+", rows: [3])),
        ("＋1　3", .letter("+", rows: [1, 3])), ("a b 2", .name("a b 2")), ("a3", .name("a3")),
        ("0", .letter("0", rows: [])), ("-1", .name("-1")),
    ]) func isUnderstood(_ line: String, _ command: PlainCommand) {
        #expect(PlainCommand(line) == command)
    }
}
