import BansoDomain
import BansoStore
import Foundation
import GRDB
import Testing

/// What was erased is nowhere, and what was counted still holds.
@Suite struct ErasureTests {
    private static let lastDay = day(2026, 3, 31)

    private func readings(_ store: Store) throws -> [Reading] {
        try [day(2025, 9, 30), day(2025, 11, 20), Self.lastDay].flatMap { try store.readings(asOf: $0) }
    }

    private func expectWhole(_ store: Store, head: AuditHead?, _ before: [Reading]) throws {
        #expect(try readings(store) == before)
        #expect(before.count == 48 * 3 && before.contains { $0.tally.counted > 0 })
        let verdict = try store.verifyAudit(head: head)
        #expect(verdict.flaw == nil && verdict.erased > 0)
        let report = try store.check()
        #expect(report.isSound, "\(report)")
    }

    @Test(
        "Given a person in records, histories, ledgers and texts about others, when erased, then no byte of any file has them"
    )
    func person() throws {
        let desk = try ErasureDesk()
        let key = RecordKey(.talent, desk.person)
        let (head, before) = (try desk.store.auditHead(), try readings(desk.store))
        // Half a sentence is enough to find a page that was only written over in part.
        let pieces = Array(ErasureDesk.ofPerson.dropLast()) + ["長い経歴長い経歴", "面談で前向", "診断は粘"]
        try #require(try desk.left(pieces) == Set(pieces))
        let erasure = try desk.store.erase(key, by: desk.desk.aoki, isDryRun: false)
        let remaining = try desk.left(pieces)
        #expect(remaining == [])
        try expectWhole(desk.store, head: head, before)
        #expect(erasure.changed == 4 && erasure.mentions.count == 2 && erasure.exports == 1)
        #expect(erasure.headBefore == head)
        #expect(try desk.store.auditHead() == erasure.headAfter)
        #expect(erasure.sought > 3 && erasure.found == [] && erasure.files >= 3)
        let left = try #require(try desk.store.record(key)?.record)
        #expect(left["name"] == .text("消去済み #\(desk.person)"))
        #expect(left["prefecture"] == FieldValue.none && left["tags"] == .text(""))
        let cards = try desk.store.records(.pipelineEntry, after: 0, limit: 9).map { $0.record["next_action"] }
        #expect(cards.contains(.text("消去済みに連絡")))
        #expect(try desk.store.exports(before: nil, limit: 9).first?.entry.name == "消去済みの履歴.csv")
        #expect(throws: DatabaseError.self) { try desk.desk.plainSQL("UPDATE export SET filter = 'x'") }
        #expect(try desk.store.search(SearchQuery("高見沢", limit: 5)).isEmpty)
    }

    @Test(
        "Given a company with contacts, consultations, a card and a twin it was merged with, when erased, then it is nobody"
    )
    func company() throws {
        let desk = try ErasureDesk()
        let key = RecordKey(.organisation, desk.company)
        let (head, before) = (try desk.store.auditHead(), try readings(desk.store))
        try #require(try desk.left(ErasureDesk.ofCompany) == Set(ErasureDesk.ofCompany))
        let erasure = try desk.store.erase(key, by: desk.desk.aoki, isDryRun: false)
        let remaining = try desk.left(ErasureDesk.ofCompany)
        #expect(remaining == [])
        try expectWhole(desk.store, head: head, before)
        #expect(erasure.found == [] && erasure.mentions.map(\.record.kind) == [.region])
        let left = try #require(try desk.store.record(key)?.record)
        #expect(left["name"] == .text("消去済み #\(desk.company)") && left["prefecture"] == .number(41))
        #expect(left["eligibility"] == .token(Eligibility.eligible) && left["capital"] == FieldValue.none)
        let file = try #require(try desk.store.file(of: OrganisationID(desk.company)))
        #expect(file.consultations.first?.listed.record.date == day(2025, 8, 6))
        #expect(try desk.store.record(RecordKey(.contact, desk.contact)) == nil)
    }

    @Test("Given somebody at a company who asks for it, when erased, then the company stays as it is")
    func contact() throws {
        let desk = try ErasureDesk()
        let key = RecordKey(.contact, desk.contact)
        let texts = ["鷹島波子", "タカシマナミコ", "たかしまなみこ", "0955-11-2233", "0955112233", "namiko@example.jp", "総務の窓口"]
        try #require(try desk.left(texts) == Set(texts))
        let erasure = try desk.store.erase(key, by: desk.desk.aoki, isDryRun: false)
        #expect(try desk.left(texts) == [])
        #expect(Set(erasure.mentions.map(\.record.kind)) == [.region, .attendance])
        #expect(try desk.store.record(RecordKey(.organisation, desk.company))?.record["kana"] == .text("ゲンカイゾウセン"))
        #expect(try desk.store.check().isSound)
        // There is nothing left of it; again is no error.
        #expect(try desk.store.erase(key, by: desk.desk.aoki, isDryRun: false).isEmpty)
    }

