import BansoDomain
import Testing

@testable import BansoExchange

/// Rows that were not taken come back as they were, and can be imported once they are mended.
@Suite struct RejectsWriterTests {
    private let desk = FakeDesk()

    private func run(_ kind: FileKind, _ bytes: [UInt8], _ language: Language = .ja) throws -> [UInt8] {
        let file = try TemporaryFile(bytes)
        var rejects: [UInt8] = []
        var hooks = ImportHooks()
        hooks.language = language
        hooks.rejects = { rejects += $0 }
        try withExtendedLifetime(file) {
            _ = try FileImport(
                of: kind, from: file.path, catalogue: TestCatalogue.catalogue, today: Day(2025, 11, 20)!
            ).run(into: desk, hooks: hooks)
        }
        return rejects
    }

    @Test func theSourcesColumnsComeWithTheReason() throws {
        let text = "\u{FEFF}地域名,状況,メモ\r\n筑豊,選定,\r\n天草,未定,\"a,\"\"b\"\"\n二行目\"\r\n島原\r\n"
        let rejects = String(decoding: try run(.regions, Array(text.utf8)), as: UTF8.self)
        let lines = rejects.split(separator: "\r\n", omittingEmptySubsequences: false)
        #expect(lines[0] == "\u{FEFF}地域名,状況,メモ,取り込めない理由")
        #expect(lines[1].hasPrefix("天草,未定,\"a,\"\"b\"\"\n二行目\",2列目（状況）："))
        #expect(lines[2].hasPrefix("島原,,,列の数が1です"))
        #expect(lines.count == 4)
    }

    @Test func mendedItIsImportedAsItIs() throws {
        let first = try run(.regions, Array("地域名,状況\n天草,未定\n島原,なぞ\n".utf8))
        let mended = String(decoding: first, as: UTF8.self).replacing("未定", with: "応募")
        let second = try run(.regions, Array(mended.utf8))
        #expect(desk.all(.region).map { $0.record["name"] } == [.text("天草")])
        // The reason is written anew, not beside the old one.
        let lines = String(decoding: second, as: UTF8.self).split(separator: "\r\n")
        #expect(lines[0] == "地域名,状況,取り込めない理由")
        #expect(lines.count == 2)
        #expect(lines[1].split(separator: ",").count == 3)
    }

    @Test(arguments: ["地域名,状況,備考", "番号,地域名,状況,メモ"]) func noCellIsAFormulaAndEachIsReadAgainAsItWas(_ heading: String)
        throws
    {
        let number = heading.hasPrefix("番号") ? "," : ""
        let file = heading + "\n\(number)=1+1,未定,＋81\n\(number)'=2,未定,\"-1,\"\"x\"\"\"\n"
        let first = String(decoding: try run(.regions, Array(file.utf8)), as: UTF8.self)
        #expect(first.contains("\n\(number)'=1+1,未定,'＋81,") && first.contains(",\"'-1,\"\"x\"\"\","), "\(first)")
        // However often it comes back.
        let second = String(decoding: try run(.regions, Array(first.utf8)), as: UTF8.self)
        #expect(second == first)
        let mended = second.replacing("未定", with: "応募")
        #expect(try run(.regions, Array(mended.utf8)).isEmpty)
        let names: [FieldValue] = number.isEmpty ? [.text("=1+1"), .text("'=2")] : [.text("=1+1"), .text("=2")]
        #expect(desk.all(.region).map { $0.record["name"] } == names)
        #expect(desk.all(.region).map { $0.record["notes"] } == [.text("＋81"), .text("-1,\"x\"")])
    }

    @Test func theReasonIsInThePersonsLanguage() throws {
        let rejects = String(decoding: try run(.regions, Array("地域名,状況\n天草,未定\n".utf8), .en), as: UTF8.self)
        #expect(rejects.hasPrefix("地域名,状況,import_reason\r\n天草,未定,\"column 2"), "\(rejects)")
    }

    @Test func cp932StaysCP932() throws {
        let rejects = try run(.regions, CP932.encode("地域名,状況\r\n髙﨑①㈱,未定\r\n"))
        #expect(rejects.starts(with: CP932.encode("地域名,状況,取り込めない理由\r\n髙﨑①㈱,未定,2列目")))
    }

    @Test func aFileOfTheAgencyIsReadAgain() throws {
        let bad = NTALine("5011001098993")
        let rejects = try run(.companies, Array((NTALine().text + bad.text).utf8))
        let mended = String(decoding: rejects, as: UTF8.self).replacing("5011001098993", with: NTALine.number(7))
        #expect(try run(.companies, Array(mended.utf8)).isEmpty)
        #expect(desk.organisations.count == 2)
    }
}
