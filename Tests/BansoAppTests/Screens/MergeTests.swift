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

    @Test func theOtherOneCanStay() throws {
        let (desk, first, second) = try twins()
        let opened: OrganisationID = desk.run(open).frame.lines[1].contains("株式会社はじめ") ? first : second
        desk.run(open + [.character("m"), .right, .character("M")])
        #expect(try desk.store.file(of: opened) == nil)
    }

    @Test func withoutATwinThereIsNothingToMerge() throws {
        let desk = try Desk(companies: 0)
        _ = try desk.store.add(Organisation(name: "株式会社はじめ"), by: Actor("田中"))
        #expect(desk.run(open + [.character("m")]).frame.lines.last!.contains("同じ名前の組織はありません"))
    }
}
