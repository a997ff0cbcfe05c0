import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// Anything by its name.
@Suite struct PaletteTests {
    @Test(arguments: ["相談の登録", "適格確認", "てきかく", "eligib"]) func aboutTheOrganisationInSight(_ text: String) throws {
        let desk = try Desk(companies: 60)
        let keys = GoldenFrameTests.toCompany + [.character(":")] + .typed(text)
        let frame = desk.run(keys).frame.lines
        if text == "相談の登録" {
            #expect(frame.contains { $0.contains("見つかりません") })
        } else {
            #expect(frame.contains { $0.contains("新規：適格確認") }, "\(text)")
            let opened = desk.run(keys + [.enter]).frame.lines
            #expect(opened.contains { $0.contains("適格確認の登録") }, "\(text)")
        }
    }

    @Test(arguments: ["概況", "がいきょう", "ガイキョウ", "overview", "ｶﾞｲｷｮｳ"]) func aPageInAnyWriting(_ text: String) throws {
        let desk = try Desk(companies: 60)
        let frame = desk.run([.character(":")] + .typed(text) + [.enter]).frame.lines
        #expect(frame.contains { $0.contains("全体 KPI") }, "\(text)")
    }

    @Test func anIndicatorByItsNumber() throws {
        let desk = try Desk(companies: 60)
        let frame = desk.run([.character(":")] + .typed("内訳 A2.comp") + [.enter]).frame.lines
        #expect(frame.contains { $0.contains("支援企業６０社以上") })
    }

    @Test func whatCanNotBeDoneNowSaysWhy() throws {
        let desk = try Desk(companies: 0)
        let frame = desk.run([.character("1"), .character(":")] + .typed("次の段階") + [.enter]).frame.lines
        #expect(frame.last!.contains("選ばれているものがありません"))
    }
}
