import BansoDomain
import BansoStore
import Testing

struct SearchTests {
    private func filled() throws -> TestDesk {
        let desk = try TestDesk()
        let companies = [
            Organisation(name: "北山田工業", kana: "キタヤマダコウギョウ"),
            Organisation(
                name: "株式会社山田製作所", kana: "ヤマダセイサクショ", corporateNumber: try CorporateNumber("4011001098993")),
            Organisation(name: "髙橋商店", kana: "タカハシショウテン"), Organisation(name: "100%果汁_本舗"),
        ]
        for company in companies { _ = try desk.store.add(company, by: desk.aoki) }
        return desk
    }

    @Test(
        "Given what people type, then the company is found",
        arguments: [
            ("山田", ["株式会社山田製作所", "北山田工業"]), ("やまだ", ["株式会社山田製作所", "北山田工業"]),
            ("高橋", ["髙橋商店"]), ("4011001098993", ["株式会社山田製作所"]),
            ("４０１１", ["株式会社山田製作所"]), ("%", ["100%果汁_本舗"]), ("_", ["100%果汁_本舗"]), ("工業", ["北山田工業"]),
            (" 山 田 製作", ["株式会社山田製作所"]), ("該当なし", []), ("", []), ("\\", []),
        ])
    func finds(typed: String, names: [String]) throws {
        #expect(try filled().store.search(typed, limit: 10).map(\.name) == names)
    }

    @Test("Given more hits than asked for, then those that begin with the text come first")
    func limit() throws {
        #expect(try filled().store.search("山田", limit: 1).map(\.name) == ["株式会社山田製作所"])
    }
}
