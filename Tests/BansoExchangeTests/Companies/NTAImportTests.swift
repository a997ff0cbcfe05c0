import BansoDomain
import Testing

@testable import BansoExchange

@Suite struct NTAImportTests {
    private let desk = FakeDesk()

    private func run(
        _ bytes: [UInt8], encoding: TextEncoding = .auto, endsAt row: ImportHooks.LastRow? = nil
    ) throws -> ImportSummary {
        let file = try TemporaryFile(bytes)
        return try withExtendedLifetime(file) {
            try NTAImport().run(file: file.path, encoding: encoding, into: desk, hooks: .ending(at: row))
        }
    }

    private func run(_ lines: [NTALine], endsAt row: ImportHooks.LastRow? = nil) throws -> ImportSummary {
        try run(Array(lines.map(\.text).joined().utf8), endsAt: row)
    }

    private var expected: Organisation {
        Organisation(
            name: "株式会社表計算", kana: "ヒョウケイサン", corporateNumber: try? CorporateNumber("4011001098993"),
            prefecture: Prefecture(code: 40), municipality: "福岡市博多区", address: "博多駅前２丁目１－１", postcode: "8120011")
    }

    @Test func everyEncodingGivesTheSameOrganisation() throws {
        let text = NTALine().text
        let files: [([UInt8], TextEncoding)] = [
            (Array(text.utf8), .utf8), (Array(("\u{FEFF}" + text).utf8), .utf8), (CP932.encode(text), .cp932),
        ]
        for (bytes, encoding) in files {
            for asked in [TextEncoding.auto, encoding] {
                desk.organisations = []
                let summary = try run(bytes, encoding: asked)
                #expect(summary.encoding == encoding)
                #expect(summary.created == 1)
                #expect(summary.rejects == [])
                #expect(desk.organisations == [expected])
            }
        }
    }