    @Test(
        "Given steps whose texts were erased, then taking them back is refused with the reason, and so is the erasure's own"
    )
    func undo() throws {
        let desk = try ErasureDesk()
        try desk.store.edit(
            RecordKey(.talent, desk.person), version: 4,
            to: Record(.talent, ["name": .text("高見沢俊一"), "notes": .text("新しい話")]), by: desk.sato)
        _ = try desk.store.erase(RecordKey(.talent, desk.person), by: desk.desk.aoki, isDryRun: false)
        #expect(throws: DeskError.erased(action: .edit, name: "消去済み #\(desk.person)")) {
            try desk.store.undo(by: desk.sato)
        }
        #expect {
            try desk.store.undo(by: desk.desk.aoki)
        } throws: { error in
            guard case DeskError.erased(.erase, _) = error else { return false }
            return true
        }
        #expect(try desk.left(["新しい話", "高見沢俊一"]) == [])
        let history = try desk.store.history(HistoryQuery(.record(RecordKey(.talent, desk.person)), limit: 99))
        #expect(history.count == 6 && history.allSatisfy { $0.before == nil && $0.after == nil })
        #expect(history.first?.action == .erase)
    }

    @Test("Given others with the same name or a longer one, then theirs stays, and a text that may mean either")
    func namesakes() throws {
        let desk = try R7Desk()
        let (person, longer) = (
            try desk.add(.talent, ["name": .text("佐藤健")]), try desk.add(.talent, ["name": .text("佐藤健太")])
        )
        let region = try desk.add(.region, ["name": .text("筑豊"), "notes": .text("佐藤健太と佐藤健が担当")])
        _ = try desk.store.erase(RecordKey(.talent, person), by: desk.aoki, isDryRun: false)
        #expect(try desk.store.record(RecordKey(.region, region))?.record["notes"] == .text("佐藤健太と消去済みが担当"))
        #expect(try desk.store.record(RecordKey(.talent, longer))?.record["name"] == .text("佐藤健太"))
        #expect(try desk.store.history(HistoryQuery(.record(RecordKey(.talent, longer)), limit: 1)).first?.after != nil)
        let (first, second) = (
            try desk.add(.talent, ["name": .text("田中実夫")]), try desk.add(.talent, ["name": .text("田中実夫")])
        )
        let other = try desk.add(.region, ["name": .text("筑後"), "notes": .text("田中実夫が担当")])
        let erasure = try desk.store.erase(RecordKey(.talent, first), by: desk.aoki, isDryRun: false)
        #expect(erasure.shared == 1 && erasure.mentions.isEmpty)
        #expect(try desk.store.record(RecordKey(.talent, second))?.record["name"] == .text("田中実夫"))
        #expect(try desk.store.record(RecordKey(.region, other))?.record["notes"] == .text("田中実夫が担当"))
    }

    @Test(
        "Given a reader that stays in a snapshot, before or after the log was emptied, then nothing is erased",
        arguments: [true, false])
    func pinned(hasLog: Bool) throws {
        let desk = try ErasureDesk()
        desk.store.patience = 0.05
        if !hasLog { try desk.desk.plainSQL("PRAGMA wal_checkpoint(TRUNCATE)") }
        let reader = try reading(desk)
        let (key, head) = (RecordKey(.talent, desk.person), try desk.store.auditHead())
        let record = try desk.store.record(key)
        #expect(throws: DeskError.pinned(path: desk.store.path, isErased: false)) {
            try desk.store.erase(key, by: desk.desk.aoki, isDryRun: false)
        }
        #expect(try desk.store.auditHead() == head)
        #expect(try desk.store.record(key) == record)
        try reader.inDatabase { try $0.execute(sql: "COMMIT") }
        _ = try desk.store.erase(key, by: desk.desk.aoki, isDryRun: false)
        #expect(try desk.left(["高見沢俊一", "前職は造船所"]) == [])
        try reader.close()
    }

    @Test(
        "Given an erasure that nothing finished, when it is run again, then the file is without it and nothing is written twice"
    )
    func again() throws {
        let desk = try ErasureDesk()
        let key = RecordKey(.talent, desk.person)
        _ = try desk.store.erase(key, by: desk.desk.aoki, isDryRun: false)
        let head = try desk.store.auditHead()
        try desk.leaveRemains()
        try #require(try desk.left(["外から書いた備考"]).count == 1)
        let erasure = try desk.store.erase(key, by: desk.desk.aoki, isDryRun: false)
        #expect(try desk.left(["外から書いた備考"]).isEmpty)
        #expect(erasure.isEmpty && erasure.spellings.isEmpty)
        #expect(erasure.earlier.map(\.by) == ["青木"] && erasure.earlier.map(\.records) == [6])
        #expect(try desk.store.auditHead() == head)
    }

    @Test("Given another desk with the keys of search in memory, then it finds them no more")
    func searchKeys() throws {
        let desk = try ErasureDesk()
        let other = try desk.desk.another()
        defer { other.close() }
        try other.waitForSearchKeys()
        try #require(try other.search(SearchQuery("たかみざわ", limit: 5)).count == 1)
        _ = try desk.store.erase(RecordKey(.talent, desk.person), by: desk.desk.aoki, isDryRun: false)
        #expect(try other.search(SearchQuery("たかみざわ", limit: 5)).isEmpty)
        #expect(try other.search(SearchQuery("消去済み", limit: 5)).count == 1)
    }

    @Test("Given a contact that is called by a role, then that word stays where others are written about")
    func role() throws {
        let desk = try R7Desk()
        let company = try desk.company("玄海造船株式会社")
        try desk.add(.contact, ["organisation": .number(company), "name": .text("総務部長")])
        let region = try desk.add(.region, ["name": .text("筑豊"), "notes": .text("市の総務部長と面談")])
        _ = try desk.store.erase(RecordKey(.organisation, company), by: desk.aoki, isDryRun: false)
        #expect(try desk.store.record(RecordKey(.region, region))?.record["notes"] == .text("市の総務部長と面談"))
    }

    @Test(
        "Given a reader that begins in the middle, then it is said that the file still has them, and the next run finishes it"
    )
    func pinnedMeanwhile() throws {
        let desk = try ErasureDesk()
        desk.store.patience = 0.05
        let key = RecordKey(.talent, desk.person)
        var began: DatabaseQueue?
        // Asked for the time within the step.
        desk.store.clock = {
            if began == nil { began = try? reading(desk) }
            return 1_763_600_000
        }
        #expect(throws: DeskError.pinned(path: desk.store.path, isErased: true)) {
            try desk.store.erase(key, by: desk.desk.aoki, isDryRun: false)
        }
        #expect(try desk.store.record(key)?.record["notes"] == .text(""))
        #expect(try !desk.left(["前職は造船所"]).isEmpty)
        let reader = try #require(began)
        try reader.inDatabase { try $0.execute(sql: "COMMIT") }
        try reader.close()
        #expect(try desk.store.erase(key, by: desk.desk.aoki, isDryRun: false).isEmpty)
        #expect(try desk.left(ErasureDesk.ofPerson).isEmpty)
    }

    /// Another program in the middle of reading.
    private func reading(_ desk: ErasureDesk) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        configuration.readonly = true
        let reader = try DatabaseQueue(path: desk.path, configuration: configuration)
        try reader.inDatabase { db in
            try db.execute(sql: "BEGIN")
            _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM talent")
        }
        return reader
    }

    @Test("Given a dry run, then it says what would go and nothing does")
    func dryRun() throws {
        let desk = try ErasureDesk()
        let key = RecordKey(.organisation, desk.company)
        let (record, head) = (try desk.store.record(key), try desk.store.auditHead())
        let erasure = try desk.store.erase(key, by: desk.desk.aoki, isDryRun: true)
        #expect(erasure.changed > 10 && erasure.entries > 10 && erasure.spellings.contains("玄海造船株式会社"))
        #expect(try desk.store.record(key) == record)
        #expect(try desk.store.auditHead() == head)
    }

    @Test("Given nobody of the number, or a kind that is nobody, then it is refused")
    func refusals() throws {
        let desk = try R7Desk()
        #expect(throws: DeskError.notFound(what: LocalizedText(ja: "人材 9", en: "talent 9"))) {
            try desk.store.erase(RecordKey(.talent, 9), by: desk.aoki, isDryRun: false)
        }
        #expect(throws: DeskError.self) {
            try desk.store.erase(RecordKey(.event, 1), by: desk.aoki, isDryRun: false)
        }
    }

    @Test("Given why a month was corrected names them, then the name goes, but from a report that was handed in")
    func reasons() throws {
        let desk = try OctoberDesk()
        let person = try desk.desk.add(.talent, ["name": .text("高見沢俊一")])
        func say(in month: String) throws -> RecordKey {
            RecordKey(
                .correctionReason,
                try desk.desk.add(
                    .correctionReason,
                    [
                        "month": .text(month), "programme": .text("A"), "record": .text("attendance:1"),
                        "reason": .text("高見沢俊一さんの連絡"),
                    ]))
        }
        let (frozen, open) = (try say(in: "2025-10"), try say(in: "2025-11"))
        try desk.freeze()
        let erasure = try desk.store.erase(RecordKey(.talent, person), by: desk.mori, isDryRun: false)
        #expect(erasure.reports == [frozen] && erasure.mentions.map(\.record) == [open])
        #expect(try desk.store.record(frozen)?.record["reason"] == .text("高見沢俊一さんの連絡"))
        #expect(try desk.store.record(open)?.record["reason"].text?.contains("高見沢") == false)
        #expect(erasure.found == [])
    }

    @Test("Given a frozen report that names them, then it stays as it was handed in, and that is said")
    func frozen() throws {
        let desk = try OctoberDesk()
        let store = desk.store
        let person = try desk.desk.add(.talent, ["name": .text("高見沢俊一"), "notes": .text("前職は造船所")])
        let page = Record(
            .monthlyReport, ["month": .text("2025-10"), "programme": .text("A"), "overview": .text("高見沢俊一さんの登壇")])
        let number = try store.add(page, by: desk.mori)
        try desk.freeze()
        let before = try desk.report(OctoberDesk.october)
        let erasure = try store.erase(RecordKey(.talent, person), by: desk.mori, isDryRun: false)
        #expect(erasure.reports == [RecordKey(.monthlyReport, number)] && erasure.mentions.isEmpty)
        let after = try desk.report(OctoberDesk.october)
        #expect(after.document == before.document && after.frozen?.sha256 == before.frozen?.sha256)
        #expect(erasure.found == [])
        #expect(try store.check().isSound)
        #expect(try ErasureDesk.left(["前職は造船所"], in: desk.desk.folder) == [])
    }

    @Test("Given somebody who was deleted before, then what the history has of them goes")
    func deleted() throws {
        let desk = try R7Desk()
        let person = try desk.add(.talent, ["name": .text("高見沢俊一"), "notes": .text("前職は造船所")])
        try desk.store.delete(RecordKey(.talent, person), version: 1, by: desk.aoki)
        let texts = ["高見沢俊一", "前職は造船所"]
        try #require(try ErasureDesk.left(texts, in: desk.folder) == Set(texts))
        #expect(try desk.store.erase(RecordKey(.talent, person), by: desk.aoki, isDryRun: false).entries == 2)
        #expect(try ErasureDesk.left(texts, in: desk.folder) == [])
    }

    @Test("Given backups, noted or in the folder, then each says whether they are in it")
    func backups() throws {
        let desk = try ErasureDesk()
        let key = RecordKey(.talent, desk.person)
        let elsewhere = NSTemporaryDirectory() + "banso-test-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: elsewhere, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: elsewhere) }
        for name in ["one.db", "two.db"] { try desk.store.backup(to: elsewhere + "/" + name) }
        try desk.store.backup(to: desk.desk.folder + "/three.bak")
        try FileManager.default.removeItem(atPath: elsewhere + "/two.db")
        // In one of them somebody goes on: it holds what no other database has
        try desk.store.backup(to: elsewhere + "/worked.db")
        let worked = try Store.open(at: elsewhere + "/worked.db") { try R7Desk.parse($0) }
        _ = try worked.add(Organisation(name: "別の会社"), by: desk.desk.aoki)
        worked.close()
        let erasure = try desk.store.erase(key, by: desk.desk.aoki, isDryRun: false)
        #expect(erasure.found == [])
        try desk.store.backup(to: elsewhere + "/after.db")
        let states = try desk.store.backups(holding: key, spellings: erasure.spellings).reduce(into: [:]) {
            $0[String($1.path.split(separator: "/").last ?? "")] = $1.state
        }
        #expect(
            states == [
                "one.db": BackupCopy.State.holds, "two.db": .moved, "three.bak": .holds, "after.db": .without,
                "worked.db": .worked,
            ])
        try desk.store.remove(backup: desk.desk.folder + "/three.bak")
        #expect(try desk.left(["高見沢俊一"]) == [])
        #expect(
            try desk.store.backups(holding: key, spellings: erasure.spellings).allSatisfy { !$0.path.contains("three") }
        )
    }
}
