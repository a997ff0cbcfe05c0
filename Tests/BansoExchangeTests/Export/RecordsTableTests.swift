import BansoDomain
import Foundation
import Testing

@testable import BansoExchange

@Suite struct RecordsTableTests {
    private let today = Day(2025, 11, 20)!

    private func csv(
        _ kind: FileKind, _ desk: FakeDesk, _ language: Language = .ja, _ encoding: ExportEncoding = .utf8
    ) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try RecordsTable(kind, language, from: FakeReader(desk)).write(as: .csv, language, encoding) { bytes += $0 }
        return bytes
    }

    private func text(_ kind: FileKind, _ desk: FakeDesk, _ language: Language = .ja) throws -> String {
        String(decoding: try csv(kind, desk, language), as: UTF8.self)
    }

    @Test(arguments: Language.allCases, ExportEncoding.allCases)
    func everyKindComesBack(_ language: Language, _ encoding: ExportEncoding) throws {
        let desk = try FullDesk.make()
        let copy = FakeDesk()
        for kind in FileKind.allCases {
            let bytes = try csv(kind, desk, language, encoding)
            let file = try TemporaryFile(bytes)
            let summary = try withExtendedLifetime(file) {
                try RecordsImport(kind: kind, catalogue: TestCatalogue.catalogue, today: today).run(
                    file: file.path, into: copy)
            }
            #expect(summary.rejects.map(\.text.en) == [], "\(kind)")
            #expect(summary.created >= 12)
            #expect(try csv(kind, copy, language, encoding) == bytes, "\(kind)")
        }
        #expect(copy.records == desk.records)
    }

    @Test func aFileHasTheHeadingsAndCRLF() throws {
        let desk = FakeDesk()
        try desk.add(Organisation(name: "株式会社表"))
        _ = try desk.put(Record(.region, ["name": .text("筑豊"), "status": .token(RegionStatus.selected)]), id: 7)
        _ = try desk.put(
            Record(
                .caseStudy,
                [
                    "activity": .text("A5"), "organisation": .number(1), "title": .text("a,b"),
                    "date": .day(Day(2026, 1, 20)!), "status": .token(CaseStatus.done), "summary": .text("一\n\"二\""),
                ]), id: 3)
        #expect(try text(.regions, desk) == "番号,地域名,都道府県,状況,メモ\r\n7,筑豊,,選定,\r\n")
        #expect(
            try text(.cases, desk, .en)
                == "id,activity,organisation_number,organisation,region_number,region,kind,title,date,status,summary\r\n"
                + "3,A5,1,株式会社表,,,,\"a,b\",2026-01-20,done,\"一\n\"\"二\"\"\"\r\n")
        #expect(try text(.talent, desk) == "番号,氏名,フリガナ,都道府県,区分,連絡先,メモ\r\n")
        #expect(try csv(.talent, desk, .ja, .utf8WithMark).prefix(4) == [0xEF, 0xBB, 0xBF, 0xE7])
    }

    @Test func companiesAndInstitutionsAreFilesOfTheirOwn() throws {
        let desk = FakeDesk()
        try desk.add(Organisation(name: "会社", tags: "重点 紹介"))
        try desk.add(Organisation(kind: .institution, name: "会議所", institutionKind: .chamber))
        #expect(
            try text(.companies, desk, .en).split(separator: "\r\n").map(String.init)[1...] == [
                "1,会社,,,,,,,,,,unknown,no,重点 紹介"
            ])
        #expect(
            try text(.institutions, desk, .en).split(separator: "\r\n").map(String.init) == [
                "id,name,kana,corporate_number,prefecture,municipality,address,postcode,industry,employees,capital,"
                    + "institution_kind,tags", "2,会議所,,,,,,,,,,chamber,",
            ])
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1.5", "'-1.5"), ("-", "'-"), ("-1-2", "'-1-2"), ("@a", "'@a"),
        ("＝x", "'＝x"),
        ("＋1", "'＋1"), ("－1", "'－1"), ("＠", "'＠"), ("\tx", "'\tx"), ("\rx", "'\rx"), ("'=x", "''=x"), ("'x", "'x"),
        ("x=1", "x=1"), ("1.", "1."), ("-1.", "'-1."), ("", ""), ("\r\nx", "'\r\nx"),
    ])
    func formulasAreGuarded(_ text: String, _ written: String) {
        #expect(CSVCell.guarded(text) == written)
        #expect(CSVCell.unguarded(written) == text)
    }

    @Test func cp932WritesTheTwinsAndNamesAllThatItLacks() throws {
        let desk = FakeDesk()
        _ = try desk.put(Record(.region, ["name": .text("A〜B−C—①髙∪㈱ｱ¥¦‾‖¢£¬µ")]), id: 1)
        let bytes = try csv(.regions, desk, .ja, .cp932)
        #expect(bytes == CP932.encode("番号,地域名,都道府県,状況,メモ\r\n1,A～B－C―①髙∪㈱ｱ￥￤￣∥￠￡￢μ,,候補,\r\n"))
        _ = try desk.put(Record(.region, ["name": .text("剝𠮷"), "notes": .text("𠮷野𠮷")]), id: 4)
        _ = try desk.put(Record(.region, ["name": .text("地域"), "notes": .text("😀")]), id: 9)
        let error = #expect(throws: ExportError.self) { try csv(.regions, desk, .ja, .cp932) }
        let (name, notes) = (
            ImportColumn(number: 2, name: LocalizedText(ja: "地域名", en: "name")),
            ImportColumn(number: 5, name: LocalizedText(ja: "メモ", en: "notes"))
        )
        let gaps = [
            ExportGap(characters: ["剝", "𠮷"], row: 3, first: "4", column: name),
            ExportGap(characters: ["𠮷"], row: 3, first: "4", column: notes),
            ExportGap(characters: ["😀"], row: 4, first: "9", column: notes),
        ]
        #expect(error == .notEncodable(gaps, cells: 3))
        #expect(gaps[0].text.en == "row 3 (4), column 2 (name): CP932 has no '剝', '𠮷'")
    }

    @Test func ofVeryManyGapsTheFirstAreListedAndAllAreCounted() throws {
        let desk = FakeDesk()
        for number in 1...1500 { _ = try desk.put(Record(.region, ["name": .text("𠮷\(number)")]), id: nil) }
        var written = 0
        let error = #expect(throws: ExportError.self) {
            try RecordsTable(.regions, .ja, from: FakeReader(desk)).write(as: .csv, .ja, .cp932) { written += $0.count }
        }
        guard case .notEncodable(let gaps, let cells) = error else { return }
        #expect(gaps.count == 1000)
        #expect(cells == 1500)
        #expect(written == 0)
    }

    /// Every character of CP932 comes back, and where there are several codes the one that iconv writes too.
    @Test func everyCharacterOfCP932IsWritten() throws {
        let table = try CP932Table()
        let encoder = try FieldEncoder(.cp932)
        for code in Set(table.codes) where code >= 0xA0 && !(0xE000...0xF8FF).contains(code) {
            let text = String(Character(Unicode.Scalar(code)!))
            var bytes: [UInt8] = []
            #expect(encoder.append(text, to: &bytes))
            #expect(bytes == CP932.encode(text), "\(text)")
        }
    }

    @Test func bytesAreHandedOnInBlocksAndProgressIsTold() throws {
        let desk = FakeDesk()
        try desk.add(Organisation(name: "会社"))
        let hires = Record(
            .followUp,
            ["organisation": .number(1), "date": .day(today), "hires": .number(1), "offers": .number(2)])
        for _ in 1...2500 { _ = try desk.put(hires, id: nil) }
        var (blocks, told): ([Int], [Int]) = ([], [])
        let table = RecordsTable(.followUps, .ja, from: FakeReader(desk))
        let count = try table.write(as: .csv, .ja) {
            blocks.append($0.count)
        } progress: { done, total in
            told.append(done)
            #expect(total == 2500)
        }
        #expect(count == 2500)
        #expect(told == [1000, 2000, 2500])
        #expect(blocks.count > 1)
        #expect(blocks.allSatisfy { $0 < 66_000 })
    }

    @Test func jsonHasTheValuesAsTheyAreStored() throws {
        let desk = FakeDesk()
        _ = try desk.put(
            Record(
                .talent, ["name": .text("佐藤\"\\\u{7}健"), "tags": .text("young digital"), "prefecture": .number(13)]),
            id: 5)
        _ = try desk.put(
            Record(
                .application,
                [
                    "posting": .number(9), "talent": .number(5), "date": .day(Day(2025, 9, 5)!),
                    "documents": .flag(true),
                    "notes": .text("=一\n二"),
                ]), id: 2)
        func json(_ kind: FileKind) throws -> String {
            var bytes: [UInt8] = []
            try RecordsTable(kind, .en, form: .tokens, from: FakeReader(desk)).write(as: .json, .en) { bytes += $0 }
            _ = try JSONSerialization.jsonObject(with: Data(bytes))
            return String(decoding: bytes, as: UTF8.self)
        }
        #expect(
            try json(.talent) == #"[\#n{"id":5,"name":"佐藤\"\\\u0007健","kana":"","prefecture":13,"#
                + #""tags":["young","digital"],"contact":"","notes":""}\#n]\#n"#)
        #expect(
            try json(.applications) == #"[\#n{"id":2,"posting":9,"talent":5,"date":"2025-09-05","documents":true,"#
                + #""interviewed_on":null,"offered_on":null,"contracted_on":null,"declined_on":null,"#
                + #""notes":"=一\n二"}\#n]\#n"#)
        #expect(try json(.regions) == "[]\n")
    }

    @Test func everyKindIsJSON() throws {
        let desk = try FullDesk.make()
        for kind in FileKind.allCases {
            var bytes: [UInt8] = []
            let count = try RecordsTable(kind, .en, form: .tokens, from: FakeReader(desk)).write(as: .json, .en) {
                bytes += $0
            }
            let objects = try JSONSerialization.jsonObject(with: Data(bytes)) as? [[String: Any]]
            #expect(objects?.count == count)
            #expect(objects?.first?.count == kind.fields.count + 1)
        }
    }

    @Test func aStageIsWrittenByItsLabelAndReadByIt() throws {
        let desk = FakeDesk()
        let company = try desk.add(Organisation(name: "株式会社甲")).value
        _ = try desk.put(
            Record(
                .pipelineEntry,
                [
                    "organisation": .number(company), "pipeline": .text("A"), "stage": .text("lead"),
                    "since": .day(Day(2025, 8, 1)!),
                ]), id: 1)
        var bytes: [UInt8] = []
        try RecordsTable(.entries, .ja, pipelines: TestCatalogue.catalogue.pipelines, from: FakeReader(desk))
            .write(as: .csv, .ja) { bytes += $0 }
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains(",A,開拓,"), "\(text)")
        for stage in ["開拓", "lead"] {
            let file = try TemporaryFile(Array(text.replacing("開拓", with: stage).utf8))
            let summary = try withExtendedLifetime(file) {
                try RecordsImport(kind: .entries, catalogue: TestCatalogue.catalogue, today: Day(2025, 11, 20)!).run(
                    file: file.path, into: desk)
            }
            #expect(summary.rejects.map(\.text.ja) == [])
            #expect(desk.records[.pipelineEntry]?[1]?["stage"] == .text("lead"))
        }
    }
}
