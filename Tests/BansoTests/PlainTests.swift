import Foundation
import Testing

/// The program without a screen, in a pipe.
@Suite struct PlainTests {
    private let today = ["--plain", "--lang", "ja", "--today", "2025-11-20", "--as", "田中"]

    @Test func aCompanyAndAConsultationAreEnteredAndTakenBack() throws {
        let folder = try TestFolder()
        let database = folder.path + "/banso.db"
        _ = try Program.run(["init", "--db", database])
        let lines = [
            "n", "1", "株式会社やまだ製作所", "やまだせいさくしょ", "!", "y", "c", "8/5", "", "1.5h", "2", "!", "y", "q",
        ]
        let entered = try Program.run(today + ["--db", database], input: lines.joined(separator: "\n") + "\n")
        #expect(entered.code == 0 && entered.err.isEmpty, "\(entered.err)")
        for text in [
            "企業を保存しました（u で取消）", "令和7年8月5日(火)", "90分", "株式会社やまだ製作所 の相談 1/3 を記録しました、段階は相談（u で取消）",
            "株式会社やまだ製作所、相談 1/3", "終了します",
        ] {
            #expect(entered.out.components(separatedBy: "\n").contains(text), "\(text): \(entered.out)")
        }
        // Nothing but lines: no cursor, no colour
        #expect(!entered.out.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        let kpi = try Program.run(["kpi", "--as-of", "2025-11-20", "--format", "csv", "--db", database])
        #expect(kpi.out.contains("A2.consultations"))
        #expect(try Program.run(["check", "--db", database]).code == 0)
        // Another conversation takes both back, and ends with its input
        let undone = try Program.run(today + ["--db", database], input: "u\nu\nu\n/やまだ")
        #expect(undone.code == 0 && undone.err.isEmpty)
        for text in [
            "相談の記録（株式会社やまだ製作所）を取り消しました", "取り消せる操作はありません", "「やまだ」は見つかりません。nで登録できます",
        ] {
            #expect(undone.out.components(separatedBy: "\n").contains(text), "\(text): \(undone.out)")
        }
        #expect(try Program.run(["check", "--db", database]).code == 0)
    }

    @Test func aSeminarIsReceivedAndItsCompaniesAreFilteredAndMovedTogether() throws {
        let folder = try TestFolder()
        let database = folder.path + "/banso.db"
        _ = try Program.run(["init", "--db", database])
        let door = [
            "新規 イベント", "A1-1", "", "はじめての採用", "今日", "!", "y", "r", "+やまだ製作所", "+みなみ商店", "みな", "開催済みに", "b", "b",
        ]
        let cards = ["/やまだ", "1", "n", "1", "1", "/みなみ", "1", "n", "1", "1"]
        let pipeline = [
            "人材戦略構築支援", "", "", "+ 1 2", ">", "f", "やまだ", ">", ">", ">", ">", ">", "山の会社", "y", "f", "1", "q",
        ]
        let outcome = try Program.run(
            today + ["--db", database], input: (door + cards + pipeline).joined(separator: "\n") + "\n")
        #expect(outcome.code == 0 && outcome.err.isEmpty, "\(outcome.err)")
        for text in [
            "みなみ商店 を受付しました（2人目、u で取消）", "みなみ商店 は既に受付済みです", "開催済みにしました。計上されます（u で取消）", "2件を変更しました（u で一度に取消）",
            "絞り込みを保存しました（u で取消）", "1. 山の会社、「やまだ」", "終了します",
        ] {
            #expect(outcome.out.components(separatedBy: "\n").contains(text), "\(text): \(outcome.out)")
        }
        #expect(try Program.run(["check", "--db", database]).code == 0)
    }

    @Test func theInputsEndKeepsADraftAndIsNoFailure() throws {
        let folder = try TestFolder()
        let database = folder.path + "/banso.db"
        _ = try Program.run(["init", "--db", database])
        let cut = try Program.run(today + ["--db", database], input: "新規 地域\n筑後地域\n")
        #expect(cut.code == 0)
        let later = try Program.run(today + ["--db", database], input: "\n1\n!\ny\n")
        #expect(later.out.contains("下書きの続きです") && later.out.contains("地域を保存しました"), "\(later.out)")
    }

    @Test func theDemoTalksToo() throws {
        let outcome = try Program.run(["demo", "--plain", "--lang", "en", "--companies", "20"], input: "0\nq\n")
        #expect(outcome.code == 0 && outcome.out.contains("banso, Thu 20 Nov 2025\n"))
        #expect(outcome.out.contains("overview, ") && outcome.out.hasSuffix("goodbye\n"))
    }
}
