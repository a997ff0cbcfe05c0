import BansoDomain
import Testing

@Suite struct PrefectureTests {
    @Test func codesAndNamesAgree() {
        for code in 1...47 {
            let prefecture = Prefecture(code: code)
            #expect(prefecture.flatMap { Prefecture(name: $0.name.ja) } == prefecture)
            #expect(prefecture.flatMap { Prefecture(name: $0.shortName.ja) } == prefecture)
            #expect(prefecture.flatMap { Prefecture(name: $0.name.en.uppercased()) } == prefecture)
        }
        #expect(Prefecture(code: 0) == nil)
        #expect(Prefecture(code: 48) == nil)
    }

    @Test func kyushu() {
        #expect(Prefecture.kyushu.map(\.shortName.ja) == ["福岡", "佐賀", "長崎", "熊本", "大分", "宮崎", "鹿児島"])
        #expect(Prefecture.kyushu.map(\.code) == Array(40...46))
        #expect(Prefecture.kyushu == Prefecture.kyushu.reversed().sorted())
    }

    @Test(arguments: [
        ("北海道", 1), ("東京", 13), ("東京都", 13), ("京都", 26), ("京都府", 26), ("大阪", 27), ("沖縄県", 47), (" 福岡 ", 40),
        ("\u{FA1B}岡県", 40),
    ])
    func names(_ name: String, _ code: Int) {
        #expect(Prefecture(name: name)?.code == code)
    }

    @Test(arguments: ["", "北海", "福岡市", "県", "九州", "😀"]) func unknown(_ name: String) {
        #expect(Prefecture(name: name) == nil)
    }

    @Test func shortNames() {
        #expect(Prefecture(code: 1)?.shortName.ja == "北海道")
        #expect(Prefecture(code: 26)?.shortName.ja == "京都")
    }
}
