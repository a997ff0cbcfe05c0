import BansoDomain
import Testing

@testable import BansoStore

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

    @Test(
        "Given many names that begin with a whole name, then who is called just that is found first",
        arguments: [false, true])
    func whole(keepsKeys: Bool) throws {
        let desk = try TestDesk()
        for number in 0..<9 {
            _ = try desk.store.add(Organisation(name: "㈱山田\(number)", kana: "サトウ\(number)"), by: desk.aoki)
        }
        _ = try desk.store.add(Organisation(name: "髙野", kana: "サトウ"), by: desk.aoki)
        for name in ["山田", "有限会社山田", "北山田"] { _ = try desk.store.add(Organisation(name: name), by: desk.aoki) }
        if keepsKeys { try desk.store.waitForSearchKeys() }
        #expect(try desk.store.search("山田", limit: 3).map(\.name) == ["山田", "有限会社山田", "㈱山田0"])
        #expect(try desk.store.search("さとう", limit: 2).map(\.name) == ["髙野", "㈱山田0"])
    }

    /// One of each kind that is called 阿蘇, and what is found by other ways.
    private func everyKind() throws -> R7Desk {
        let desk = try R7Desk()
        let company = try desk.company("阿蘇酪農")
        let other = try desk.company("別府温泉")
        try desk.add(.organisation, ["kind": .token(Organisation.Kind.institution), "name": .text("南阿蘇商工会")])
        try desk.add(.contact, ["organisation": .number(other), "name": .text("阿蘇花子"), "phone": .text("092-111-2222")])
        try desk.add(.contact, ["organisation": .number(company), "name": .text("阿蘇太郎")])
        try desk.add(.talent, ["name": .text("阿蘇健"), "kana": .text("アソケン")])
        try desk.add(.region, ["name": .text("阿蘇地域"), "status": .token(RegionStatus.selected), "notes": .text("")])
        try desk.add(
            .event, ["activity": .text("A1-1"), "theme": .text("阿蘇の採用"), "date": .day(day(2025, 9, 10))])
        try desk.add(
            .posting,
            [
                "organisation": .number(company), "activity": .text("A1-3"), "kind": .token(EmploymentKind.sideJob),
                "title": .text("販路開拓"), "date": .day(day(2025, 9, 1)),
            ])
        return desk
    }

    @Test(
        "Given records of every kind, when one text is typed, then one list has all, those that begin with it first",
        arguments: [
            ("阿蘇", ["organisation:1", "contact of 2", "talent:1", "event:1", "region:1", "organisation:3"]),
            ("0921112222", ["contact of 2"]), ("092-111-2222", ["contact of 2"]), ("092-1", ["contact of 2"]),
            ("０９２ー１１１ー２２２２", ["contact of 2"]), ("1112222", ["contact of 2"]), ("1112223", []),
            ("a1-1", ["event:1"]), ("9/10", ["event:1"]),
            ("2025-09-10", ["event:1"]), ("あそけん", ["talent:1"]), ("太郎", ["contact of 1"]), ("阿蘇\u{0}", []),
            ("#1", ["organisation:1", "talent:1", "event:1", "region:1"]), ("＃２", ["organisation:2"]), ("#9", []),
            ("#0", []), ("#", []),
            ("%", []), ("_", []),
        ])
    func everything(typed: String, found: [String]) throws {
        let query = SearchQuery(typed, kinds: [.organisation, .talent, .event, .region], limit: 20)
        let hits = try everyKind().store.search(query)
        let keys = hits.map { $0.contact.isEmpty ? "\($0.key)" : "contact of \($0.key.id)" }
        #expect(Set(keys) == Set(found))
        #expect(keys.last == found.last || found.count < 6)
    }

    @Test("Given companies called so and others where somebody is called so, then names come before contacts")
    func namesBeforeContacts() throws {
        let desk = try TestDesk()
        for name in ["あおい工業", "いろは商店"] {
            let company = try desk.store.add(Organisation(name: name), by: desk.aoki)
            _ = try desk.store.add(
                Record(
                    .contact,
                    ["organisation": .number(company.value), "name": .text("山田"), "kana": .text("ヤマダ")]), by: desk.aoki)
        }
        _ = try desk.store.add(Organisation(name: "山田物流", kana: "ヤマダブツリュウ"), by: desk.aoki)
        _ = try desk.store.add(Organisation(name: "北山田工業", kana: "キタヤマダコウギョウ"), by: desk.aoki)
        let names = try desk.store.search("やまだ", limit: 9).map(\.name)
        #expect(names.first == "山田物流" && names.last == "北山田工業" && names.count == 4)
    }

    @Test("Given a person and a company whose names begin alike, then the company comes first")
    func companiesFirst() throws {
        let desk = try TestDesk()
        _ = try desk.store.add(Record(.talent, ["name": .text("やまだ 拓也")]), by: desk.aoki)
        let company = try desk.company("やまだ物流株式会社")
        let found = try desk.store.search(SearchQuery("やま", kinds: SearchQuery.everything, limit: 20))
        #expect(found.map(\.key.kind) == [.organisation, .talent] && found[0].key.id == company.value)
    }

    @Test(
        "Given a person's telephone number or mail address, then it finds them, also where an earlier program entered it",
        arguments: ["090-1234", "09012345678", "０９０１２３", "sato-ken@", "SATO-KEN", "example.jp"])
    func peopleByContact(typed: String) throws {
        let desk = try TestDesk()
        for contact in ["090-1234-5678", "sato-ken@example.jp"] {
            let person = Record(.talent, ["name": .text("佐藤健"), "contact": .text(contact)])
            _ = try desk.store.add(person, by: desk.aoki)
        }
        let query = SearchQuery(typed, kinds: [.talent], limit: 9)
        #expect(try desk.store.search(query).count == 1)
        try desk.plainSQL { db in
            try db.execute(sql: "UPDATE talent SET search_key = '佐藤健'")
            try TalentKeySchema.create(db)
        }
        #expect(try desk.store.search(query).count == 1)
    }

    @Test("Given a kind of organisation, a posting's company or a limit, then only those come, with where they are")
    func narrowed() throws {
        let desk = try everyKind()
        func names(_ query: SearchQuery) throws -> [String] { try desk.store.search(query).map(\.name) }
        #expect(try names(SearchQuery("阿蘇", organisationKind: .institution, limit: 9)).contains("南阿蘇商工会"))
        #expect(try !names(SearchQuery("阿蘇", organisationKind: .institution, limit: 9)).contains("阿蘇酪農"))
        #expect(try !names(SearchQuery("阿蘇", organisationKind: .institution, limit: 9)).contains("別府温泉"))
        #expect(try names(SearchQuery("阿蘇", limit: 2)).count == 2)
        #expect(try names(SearchQuery("#3", organisationKind: .company, limit: 9)).isEmpty)
        #expect(try names(SearchQuery("#3", organisationKind: .institution, limit: 9)) == ["南阿蘇商工会"])
        let posting = try #require(try desk.store.search(SearchQuery("酪農", kinds: [.posting], limit: 9)).first)
        #expect(posting.name == "販路開拓")
        #expect(posting.place == "阿蘇酪農")
        #expect(posting.day == day(2025, 9, 1))
        #expect(try names(SearchQuery("開拓", kinds: [.posting], limit: 9)) == ["販路開拓"])
        let event = try #require(try desk.store.search(SearchQuery("採用", kinds: [.event], limit: 9)).first)
        #expect(event.place == "A1-1" && event.day == day(2025, 9, 10))
        #expect(try names(SearchQuery("青木", kinds: [.coordinator], limit: 9)) == ["青木"])
    }

    @Test("Given nothing typed, then the newest of each kind come by turns, and coordinators by name")
    func newest() throws {
        let desk = try everyKind()
        let hits = try desk.store.search(SearchQuery("", limit: 4))
        #expect(hits.map(\.name) == ["南阿蘇商工会", "阿蘇健", "阿蘇の採用", "阿蘇地域"])
        _ = try desk.store.add(Record(.coordinator, ["name": .text("あべ")]), by: desk.aoki)
        #expect(
            try desk.store.search(SearchQuery("", kinds: [.coordinator], limit: 4)).map(\.name) == ["あべ", "青木"])
        let companies = SearchQuery("", kinds: [.organisation], organisationKind: .company, limit: 4)
        #expect(try desk.store.search(companies).map(\.name) == ["別府温泉", "阿蘇酪農"])
    }

    @Test("Given a theme that is edited, then the event is found by the new one")
    func edited() throws {
        let desk = try everyKind()
        let key = RecordKey(.event, 1)
        var event = try #require(try desk.store.record(key))
        event.record["theme"] = .text("人材戦略")
        try desk.store.edit(key, version: event.version, to: event.record, by: desk.aoki)
        #expect(try desk.store.search(SearchQuery("戦略", kinds: [.event], limit: 9)).count == 1)
        #expect(try desk.store.search(SearchQuery("阿蘇", kinds: [.event], limit: 9)).isEmpty)
    }
}
