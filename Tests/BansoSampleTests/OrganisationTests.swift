import BansoDomain
import Testing

@testable import BansoSample

@Suite struct OrganisationTests {
    let desk: RecordingDesk

    init() throws { desk = try filled(companies: 2000) }

    @Test func `corporate numbers are valid`() throws {
        for organisation in desk.organisations {
            let number = try #require(organisation.corporateNumber)
            #expect(throws: Never.self) { try CorporateNumber(number.digits) }
        }
    }

    @Test(arguments: [1, 2, 977]) func `corporate numbers are unique at 20,000`(seed: UInt64) throws {
        let organisations = try filled(companies: 20_000, seed: seed).organisations
        #expect(Set(organisations.map(\.corporateNumber)).count == organisations.count)
    }

    @Test func `a corporate number's serial number is one the bureaus have not come to`() throws {
        for organisation in desk.organisations {
            let digits = try #require(organisation.corporateNumber).digits
            #expect(try #require(Int(digits.suffix(6))) >= 500_000)
        }
    }

    @Test func `kana are kana`() {
        for organisation in desk.organisations {
            #expect(!organisation.kana.isEmpty)
            #expect(
                organisation.kana.unicodeScalars.allSatisfy { (0x30A1...0x30FA).contains($0.value) || $0 == "ー" },
                "\(organisation.name) \(organisation.kana)")
        }
    }

    @Test func `names are of a length to be shown, and of every kind that is hard to show`() {
        let names = desk.organisations.map(\.name)
        #expect(names.allSatisfy { (3...30).contains($0.count) })
        #expect(names.contains { $0.count >= 25 })
        #expect(names.allSatisfy { $0 == Folding.stored($0) })
        for part in ["髙", "﨑", "𠮷", "㈱", "有限会社", "合同会社", "ｷﾀｶｾﾞ", "ＹＭＫ", "AKS"] {
            #expect(names.contains { $0.contains(part) }, "\(part)")
        }
        #expect(names.contains { $0.hasPrefix("株式会社") })
        #expect(names.contains { $0.hasSuffix("株式会社") })
    }

    @Test func `institutions of 300 companies have names of their own`() throws {
        let institutions = try filled(companies: 300).organisations.filter { $0.kind == .institution }
        #expect(Set(institutions.map(\.name)).count == institutions.count)
    }

    @Test func `every prefecture is there, Fukuoka the most`() throws {
        let companies = try filled(companies: 300).organisations.filter { $0.kind == .company }
        let places = companies.compactMap(\.prefecture)
        #expect(Set(places) == Set(Prefecture.kyushu))
        let fukuoka = places.count { $0.code == 40 }
        #expect(Prefecture.kyushu.dropFirst().allSatisfy { other in places.count { $0 == other } < fukuoka })
    }

    @Test func `a municipality is of its prefecture, and the postcode of the municipality`() throws {
        for organisation in desk.organisations {
            let district = try #require(District.all.first { $0.prefecture == organisation.prefecture })
            let municipality = try #require(
                district.municipalities.first { $0.name == organisation.municipality }, "\(organisation)")
            #expect(organisation.postcode.hasPrefix(municipality.postcode))
            #expect(organisation.postcode.count == 7)
            #expect(organisation.postcode.utf8.allSatisfy { (0x30...0x39).contains($0) })
            #expect(!organisation.address.isEmpty)
        }
    }

    @Test func `each prefecture has ten municipalities or more, none twice`() {
        for district in District.all {
            #expect(district.municipalities.count >= 10)
            #expect(Set(district.municipalities.map(\.name)).count == district.municipalities.count)
        }
    }

    @Test func `most companies are eligible, and senders are not but have an office here`() {
        let companies = desk.organisations.filter { $0.kind == .company }
        let others = companies.filter { !EntryMaker.isSender($0) }
        let shares = Dictionary(grouping: others, by: \.eligibility).mapValues { $0.count * 100 / others.count }
        #expect((80...88).contains(shares[.eligible] ?? 0), "\(shares)")
        #expect((6...14).contains(shares[.unknown] ?? 0), "\(shares)")
        #expect((2...9).contains(shares[.deemedLarge] ?? 0), "\(shares)")
        for sender in companies where EntryMaker.isSender(sender) {
            #expect([.large, .other].contains(sender.eligibility))
            #expect(sender.hasDistrictOffice)
        }
        #expect(companies.allSatisfy { $0.institutionKind == nil })
    }

    @Test func `institutions are of every kind`() {
        let institutions = desk.organisations.filter { $0.kind == .institution }
        #expect(institutions.allSatisfy { $0.institutionKind != nil })
        #expect(Set(institutions.compactMap(\.institutionKind)) == Set(InstitutionKind.allCases))
    }

    @Test func `companies are small mostly, of every industry`() throws {
        let companies = desk.organisations.filter { $0.kind == .company }
        let employees = companies.compactMap(\.employees).sorted()
        #expect(employees.count == companies.count)
        #expect((1...3).contains(employees[0]))
        #expect((200...300).contains(try #require(employees.last)))
        #expect((5...20).contains(employees[employees.count / 2]))
        let capital = companies.compactMap(\.capital).sorted()
        #expect((1_000_000...300_000_000).contains(capital[0]))
        #expect((100_000_000...300_000_000).contains(try #require(capital.last)))
        #expect(capital[capital.count / 2] <= 20_000_000)
        #expect(Set(companies.map(\.industry)) == Set(Industry.all.map(\.name)))
    }
}
