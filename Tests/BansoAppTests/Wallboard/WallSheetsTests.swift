import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// Nothing gets lost on the wall: what one sheet can't hold stands on another one.
@Suite struct WallSheetsTests {
    private static let pages = WallPage.all(Desk.catalogue)

    private func state(_ desk: Desk, _ context: Context, pages: [WallPage] = pages) throws -> WallState {
        var state = WallState(pages: pages, now: Desk.moment)
        try state.load(from: desk.store, context)
        return state
    }

    /// Every sheet of a page as it is drawn.
    private func frames(of page: WallPage, _ state: WallState, _ context: Context) -> [(WallSheet, [String])] {
        var state = state
        state.show(page)
        return (0..<state.parts).compactMap { part in
            state.show(page, part: part)
            return state.sheet.map { ($0, WallView(state: state, context: context).frame(size: context.size).lines) }
        }
    }

    private static let sizes = [
        (40, 12), (46, 13), (50, 16), (60, 18), (64, 20), (72, 24), (80, 24), (80, 50), (100, 30), (120, 40), (150, 30),
        (160, 45), (200, 60), (250, 70),
    ].map { Size(width: $0, height: $1) }

    @Test(arguments: Language.allCases) func whatIsWrongCoversNothing(_ language: Language) throws {
        let desk = try Desk(companies: 300)
        for size in Self.sizes {
            let context = desk.context(language, size: size)
            var state = try state(desk, context)
            state.fail(.missing(path: "/srv/banso/banso.db"), context)
            for seconds in [0.0, 30, 600, 7200] {
                state.now += seconds
                for (sheet, lines) in frames(of: .overview, state, context) {
                    let text = lines.joined().filter { $0 != " " }
                    for reading in sheet.readings {
                        #expect(text.contains(reading.indicator.label(language).filter { $0 != " " }), "\(size)")
                    }
                }
            }
        }
    }

