import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

@Suite struct ExportLayerTests {
    private let context = Context(
        catalogue: Desk.catalogue, language: .ja, today: Desk.day, calendar: Desk.calendar, actor: Actor("田中"))
    private let offer = ExportOffer(.history(.everything), title: "履歴", filter: "熊本県")

    private func layer(personal: Bool) -> ExportLayer {
        ExportLayer(offer, on: ExportTerms(folder: "/home/aoki", holdsPersonalData: personal), context)
    }

    @Test func personalDataIsAskedAPurposeFor() throws {
        var layer = layer(personal: true)
        #expect(layer.update(.key(.enter), context).isEmpty)
        #expect(layer.form.fields[1].error != nil)
        for character in "月次報告" { _ = layer.update(.key(.character(character)), context) }
        let request = ExportRequest(offer, as: .xlsx, purpose: "月次報告")
        #expect(layer.update(.key(.enter), context) == [.close, .export(request)])
    }

    @Test func withoutPersonalDataTheFormatIsEnough() {
        var layer = layer(personal: false)
        #expect(
            layer.update(.action(.save), context) == [.close, .export(ExportRequest(offer, as: .xlsx, purpose: ""))])
        _ = layer.update(.key(.right), context)
        #expect(
            layer.update(.action(.save), context) == [.close, .export(ExportRequest(offer, as: .csv, purpose: ""))])
    }

    @Test func whereItGoesAndWhatItIsAreShown() {
        var canvas = Canvas(size: context.size)
        _ = layer(personal: true).draw(on: &canvas, in: context.body, context)
        let text = canvas.lines.joined(separator: "\n")
        for words in ["書き出し  履歴", "熊本県", "保存先 /home/aoki", "個人情報を含みます", "形式", "目的"] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test func eachListIsOfferedAsItIsShown() throws {
        let desk = try Desk(companies: 60)
        func request(_ keys: [Key]) throws -> ExportRequest {
            let exporter = FakeExporter()
            desk.run(keys + [.character("E")] + .typed("監査") + [.control("s")], exporter: exporter)
            return try #require(exporter.requests.first)
        }
        let board = try request([.character("1")])
        #expect(board.purpose == "監査")
        guard case .cards(let query, let columns) = board.offer.list else { return #expect(Bool(false), "\(board)") }
        #expect(query.pipeline == "A" && query.filter == nil && query.order == .usual)
        #expect(columns == TableArrangement.usual.columns)
        // Narrowed to Kumamoto, as a table by due date
        let toFilter: [Key] = [.character("1"), .character("f"), .tab, .tab] + .typed("熊本県") + [.control("s")]
        let table = try request(toFilter + [.character("v"), .left, .character("s")])
        guard case .cards(let narrowed, _) = table.offer.list else { return #expect(Bool(false), "\(table)") }
        #expect(narrowed.filter?.prefecture == Prefecture(code: 43))
        #expect(narrowed.order.column == .due)
        #expect(table.offer.filter == "熊本県")
        let rows = try request(GoldenFrameTests.toExplain + [.character("f")])
        guard case .contributions(let behind) = rows.offer.list else { return #expect(Bool(false), "\(rows)") }
        #expect(behind.indicator == "A2.companies" && behind.verdict == .counted && behind.asOf == Desk.day)
        #expect(rows.offer.filter == "2025-11-20 現在・計上のみ")
        #expect(try request([.character("H")]).offer.list == .history(.everything))
    }

    @Test func eachPageIsOfferedAsItIsShown() throws {
        let desk = try Desk(companies: 60)
        func offer(_ keys: [Key]) throws -> ExportOffer {
            let exporter = FakeExporter()
            desk.run(keys + [.character("E")] + .typed("監査") + [.control("s")], exporter: exporter)
            return try #require(exporter.requests.first).offer
        }
        guard case .agenda(let query, let parts) = try offer([]).list else { return #expect(Bool(false)) }
        #expect(query.limit == .max && query.today == Desk.day)
        #expect(parts.map(\.title).prefix(3) == ["期限切れの対応", "月次報告", "下書き"])
        #expect(parts[0].items == .overdue(on: Desk.day) && parts[3].items == .due(from: Desk.day))
        // Folded or not, all that are behind
        let behind = try desk.store.readings(asOf: Desk.day).count { $0.pace.status == .behind }
        #expect(parts.first { $0.title == "遅れている指標" }?.lines.count == behind && behind > 5)
        #expect(try offer([.character("0")]).list == .readings(asOf: Desk.day))
        #expect(try offer([.character("6")]).list == .postings(openOn: nil))
        #expect(try offer([.character("6"), .character("f")]).list == .postings(openOn: Desk.day))
        guard case .timeline(_, nil) = try offer(GoldenFrameTests.toCompany).list,
            case .timeline(_, let kind?) = try offer(GoldenFrameTests.toCompany + [.character("f")]).list
        else { return #expect(Bool(false)) }
        let narrowed = try offer(GoldenFrameTests.toCompany + [.character("f")])
        #expect(narrowed.filter.hasSuffix("・" + kind.label.ja))
        guard case .report(let month, let programme) = try offer([.character("R")]).list else {
            return #expect(Bool(false))
        }
        #expect(try offer([.character("R"), .enter]).list == .report(month, programme))
        guard case .attendances = try offer(GoldenFrameTests.toEvent + [.character("r"), .tab]).list else {
            return #expect(Bool(false))
        }
    }

    /// A key that does nothing and says nothing is taken for a broken one.
    @Test func noScreenSwallowsTheKey() throws {
        let desk = try Desk(companies: 0)
        for keys: [Key] in [
            [], [.character("0")], [.character("3")], [.character("6")], [.character("H")], [.character("R")],
            [.character(":")] + .typed("書き出し台帳") + [.enter],
        ] {
            let line = desk.run(keys + [.character("E")]).frame.lines
            let isAsked = line.contains { $0.contains("保存先") }
            #expect(isAsked || line.last?.contains("書き出すものがありません") == true, "\(keys)")
        }
        let context = desk.context(.ja, size: Size(width: 120, height: 40))
        for (title, screens) in try KeyTable.screens(desk.store, context) {
            for screen in screens where !screen.takesText && (screen as? ReportScreen)?.isAsked != true {
                #expect(screen.bindings(context).contains { $0.action == .export }, "\(title.en)")
            }
        }
    }

    @Test func whatBecomesOfItIsSaid() throws {
        let running = ExportNews.running(rows: 500, of: 2000, secondsLeft: 3)
        #expect(running.message(.ja) == Message(.hint, "書き出しています… 25%、残り3秒"))
        #expect(ExportNews.running(rows: 1234, of: nil, secondsLeft: nil).message(.en).text == "exporting… 1,234 rows")
        let done = ExportNews.done(path: "/tmp/a.xlsx", rows: 1234)
        #expect(done.message(.ja) == Message(.good, "/tmp/a.xlsx に1,234件を書き出しました"))
        #expect(ExportNews.failed(LocalizedText(ja: "", en: "no room")).message(.en) == Message(.error, "no room"))
        // Where nothing can be exported it is said
        let exporter = FakeExporter()
        let desk = try Desk(companies: 0)
        desk.run([.character("1"), .character("E"), .escape, .character("q")], exporter: exporter)
        #expect(exporter.requests.isEmpty)
        let without = desk.run([.character("1"), .character("E")], exporter: nil).frame
        #expect(without.lines.last?.contains("書き出すものがありません") == true)
    }

    @Test func theLedgerIsListed() throws {
        let desk = try Desk(companies: 0)
        let entry = ExportEntry(
            subject: "cards-A", filter: "熊本県", rows: 37, hash: Array(repeating: 0xAB, count: 32), purpose: "月次報告",
            format: "xlsx", name: "cards.xlsx")
        _ = try desk.store.enter(entry, by: Actor("田中"))
        let frame = desk.run([.character(":")] + .typed("書き出し台帳") + [.enter]).frame.lines.joined(separator: "\n")
        for words in [
            "書き出し台帳", "11/20 14:05", "田中", "cards-A", "   37  月次報告", "月次報告", "cards.xlsx · xlsx · 熊本県", "abab",
        ] {
            #expect(frame.contains(words), "\(words)")
        }
        let empty = try Desk(companies: 0).run([.character(":")] + .typed("export ledger") + [.enter], language: .en)
        #expect(empty.frame.lines.contains { $0.contains("nothing was exported yet") })
    }
}
