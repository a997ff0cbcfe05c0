import BansoDomain
import BansoStore
import Foundation

/// A desk at which somebody stands in every place where text about a person can stand, now or in the history.
struct ErasureDesk {
    let desk: R7Desk
    let person: Int64
    let company: Int64
    let contact: Int64

    var store: Store { desk.store }
    var path: String { desk.folder + "/banso.db" }
    let sato = Actor("佐藤担当")

    /// Every text about the person, and nothing else has any of them; the last one fills several pages.
    static let ofPerson = [
        "高見沢俊一", "タカミザワシュンイチ", "たかみざわしゅんいち", "shunichi@example.jp", "前職は造船所", "高見澤俊一", "面談で前向きだった", "受付で転居の話",
        "診断は粘り強さ", "消した診断の所見", "外から書いた備考",
        String(repeating: "長い経歴", count: 2000),
    ]
    static let ofCompany = [
        "玄海造船株式会社", "ゲンカイゾウセン", "げんかいぞうせん", "7000012050002", "唐津市", "海岸通7-7", "8470000", "造船業", "要注意先",
        "後継者の悩み", "事業承継の覚え", "溶接工の求人", "溶接求人板", "唐津の研修", "持分の聞き取り", "多忙だから", "後継者に電話", "三度目の訪問",
        "鷹島波子", "タカシマナミコ", "たかしまなみこ", "0955-11-2233", "0955112233", "namiko@example.jp", "総務の窓口", "出席の鷹島",
        "元の窓口の松浦", "船の試験計画", "造船の事例", "事例の要旨", "採用は未定の事", "玄界造船", "玄界の窓口", "応募者への社長の評",
    ]

    init() throws {
        desk = try R7Desk()
        let store = desk.store
        for index in 1...40 { _ = try store.add(Self.passerBy(index), by: desk.aoki) }
        person = try store.add(Self.ofPerson(name: "高見澤俊一"), by: desk.aoki)
        for index in 41...80 { _ = try store.add(Self.passerBy(index), by: desk.aoki) }
        company = try store.add(Self.organisation(name: "玄海造船株式会社"), by: desk.aoki).value
        contact = try desk.add(
            .contact,
            [
                "organisation": .number(company), "name": .text("鷹島波子"), "kana": .text("タカシマナミコ"),
                "position": .text("総務の窓口"), "phone": .text("0955-11-2233"), "email": .text("namiko@example.jp"),
            ])
        try fillPerson()
        try fillCompany()
        try leaveRemains()
    }

    /// As a program does that isn't told to write over what it takes out, and as pages that are split do now and then all the
    /// same: what was written before stays where nothing points to.
    func leaveRemains() throws {
        let text = String(repeating: "外から書いた備考", count: 1000)
        try desk.plainSQL(
            """
            PRAGMA secure_delete = OFF;
            INSERT INTO region (name, status, notes) VALUES ('一時', 'candidate', '\(text)');
            DELETE FROM region WHERE name = '一時';
            """)
    }

    private static func passerBy(_ index: Int) -> Record {
        let name = "\(["山", "川", "高", "田", "青"][index % 5])\(index * 7919 % 1000)"
        return Record(.talent, ["name": .text(name + "太郎"), "kana": .text("タカミ\(index * 6007 % 1000)")])
    }

    private static func ofPerson(name: String) -> Record {
        Record(
            .talent,
            [
                "name": .text(name), "kana": .text("タカミザワシュンイチ"), "prefecture": .number(41),
                "tags": .text("senior"), "contact": .text("shunichi@example.jp"), "notes": .text("前職は造船所"),
            ])
    }

    private static func organisation(name: String) -> Organisation {
        Organisation(
            name: name, kana: "ゲンカイゾウセン", corporateNumber: try? CorporateNumber("7000012050002"),
            prefecture: Prefecture(code: 41), municipality: "唐津市", address: "海岸通7-7", postcode: "8470000",
            industry: "造船業", employees: 45, capital: 30_000_000, eligibility: .eligible, tags: "要注意先")
    }

    private func fillPerson() throws {
        var named = Self.ofPerson(name: "高見沢俊一")
        try store.edit(RecordKey(.talent, person), version: 1, to: named, by: sato)
        named["notes"] = .text(Self.ofPerson.last!)
        try store.edit(RecordKey(.talent, person), version: 2, to: named, by: sato)
        named["notes"] = .text("前職は造船所")
        try store.edit(RecordKey(.talent, person), version: 3, to: named, by: sato)
        let fair = try desk.event("A1-2", on: day(2025, 9, 10))
        try desk.add(
            .attendance, ["event": .number(fair), "talent": .number(person), "presence": .text("attended")])
        try desk.add(
            .surveyAnswer,
            [
                "event": .number(fair), "talent": .number(person), "date": .day(day(2025, 9, 10)), "score": .number(5),
                "comment": .text("受付で転居の話"),
            ])
        try desk.add(
            .assessment,
            [
                "activity": .text("D4-3"), "talent": .number(person), "date": .day(day(2025, 11, 1)),
                "result": .text("診断は粘り強さ"),
            ])
        let gone = try desk.add(
            .assessment,
            [
                "activity": .text("D4-3"), "talent": .number(person), "date": .day(day(2025, 11, 2)),
                "result": .text("消した診断の所見"),
            ])
        try store.delete(RecordKey(.assessment, gone), version: 1, by: desk.aoki)
        let other = try desk.company("有明食品株式会社")
        let posting = try desk.add(
            .posting,
            [
                "organisation": .number(other), "activity": .text("A1-3"), "kind": .text("side-job"),
                "title": .text("店の改善"), "date": .day(day(2025, 9, 1)),
            ])
        try desk.add(
            .application,
            [
                "posting": .number(posting), "talent": .number(person), "date": .day(day(2025, 9, 12)),
                "documents": .number(1), "offered_on": .day(day(2025, 10, 1)), "notes": .text("面談で前向きだった"),
            ])
        // Named where others are written about.
        let consultation = Consultation(
            company: OrganisationID(other), date: day(2025, 8, 5), minutes: 90, mode: .online, topics: "人材",
            notes: "社長は高見沢俊一さんと面識あり")
        _ = try store.book(consultation, nextAction: NextAction(text: "高見沢俊一に連絡", due: nil), by: sato)
        _ = try store.enter(
            ExportEntry(
                subject: "history", filter: "高見沢俊一", rows: 3, hash: Array(repeating: 7, count: 32), purpose: "本人へ",
                format: "csv", name: "高見沢俊一の履歴.csv"), by: desk.aoki)
    }

