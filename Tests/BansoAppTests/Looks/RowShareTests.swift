import BansoDomain
import Foundation
import TerminalUI
import Testing

@testable import BansoApp

/// A name is read before what stands beside it.
@Suite struct RowShareTests {
    private let name = "株式会社ありあけ水産加工"

    @Test func whatFitsStaysWhole() {
        let share = RowShare(of: 40, name: name, detail: "見積の送付", mostDetail: 5, .unicode)
        #expect(share.name == 24 && share.detail == "見積の送付")
        #expect(RowShare(of: 20, name: "甲社", detail: "", .unicode).name == 20)
    }

    @Test func aNameKeepsWhatItTakesToTellItFromOthers() {
        let share = RowShare(of: 24, name: name, detail: "業務切り出しの相談", mostDetail: 9, .unicode)
        #expect(share.name == 13 && share.detail == "業務切り…")
        // A short one takes no more than it needs, and leaves the rest
        let short = RowShare(of: 24, name: "甲社", detail: "業務切り出しの相談の続き", mostDetail: 9, .unicode)
        #expect(short.name == 4 && short.detail == "業務切り出しの相…")
    }

    @Test func whatWouldBeAFewLettersGoes() {
        let share = RowShare(of: 19, name: name, detail: "業務切り出しの相談", mostDetail: 10, .unicode)
        #expect(share.name == 19 && share.detail.isEmpty)
        // Unless it is as short, or has a part that is
        #expect(RowShare(of: 19, name: name, detail: "済み", mostDetail: 10, .unicode).detail == "済み")
        #expect(RowShare(of: 19, name: name, detail: "11/14 · 福岡市", mostDetail: 10, .unicode).detail == "11/14")
    }

    /// No list has less than ten cells for a name while it has room for anything else.
    @Test(arguments: Language.allCases) func atFortyColumnsNamesCanBeRead(_ language: Language) throws {
        let desk = try Desk(companies: 300)
        let size = Size(width: 40, height: 12)
        for frame in GoldenFrameTests.frames where ["today", "search", "roster", "import-surveys"].contains(frame.name)
        {
            let lines = desk.run(frame.keys, language: language, size: size).frame.lines
            for line in lines {
                for part in line.split(separator: "  ").map({ $0.trimmingCharacters(in: .whitespaces) })
                where part.hasSuffix("…") && part.contains(/会社|経営支援|ＤＸ/) {
                    #expect(cellWidth(part) >= 10, "\(frame.name): \(line)")
                }
            }
        }
    }
}