    @Test(arguments: Language.allCases, [Glyphs.unicode, .ascii])
    func everyIndicatorStandsWholeOnSomeSheet(_ language: Language, _ glyphs: Glyphs) throws {
        let desk = try Desk(companies: 300)
        for size in Self.sizes {
            let context = desk.context(language, size: size, glyphs: glyphs)
            let state = try state(desk, context)
            var seen: Set<IndicatorID> = []
            for page in Self.pages {
                for (sheet, lines) in frames(of: page, state, context) {
                    // What is on a sheet is in its frame, with its name and figures.
                    let text = lines.joined().filter { $0 != " " }
                    for reading in sheet.readings {
                        let label = reading.indicator.label(language).filter { $0 != " " }
                        let isThere = text.contains(label) && text.contains(reading.indicator.code)
                        #expect(
                            isThere, "\(size), \(page.name): \(reading.indicator.id)\n\(lines.joined(separator: "\n"))")
                        if sheet.form.scale == 0 {
                            let figure = Figures.actual(reading) + "/" + reading.indicator.target.spelled(language)
                            #expect(text.contains(glyphs == .ascii ? figure.replacing("–", with: "-") : figure))
                        }
                        seen.insert(reading.indicator.id)
                    }
                    let area = try #require(WallView(state: state, context: context).area(in: size))
                    for place in sheet.places {
                        #expect(place.rect.bottom <= area.bottom && place.rect.right <= area.right)
                        let others = sheet.places.filter { $0 != place }
                        #expect(others.allSatisfy { $0.rect.intersection(place.rect).isEmpty })
                    }
                }
            }
            #expect(seen == Set(Desk.catalogue.indicators.map(\.id)), "\(size)")
        }
    }

    @Test func theOverviewAloneShowsAllOfThem() throws {
        let desk = try Desk(companies: 60)
        for size in Self.sizes {
            let context = desk.context(.ja, size: size)
            let state = try state(desk, context, pages: [.overview])
            let seen = frames(of: .overview, state, context).flatMap(\.0.readings).map(\.indicator.id)
            #expect(seen.count == 48 && Set(seen).count == 48, "\(size)")
        }
    }

    @Test func whereTheOverviewCantHoldAllItShowsWhatHurtsAndSaysHowManyMore() throws {
        let desk = try Desk(companies: 300)
        let context = desk.context(.ja, size: Size(width: 80, height: 24))
        let state = try state(desk, context)
        let all = frames(of: .overview, state, context)
        let shown = all.flatMap(\.0.readings)
        #expect(state.readings.filter(\.isBreached).allSatisfy(shown.contains))
        #expect(shown.contains { $0.indicator.id == "KPI.satisfaction" } && shown.count < 48)
        let others = all.flatMap(\.0.places).compactMap { place -> Int? in
            if case .others(let count, _) = place.item { count } else { nil }
        }
        #expect(others.reduce(0, +) + shown.count == 48)
        #expect(all[0].1.contains { $0.contains("件は A・A3 のページ") })
    }

    @Test func aWideWallShowsTheWholeOverviewInLargeFigures() throws {
        let desk = try Desk(companies: 300)
        for (language, glyphs) in [(Language.ja, Glyphs.unicode), (.en, .unicode), (.ja, .ascii)] {
            let context = desk.context(language, size: Size(width: 200, height: 60), glyphs: glyphs)
            let sheets = frames(of: .overview, try state(desk, context), context)
            #expect(sheets.count == 1 && sheets[0].0.readings.count == 48 && sheets[0].0.form.scale == 1)
            #expect(sheets[0].1.contains { $0.contains(glyphs == .ascii ? "|_|" : "▀▀█") })
        }
    }

    /// A heading has a row below it before large digits begin.
    @Test(arguments: Language.allCases) func noHeadingTouchesLargeDigits(_ language: Language) throws {
        let desk = try Desk(companies: 300)
        let context = desk.context(language, size: Size(width: 200, height: 60))
        let state = try state(desk, context)
        var headings = 0
        for page in [WallPage.overview, .deadlines] {
            for (sheet, _) in frames(of: page, state, context) where sheet.form.scale > 0 {
                for place in sheet.places {
                    switch place.item {
                    case .programme, .title:
                        headings += 1
                        let touching = sheet.places.filter {
                            $0.rect.x == place.rect.x && $0.rect.y == place.rect.bottom
                        }
                        #expect(touching.isEmpty, "\(place.item)")
                    case .figure, .others, .line: break
                    }
                }
            }
        }
        #expect(headings > 5)
    }

    /// A programme that takes two columns is shared evenly among them, and its figures are summed up once.
    @Test func aProgrammeOfTwoColumnsIsSharedEvenlyAndSummedUpOnce() throws {
        let desk = try Desk(companies: 300)
        let context = desk.context(.ja, size: Size(width: 200, height: 60))
        let (sheet, lines) = frames(of: .overview, try state(desk, context), context)[0]
        let ofA = sheet.places.filter { $0.item.reading?.indicator.programme == "A" }
        let columns = Dictionary(grouping: ofA, by: \.rect.x).values.map(\.count)
        #expect(columns.sorted() == [11, 11])
        let text = lines.joined(separator: "\n")
        #expect(text.components(separatedBy: "達成 5/22").count == 2 && text.contains("A 人材戦略構築支援（続き）"))
    }

    /// On another sheet a heading says it all again: what stood above isn't in sight any more.
    @Test func onAnotherSheetTheHeadingIsWhole() throws {
        let desk = try Desk(companies: 300)
        let context = desk.context(.ja, size: Size(width: 40, height: 12))
        let state = try state(desk, context, pages: [.overview])
        let sheets = frames(of: .overview, state, context)
        let beginnings = sheets.filter { sheet, _ in sheet.readings.first?.indicator.programme == "A" }
        #expect(beginnings.count > 2)
        for (_, lines) in beginnings { #expect(lines[1].contains("達成 5/22")) }
    }

    @Test(arguments: Language.allCases) func theClockStandsOnEveryWall(_ language: Language) throws {
        let desk = try Desk(companies: 60)
        for size in Self.sizes {
            let context = desk.context(language, size: size)
            for page in Self.pages {
                for (_, lines) in frames(of: page, try state(desk, context), context) {
                    #expect(lines[0].contains("14:05"), "\(size): \(lines[0])")
                }
            }
        }
    }

    @Test func aTargetInLargeDigitsIsNotSaidAgain() throws {
        let desk = try Desk(companies: 300)
        let context = desk.context(.ja, size: Size(width: 200, height: 60))
        let sheets = frames(of: .pipeline("D"), try state(desk, context), context)
        #expect(sheets[0].0.form.hasTarget)
        let text = sheets[0].1.joined(separator: "\n")
        #expect(!text.contains("/ 80") && !text.contains("80 社") && !text.contains("80社"))
        // That it is a band is not in the digits.
        #expect(text.contains("約3回"))
    }

    @Test func sheetsTurnBeforePagesDoAndThoseThatHurtComeFirst() throws {
        let desk = try Desk(companies: 300)
        let context = desk.context(.ja, size: Size(width: 40, height: 12))
        var state = try state(desk, context)
        let first = state.page
        let hurts = frames(of: first, state, context).map(\.0.hurts)
        #expect(hurts.count > 1 && hurts == hurts.sorted(by: >))
        #expect(WallView(state: state, context: context).frame(size: context.size).lines[0].contains("/\(state.parts)"))
        for _ in 1..<state.parts {
            state.turn(by: 1, Desk.catalogue)
            #expect(state.page == first)
        }
        state.turn(by: 1, Desk.catalogue)
        #expect(state.page != first && state.part == 0)
        state.turn(by: -1, Desk.catalogue)
        #expect(state.page == first && state.part == state.parts - 1)
        // A round shows every sheet of every page once.
        let all = Self.pages.reduce(0) { $0 + frames(of: $1, state, context).count }
        state.show(first)
        var seen: Set<String> = []
        for _ in 0..<all {
            seen.insert(state.page.name + " \(state.part)")
            state.turn(by: 1, Desk.catalogue)
        }
        #expect(seen.count == all && state.page == first && state.part == 0)
    }

    @Test func everyLateReportIsOnTheDeadlinesAndTheNextOne() throws {
        let desk = try Desk(companies: 300)
        let sheets = { (day: Day) -> String in
            let context = desk.context(.ja, size: Size(width: 120, height: 40), today: day)
            var state = WallState(pages: Self.pages, now: Desk.moment)
            try state.load(from: desk.store, context)
            return frames(of: .deadlines, state, context).flatMap(\.1).joined(separator: "\n")
        }
        // The sample has frozen up to October.
        let usual = try sheets(Desk.day)
        #expect(usual.contains("11月分の月次報告") && usual.contains("あと13営業日"))
        let late = try sheets(Day(2026, 2, 12)!)
        for month in ["11月分", "12月分", "1月分"] { #expect(late.contains(month + "の月次報告")) }
        #expect(late.contains("2月分の月次報告") && late.contains("64日超過"))
        let ended = try sheets(Day(2026, 11, 22)!)
        #expect(ended.contains("3月分の月次報告") && ended.contains("終了しました"))
    }
}