    @Test func cp932AskedForAFileWithAUTF8MarkIsRefused() {
        let error = #expect(throws: ImportError.self) {
            try run(Array(("\u{FEFF}" + NTALine().text).utf8), encoding: .cp932)
        }
        #expect(error?.problem == .notCP932)
    }

    @Test func filesOf29And30ColumnsAreOneLayout() throws {
        for columns in [29, 30] {
            desk.organisations = []
            #expect(try run([NTALine(columns: columns)]).created == 1)
            #expect(desk.organisations == [expected])
        }
    }

    @Test func otherColumnCountsAreRejectedByLine() throws {
        let summary = try run([NTALine(), NTALine(columns: 28), NTALine(columns: 32)])
        #expect(summary.read == 3)
        #expect(summary.rejects.map(\.line) == [2, 3])
        #expect(summary.rejects.map(\.reason.en) == ["has 28 columns, not 29 or 30", "has 32 columns, not 29 or 30"])
    }

    @Test func theyEndAnImportThatNobodyLooksAt() {
        let error = #expect(throws: ImportError.self) {
            try run([NTALine("5011001098993"), NTALine(columns: 28)], endsAt: .brokenRow)
        }
        #expect(error?.text.ja.contains("2行目：列の数が28です") == true)
    }

    @Test func aWrongCheckDigitIsRejectedByLineAndColumn() throws {
        let summary = try run([NTALine(), NTALine("5011001098993"), NTALine("401100109899"), NTALine("40110010989９X")])
        #expect(summary.created == 1)
        #expect(summary.rejects.map(\.line) == [2, 3, 4])
        #expect(summary.rejects.map(\.column?.number) == [2, 2, 2])
        #expect(summary.rejects[0].reason.ja.contains("検査用数字"))
        #expect(summary.rejects[0].reason.ja.contains("「5011001098993」"))
    }

    @Test func undecodableBytesAreRejectedByLineColumnAndByte() throws {
        let good = CP932.encode(NTALine(NTALine.number(1)).text)
        let bad = CP932.encode(NTALine(NTALine.number(2), name: "@@").text).map { $0 == 0x40 ? 0xFF : $0 }
        let unused = CP932.encode(NTALine(NTALine.number(3)).with(25, "@").text).map { $0 == 0x40 ? 0x80 : $0 }
        let summary = try run(good + bad + unused + good, encoding: .cp932)
        #expect(summary.created == 1)
        #expect(summary.unchanged == 1)
        #expect(summary.rejects.map(\.line) == [2, 3])
        #expect(summary.rejects.map(\.column?.number) == [7, 25])
        #expect(summary.rejects[0].text.en == "line 2, column 7 (name): byte 1 (0xFF) is not CP932")
    }

    @Test func closedCorporationsAreSkippedAndCounted() throws {
        let closed = [
            NTALine().with(19, "2020-03-31"), NTALine().with(20, "01"), NTALine().with(3, "99"),
        ]
        let summary = try run(closed + [NTALine()])
        #expect(summary.skippedClosed == 3)
        #expect(summary.created == 1)
        #expect(summary.read == 4)
        #expect(summary.rejected == 0)
    }

    @Test func historyIsSkippedAndCounted() throws {
        let summary = try run([NTALine(name: "旧名").with(24, "0"), NTALine(), NTALine().with(24, "")])
        #expect(summary.skippedHistory == 1)
        #expect(summary.created == 1)
        #expect(summary.rejects.map(\.column?.number) == [24])
        #expect(desk.organisations.map(\.name) == ["株式会社表計算"])
    }

    @Test func whatIsSkippedIsCheckedForItsNumberToo() throws {
        #expect(try run([NTALine("5011001098993").with(19, "2020-03-31"), NTALine()]).rejected == 1)
    }

    @Test func aKnownNumberUpdates() throws {
        #expect(try run([NTALine()]).created == 1)
        #expect(try run([NTALine()]).unchanged == 1)
        #expect(try run([NTALine(name: "株式会社新名称")]).updated == 1)
        #expect(desk.organisations.count == 1)
    }

    @Test(arguments: [
        ("101", Organisation.Kind.institution), ("201", .institution), ("301", .company), ("305", .company),
        ("399", .company), ("401", .company), ("499", .company),
    ])
    func theKindFollowsTheCode(_ code: String, _ kind: Organisation.Kind) throws {
        _ = try run([NTALine().with(9, code)])
        #expect(desk.organisations.map(\.kind) == [kind])
    }

    @Test(arguments: [("47", 47), ("01", 1), ("99", nil), ("", nil)])
    func thePrefectureFollowsTheCode(_ code: String, _ expected: Int?) throws {
        #expect(try run([NTALine().with(14, code)]).created == 1)
        #expect(desk.organisations[0].prefecture?.code == expected)
    }

    @Test func anOverseasAddressStandsWhereThereIsNoOther() throws {
        let line = NTALine().with(10, "").with(11, "").with(12, "").with(14, "99").with(16, "").with(17, "台北市")
        _ = try run([line])
        #expect(desk.organisations[0].address == "台北市")
        #expect(desk.organisations[0].prefecture == nil)
        #expect(desk.organisations[0].postcode == "")
    }

    @Test(arguments: [(9, ""), (9, "501"), (9, "3０1"), (14, "48"), (14, "x"), (16, "812-0011"), (7, "　"), (7, "")])
    func wrongValuesAreRejectedByColumn(_ column: Int, _ value: String) throws {
        let summary = try run([NTALine().with(column, value)])
        #expect(summary.rejects.map(\.column?.number) == [column])
    }

    @Test func namesAreTrimmedAndComposedAndKeepInnerSpaces() throws {
        _ = try run([NTALine(name: "　山田　か\u{3099}らす "), NTALine(NTALine.number(5), name: "a\u{202E}b")])
        #expect(Array(desk.organisations[0].name.unicodeScalars) == Array("山田　がらす".unicodeScalars))
        #expect(desk.organisations[1].name == "a\u{202E}b")
    }

    @Test func controlCharactersAreRefused() throws {
        let summary = try run([NTALine(name: "a\u{1B}[31m"), NTALine(name: "a\u{9B}b"), NTALine().with(12, "a\nb")])
        #expect(summary.rejects.map(\.column?.number) == [7, 7, 12])
        #expect(summary.rejects[0].reason.en == "holds a control character (U+001B)")
        #expect(desk.organisations == [])
    }

    @Test func aStrictImportEndsAtTheFirstBadRow() throws {
        let error = #expect(throws: ImportError.self) {
            try run([NTALine(), NTALine("5011001098993"), NTALine(columns: 28)], endsAt: .badRow)
        }
        guard case .badRow(let reject) = error?.problem else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(reject.line == 2)
        #expect(reject.column?.number == 2)
        #expect(error?.text.ja.contains("2行目 2列目（法人番号）") == true)
    }

    @Test func theTemplateCanBeImported() throws {
        #expect(try run(Array(NTAImport.template.utf8), endsAt: .badRow).created == 1)
        #expect(desk.organisations[0].name == "国税庁")
        #expect(desk.organisations[0].kind == .institution)
    }

    /// Neither of two rows of one number may silently replace the other.
    @Test func aNumberThatOccursTwiceHasToSayTheSame() throws {
        let summary = try run([
            NTALine(), NTALine(NTALine.number(1), name: "間の会社"), NTALine(), NTALine(name: "株式会社別物"),
            NTALine().with(24, "0"),
        ])
        #expect(summary.created == 2 && summary.unchanged == 1 && summary.count(of: .history) == 1)
        #expect(summary.rejects.map(\.line) == [4] && summary.rejects.first?.column?.number == 2)
        #expect(summary.rejects.first?.reason.ja == "前の行と同じ法人番号（#1）で、内容が違います")
        #expect(desk.organisations.map(\.name) == ["株式会社表計算", "間の会社"])
        // What was there before the file it updates, once.
        #expect(try run([NTALine(name: "株式会社改名"), NTALine()]).updated == 1)
        #expect(desk.organisations[0].name == "株式会社改名")
    }
}