    private func fillCompany() throws {
        let own = OrganisationID(company)
        let consultation = Consultation(
            company: own, date: day(2025, 8, 6), minutes: 90, mode: .online, topics: "後継者の悩み", notes: "事業承継の覚え")
        _ = try store.book(
            consultation, nextAction: NextAction(text: "後継者に電話", due: day(2025, 9, 1)), by: desk.aoki)
        let posting = try desk.add(
            .posting,
            [
                "organisation": .number(company), "activity": .text("A1-3"), "kind": .text("side-job"),
                "title": .text("溶接工の求人"), "platform": .text("溶接求人板"), "date": .day(day(2025, 9, 1)),
            ])
        let passer = try desk.add(.talent, ["name": .text("通りすがり一郎")])
        try desk.add(
            .application,
            [
                "posting": .number(posting), "talent": .number(passer), "date": .day(day(2025, 9, 12)),
                "notes": .text("応募者への社長の評"),
            ])
        try desk.add(
            .training,
            [
                "activity": .text("C4"), "organisation": .number(company), "date": .day(day(2025, 11, 5)),
                "theme": .text("唐津の研修"),
            ])
        try desk.add(
            .eligibilityCheck,
            [
                "organisation": .number(company), "date": .day(day(2025, 7, 1)), "legal_form": .text("company"),
                "business_class": .text("manufacturing"), "capital": .number(30_000_000), "employees": .number(45),
                "one_large_firm": .text("no"), "large_firms": .text("no"), "officers": .text("no"),
                "evidence": .text("持分の聞き取り"),
            ])
        try desk.add(
            .snooze,
            ["organisation": .number(company), "until": .day(day(2025, 12, 1)), "reason": .text("多忙だから")])
        try desk.add(
            .processConsultation,
            [
                "activity": .text("D3-4"), "organisation": .number(company), "date": .day(day(2025, 10, 15)),
                "notes": .text("三度目の訪問"),
            ])
        try desk.add(
            .followUp,
            [
                "organisation": .number(company), "date": .day(day(2025, 11, 15)), "hires": .number(1),
                "offers": .number(1), "notes": .text("採用は未定の事"),
            ])
        try desk.add(
            .caseStudy,
            [
                "activity": .text("A5"), "organisation": .number(company), "title": .text("造船の事例"),
                "date": .day(day(2025, 11, 20)), "status": .text("done"), "summary": .text("事例の要旨"),
            ])
        let fair = try desk.event("A1-1", on: day(2025, 8, 10))
        for name in ["鷹島波子", "出席の鷹島"] {
            try desk.add(
                .attendance,
                ["event": .number(fair), "organisation": .number(company), "attendee": .text(name)])
        }
        let other = try desk.company("別の会社")
        try desk.add(
            .interCompanyContract,
            [
                "activity": .text("A3-4"), "sender": .number(other), "receiver": .number(company),
                "date": .day(day(2025, 12, 1)), "project": .text("船の試験計画"),
            ])
        let old = try desk.add(
            .contact, ["organisation": .number(company), "name": .text("元の窓口の松浦"), "phone": .text("0955-99-8877")])
        try store.delete(RecordKey(.contact, old), version: 1, by: desk.aoki)
        // Made one with it.
        let twin = try desk.company("玄界造船")
        try desk.add(.contact, ["organisation": .number(twin), "name": .text("玄界の窓口")])
        let versions = try [twin, company].map { try store.record(RecordKey(.organisation, $0))?.version ?? 0 }
        try store.merge(
            OrganisationID(twin), version: versions[0], into: own, version: versions[1], by: desk.aoki)
        try desk.add(.region, ["name": .text("唐津地域"), "notes": .text("玄海造船株式会社が中心（0955112233、鷹島波子）")])
    }

    /// Of these texts those that stand in the bytes of any file of the folder.
    static func left(_ texts: [String], in folder: String) throws -> Set<String> {
        var left: Set<String> = []
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
            left.formUnion(texts.filter { data.range(of: Data($0.utf8)) != nil })
        }
        return left
    }

    func left(_ texts: [String]) throws -> Set<String> { try Self.left(texts, in: desk.folder) }
}
