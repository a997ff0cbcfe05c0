import BansoDomain
import Testing

@Suite struct MatchKeyTests {
    @Test(arguments: [
        "株式会社山田商店", "㈱山田商店", "(株)山田商店", "（株）山田商店", "山田商店株式会社", "山田商店㈱", "山田商店（株）", "株式会社　山田　商店",
        "㍿山田商店", "山田・商店", "有限会社山田商店", "山田商店 Co., Ltd.", "合同会社山田商店", " 山田商店 ", "山田商店K.K.",
    ])
    func spellingsOfOneName(_ name: String) {
        #expect(Array(MatchKey(name).text.utf8) == Array("山田商店".utf8))
    }

    @Test(arguments: [
        ("㈱髙木", "高木株式会社"), ("﨑陽軒", "崎陽軒"), ("\u{FA19}田", "神田"), ("ﾔﾏﾀﾞ電機", "やまだ電機"), ("ヤマダ電機", "ﾔﾏﾀﾞ 電機"),
        ("ＡＢＣ－１２", "abc12"), ("関ヶ原", "関ケ原"), ("特定非営利活動法人かもめ", "かもめ"),
    ])
    func match(_ left: String, _ right: String) {
        #expect(MatchKey(left) == MatchKey(right))
    }

    @Test(arguments: [("山田商店", "山田商会"), ("第一産業", "第二産業"), ("ABC1", "ABC2"), ("ハナ", "バナ"), ("サトー", "サト")])
    func apart(_ left: String, _ right: String) {
        #expect(MatchKey(left) != MatchKey(right))
    }

    @Test(arguments: ["株式会社", "㈱", "有限会社", "(有)", "K.K.", "☆", "・・", "!?"])
    func aNameThatIsOnlyALegalFormOrSignsStillHasAKey(_ name: String) {
        #expect(!MatchKey(name).text.isEmpty)
    }

    @Test func namesOfOnlyALegalFormAreApart() {
        #expect(MatchKey("株式会社") != MatchKey("有限会社"))
    }

    @Test func anEmptyNameHasAnEmptyKey() {
        #expect(MatchKey(" 　").text.isEmpty)
    }

    @Test func anOrganisationIsFoundByNameKanaAndNumber() throws {
        let organisation = Organisation(
            name: "㈱髙木", kana: "ﾀｶｷﾞ", corporateNumber: try CorporateNumber("4011001098993"))
        #expect(organisation.matchKey == MatchKey("高木"))
        #expect(organisation.searchText == "(株)高木\nたかぎ\n4011001098993")
        #expect(Organisation(name: "あ").searchText == "あ\n\n")
    }
}
