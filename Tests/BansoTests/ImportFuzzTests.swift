import BansoCatalogue
import BansoDomain
import BansoExchange
import BansoStore
import Foundation
import Testing

@testable import banso

/// Whatever a file holds, its import ends soon: refused with nothing written, or with every row counted.
///
/// BANSO_TORTURE=1 tries forty times as many files; BANSO_SEED=N begins with the one that failed.
@Suite struct ImportFuzzTests {
    private static let seeds: [(FileKind, String)] = [
        (.companies, "番号,名称,法人番号,都道府県,従業員数\n,株式会社甲,4011001098993,福岡,\"1,000\"\n3,乙,,佐賀,5\n,\"丙\"\"社\"\"\",,,\n"),
        (.events, "事業,テーマ,開催日,方法,ツール,概要\nA1-1,副業,R7.9.10,オンライン,Teams,\"一\n二\"\nB1,指針,2025/9/1,対面,,\n"),
        (.consultations, "企業名,日付,開始,分,方法,コーディネーター,次の対応,期限\n甲,10/1,午後2時,1.5h,対面,山田,送る,10/8\n"),
        (.surveys, "ID,開始時刻,完了時刻,メール,名前,会社名,満足度,気づき\n1,,2025/9/10 14:03:22,,,甲,5 とても満足,はい\n"),
        (.companies, NTAImport.template),
        (.talent, "氏名,タグ,メモ\n佐藤,若者、女性,=1+1\n'-x,,\n"),
    ]
    /// What breaks readers: quotes, line ends, NUL, bytes of no encoding, byte order marks, very long numbers.
    private static let pieces: [[UInt8]] = [
        [0x22], [0x0A], [0x0D, 0x0A], [0x0D], [0x2C], [0x00], [0xFF], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0x81],
        [0x83, 0x5C],
        [0x1B, 0x5B], Array("99999999999999999999".utf8), Array("-1".utf8), Array("\u{202E}".utf8), Array("２月３１日".utf8),
        Array("1e999".utf8), Array("𠮷".utf8), Array(repeating: 0x2C, count: 1200),
        Array(repeating: 0x61, count: 70_000),
        Array("令和999年".utf8), Array("--".utf8), Array("億".utf8), Array("%s".utf8), [0xC2, 0x85], [0xED, 0xA0, 0x80],
    ]

    @Test func everyFileEndsRefusedOrCounted() throws {
        let environment = ProcessInfo.processInfo.environment
        let count = environment["BANSO_TORTURE"] == "1" ? 20_000 : 500
        let seed = environment["BANSO_SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 0..<1_000_000_000)
        print("files: BANSO_SEED=\(seed)")
        let folder = try TestFolder()
        let store = try Store.create(
            at: folder.path + "/banso.db", catalogueText: CatalogueFile.embedded,
            catalogue: CatalogueFile.parse(CatalogueFile.embedded, file: CatalogueFile.embeddedName))
        defer { store.close() }
        for round in 0..<UInt64(count) {
            var random = Mutation(state: seed + round)
            let (kind, text) = Self.seeds[Int(random.next() % UInt64(Self.seeds.count))]
            let path = folder.path + "/file.csv"
            try Data(random.mutated(Array(text.utf8), with: Self.pieces)).write(to: URL(fileURLWithPath: path))
            try take(kind, path, store, "BANSO_SEED=\(seed + round)")
        }
        #expect(try store.check().isSound)
        #expect(try store.verifyAudit().flaw == nil)
    }

    private func take(_ kind: FileKind, _ path: String, _ store: Store, _ place: String) throws {
        let head = try store.auditHead()
        // How busy the machine is with other tests doesn't matter to it.
        let began = ProcessorTime.ofThread()
        var summary: ImportSummary?
        do {
            try store.bulk(.importRecords, by: Actor("tester"), isDryRun: false) { desk in
                summary = try FileImport(
                    of: kind, from: path, catalogue: store.catalogue, today: Day(2025, 11, 20)!
                ).run(into: desk)
            }
        } catch let error as ImportError {
            #expect(!error.text.ja.contains("\n"), "\(place)")
            if case .desk = error.problem { Issue.record("\(place): \(error.text.en)") }
            if case .failed = error.problem { Issue.record("\(place): \(error.text.en)") }
            summary = nil
        }
        #expect(ProcessorTime.ofThread() - began < .seconds(5), "\(place)")
        let after = try store.auditHead()
        guard let summary else {
            #expect(after == head, "\(place): refused, and something was written")
            return
        }
        let counted = ImportOutcome.allCases.map(summary.count(of:)).reduce(0, +)
        #expect(counted == summary.read, "\(place)")
        let written = (after?.seq ?? 0) - (head?.seq ?? 0)
        #expect(written >= Int64(summary.created + summary.updated), "\(place)")
        if summary.created + summary.updated == 0 { #expect(after == head, "\(place)") }
    }
}

/// SplitMix64, and what it does to a file.
private struct Mutation: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }

    mutating func mutated(_ bytes: [UInt8], with pieces: [[UInt8]]) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...6, using: &self) {
            let place = Int.random(in: 0...bytes.count, using: &self)
            let end = min(bytes.count, place + Int.random(in: 0...12, using: &self))
            switch Int.random(in: 0..<5, using: &self) {
            case 0: bytes.insert(contentsOf: pieces.randomElement(using: &self)!, at: place)
            case 1: bytes.removeSubrange(place..<end)
            case 2: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &self))
            case 3: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &self) }
            default: bytes.replaceSubrange(place..<end, with: pieces.randomElement(using: &self)!)
            }
        }
        return bytes
    }
}
