import Testing

@testable import BansoDomain

struct NameSpellingTests {
    @Test(arguments: [
        ("株式会社有明食品", "㈱有明食品"), ("株式会社有明食品", "（株） 有明食品"), ("有明食品株式会社", "有明食品㈱"), ("㈲ＡＢＣ工業", "有限会社abc工業"),
        ("株式会社有明食品", "有明食品"), ("医療法人社団青空", "青空"), ("有明食品", "有明食品"), ("ﾔﾏﾀﾞ株式会社", "ヤマダ（株）"),
    ])
    func whatIsWrittenOtherwiseIsTheSameName(_ registered: String, _ written: String) {
        #expect(NameSpelling(registered).isMeant(by: NameSpelling(written)))
    }

    @Test(arguments: [
        ("かささぎ林業株式会社", "株式会社かささぎ林業"), ("かささぎ林業株式会社", "カササギ林業株式会社"), ("株式会社有明食品", "有限会社有明食品"),
        ("株式会社高橋工業", "株式会社髙橋工業"), ("有明食品", "株式会社有明食品"), ("株式会社有明食品", "有明食品工業"), ("株式会社有明食品", "株式会社"),
    ])
    func whatMayBeAnotherCompanyIsAnotherName(_ registered: String, _ written: String) {
        #expect(!NameSpelling(registered).isMeant(by: NameSpelling(written)))
    }
}
