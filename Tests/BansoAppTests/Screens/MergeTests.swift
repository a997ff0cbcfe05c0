import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// Two records of one name.
@Suite struct MergeTests {
    private let open: [Key] = [.character("/")] + .typed("はじめ") + [.enter]

    private func twins() throws -> (Desk, OrganisationID, OrganisationID) {
        let desk = try Desk(companies: 0)
        let first = try desk.store.add(Organisation(name: "株式会社はじめ", kana: "ハジメ"), by: Actor("田中"))
        let second = try desk.store.add(Organisation(name: "㈱はじめ", employees: 45), by: Actor("田中"))
        _ = try desk.store.add(
            Record(.contact, ["organisation": .number(second.value), "name": .text("鈴木")]), by: Actor("田中"))
        return (desk, first, second)
    }

    @Test func aPersonDecidesAndUndoBringsBothBack() throws {
        let (desk, first, second) = try twins()
        let shown = desk.run(open).frame.lines
        #expect(shown.contains { $0.contains("同じ名前の組織") })
        let asked = desk.run(open + [.character("m")]).frame.lines
        #expect(asked.contains { $0.contains("残す") } && asked.contains { $0.contains("名前だけで") })
        // Looking at it merges nothing
        #expect(try desk.store.file(of: first) != nil && desk.store.file(of: second) != nil)
        desk.run(open + [.character("m"), .character("M")])
        let files = try [first, second].compactMap { try desk.store.file(of: $0) }
        let kept = try #require(files.first)
        #expect(files.count == 1 && kept.contacts.count == 1)
        #expect(kept.organisation.record.kana == "ハジメ" && kept.organisation.record.employees == 45)
        desk.run([.character("u")])
        #expect(try desk.store.file(of: first) != nil && desk.store.file(of: second)?.contacts.count == 1)
    }

    /// Two of one name are told apart by their corporate numbers, however narrow the screen is.
    @Test(arguments: Language.allCases) func corporateNumbersAreNeverCut(_ language: Language) throws {
        let desk = try Desk(companies: 0)
        let numbers = try ["1340001718225", "4350003598810"].map { try CorporateNumber($0) }
        for number in numbers {
            _ = try desk.store.add(
                Organisation(name: "株式会社はじめ", kana: "ハジメ", corporateNumber: number), by: Actor("田中"))
        }
        for size in GoldenFrameTests.sizes {
            let shown = desk.run(open + [.character("m")], language: language, size: size).frame.lines
            #expect(shown.contains { line in numbers.allSatisfy { line.contains($0.digits) } }, "\(size)")
        }
    }

    @Test func theOtherOneCanStay() throws {
        let (desk, first, second) = try twins()
        let opened: OrganisationID = desk.run(open).frame.lines[1].contains("株式会社はじめ") ? first : second
        desk.run(open + [.character("m"), .right, .character("M")])
        #expect(try desk.store.file(of: opened) == nil)
    }

    @Test func amongSeveralOneChoosesAndCanLookAtTheOther() throws {
        let (desk, first, _) = try twins()
        _ = try desk.store.add(Organisation(name: "はじめ株式会社"), by: Actor("田中"))
        let context = desk.context(.ja, size: Size(width: 120, height: 40))
        var layer = MergeLayer(organisation: first)
        try layer.load(from: desk.store, context)
        #expect(layer.twins.count == 2 && layer.selected == 0)
        for _ in 0..<3 { _ = layer.update(.action(.down), context) }
        #expect(layer.selected == 1)
        let other = try #require(layer.twin?.organisation)
        #expect(layer.update(.action(.open), context) == [.close, .open(.organisation(other.id))])
        let this = try #require(layer.file?.organisation)
        let into = Write.merge(other.id, version: other.version, into: first, intoVersion: this.version)
        #expect(layer.update(.action(.merge), context) == [.write(into)])
        // This one stays, and so does its page
        #expect(layer.update(.written(into, .merged), context).prefix(1) == [.close])
        #expect(!layer.update(.written(into, .merged), context).contains(.open(.organisation(first))))
        _ = layer.update(.action(.toggleView), context)
        let away = Write.merge(first, version: this.version, into: other.id, intoVersion: other.version)
        #expect(layer.update(.action(.merge), context) == [.write(away)])
        // The page of what is gone closes with it
        let gone = layer.update(.written(away, .merged), context)
        #expect(gone.prefix(3) == [.close, .close, .open(.organisation(other.id))])
        for _ in 0..<3 { _ = layer.update(.action(.up), context) }
        #expect(layer.selected == 0)
    }

    @Test func theTwinInSightStaysWhenOthersWrite() throws {
        let (desk, first, _) = try twins()
        let third = try desk.store.add(Organisation(name: "はじめ株式会社"), by: Actor("田中"))
        let context = desk.context(.ja, size: Size(width: 120, height: 40))
        var layer = MergeLayer(organisation: first)
        try layer.load(from: desk.store, context)
        let seen = try #require(layer.twin?.organisation)
        // Somebody else deletes it: M is refused rather than meant for the other twin
        try desk.store.bulk(.edit, by: Actor("佐藤"), isDryRun: false) { bulk in
            for contact in try desk.store.records(.contact, after: 0, limit: 9) {
                try bulk.delete(contact.key, version: contact.version)
            }
            try bulk.delete(RecordKey(.organisation, seen.id.value), version: seen.version)
        }
        try layer.load(from: desk.store, context)
        #expect(layer.twin?.organisation.id == seen.id)
        guard case .write(let write)? = layer.update(.action(.merge), context).first else {
            Issue.record("nothing written")
            return
        }
        #expect(throws: DeskError.self) { try write.perform(on: desk.store, by: Actor("田中"), today: Desk.day) }
        #expect(try desk.store.file(of: first) != nil && desk.store.file(of: third) != nil)
    }

    @Test func withoutATwinThereIsNothingToMerge() throws {
        let desk = try Desk(companies: 0)
        _ = try desk.store.add(Organisation(name: "株式会社はじめ"), by: Actor("田中"))
        #expect(desk.run(open + [.character("m")]).frame.lines.last!.contains("同じ名前の組織はありません"))
        // Nor where it was merged or renamed while one looked at it
        let context = desk.context(.ja, size: Size(width: 120, height: 40))
        var layer = MergeLayer(organisation: OrganisationID(1))
        try layer.load(from: desk.store, context)
        #expect(layer.refusal(of: .merge, context)?.ja == "同じ名前の組織はありません")
    }
}
