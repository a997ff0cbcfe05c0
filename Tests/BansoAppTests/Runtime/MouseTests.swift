import Testing

@testable import BansoApp
@testable import TerminalUI

/// What the mouse does is what keys do.
@Suite struct MouseTests {
    private static func row(_ frame: Canvas, _ rect: Rect, y: Int) -> [Cell] {
        frame.row(y)[(y * frame.size.width + rect.x)..<(y * frame.size.width + rect.right)].map { cell in
            var cell = cell
            cell.style = .plain
            return cell
        }
    }

    /// A click on a row selects that row, wherever the list then scrolls to; one on a field puts the cursor there.
    @Test(arguments: [Size(width: 200, height: 60), Size(width: 80, height: 24)])
    func aClickSelectsWhatItHits(_ size: Size) throws {
        let desk = try Desk(companies: 300)
        var count = 0
        for screen in GoldenFrameTests.frames + GoldenFrameTests.explainFrames {
            let before = desk.run(screen.keys, size: size).frame
            let moves = before.touches.filter { place in
                guard case .usual(let keys) = place.touch else { return false }
                return !keys.isEmpty && keys.allSatisfy { [.up, .down, .left, .right, .tab, .backTab].contains($0) }
            }
            for place in Set([moves.first, moves.dropFirst(moves.count / 2).first, moves.last].compactMap { $0 }) {
                let point = Point(x: place.rect.x, y: place.rect.y)
                // The one that lies on top is hit.
                guard before.touch(at: point) == place.touch, case .usual(let keys) = place.touch else { continue }
                let after = desk.run(screen.keys + [.click(point)], size: size)
                count += 1
                if keys.contains(.tab) || keys.contains(.backTab) {
                    // By its label, since a form may scroll.
                    let label = Rect(x: place.rect.x, y: place.rect.y, width: 8, height: 1)
                    #expect(
                        Self.row(before, label, y: label.y) == Self.row(after.frame, label, y: after.cursor.y),
                        "\(screen.name) \(place)")
                    continue
                }
                let wanted = Self.row(before, place.rect, y: place.rect.y)
                let isSelected = (0..<size.height).contains { y in
                    let cells = after.frame.row(y)
                    return Self.row(after.frame, place.rect, y: y) == wanted
                        && cells[cells.startIndex + place.rect.x].style.surface == .selection
                }
                #expect(isSelected, "\(screen.name) \(place)")
            }
        }
        #expect(count > 40)
    }

    @Test func aSecondClickOpens() throws {
        let desk = try Desk(companies: 60)
        let table: [Key] = [.character("1"), .character("v")]
        let frame = desk.run(table, size: Size(width: 120, height: 40)).frame
        let row = try #require(frame.touches.first { $0.touch == .usual([.down, .down]) }).rect
        let click = Key.click(Point(x: row.x + 5, y: row.y))
        #expect(desk.run(table + [click, click]).frame == desk.run(table + [.down, .down, .enter]).frame)
    }

    /// What comes at once is for what a person would have seen at each step.
    @Test func clicksThatArriveTogetherHitWhatTheyWouldHitOneByOne() throws {
        let desk = try Desk(companies: 60)
        let size = Size(width: 80, height: 24)
        let today = desk.run([], size: size).frame
        let row = try #require(today.touches.first { $0.touch == .usual([.down, .down]) }).rect
        let click = Key.click(Point(x: row.x + 5, y: row.y))
        let together = BurstTerminal([.key(click), .key(click)], size: size)
        App(terminal: together, reader: desk.store, writer: desk.store, context: desk.context(.ja, size: size)).run()
        #expect(together.frame == desk.run([.down, .down, .enter], size: size).frame)
    }

    @Test func aClickPicksAChoiceATickAndACandidate() throws {
        let desk = try Desk(companies: 60)
        let size = Size(width: 120, height: 40)
        func point(_ frame: Canvas, _ text: String) throws -> Point {
            let y = try #require(frame.lines.firstIndex { $0.contains(text) })
            let line = frame.lines[y]
            return Point(x: cellWidth(String(line[..<line.range(of: text)!.lowerBound])), y: y)
        }
        let form: [Key] = [.character("1"), .character("c")]
        let before = desk.run(form, size: size).frame
        let mode = try point(before, "○ 対面")
        #expect(desk.run(form + [.click(mode)], size: size).frame.lines.contains { $0.contains("● 対面") })
        let columns: [Key] = [.character("2"), .character("v"), .character("a")]
        let popup = desk.run(columns, size: size).frame
        let name = try #require(
            popup.touches.dropFirst(2).first { $0.touch == .usual([.down, .down, .character(" ")]) })
        let ticked = desk.run(columns + [.click(Point(x: name.rect.x, y: name.rect.y))], size: size).frame
        #expect(ticked == desk.run(columns + [.down, .down, .character(" ")], size: size).frame)
        let search: [Key] = [.character("n"), .character("p")] + .typed("a")
        let found = desk.run(search, size: size).frame
        let second = try #require(found.touches.last { $0.touch == .usual([.down]) }).rect
        let click = Key.click(Point(x: second.x, y: second.y))
        #expect(desk.run(search + [click], size: size).frame == desk.run(search + [.down], size: size).frame)
        #expect(
            desk.run(search + [click, click], size: size).frame == desk.run(search + [.down, .enter], size: size).frame)
    }

    /// With the keys in the form, each row that was saved is reached and a second click takes it.
    @Test func aClickPicksASavedFilter() throws {
        let desk = try Desk(companies: 300)
        let size = Size(width: 80, height: 24)
        let form: [Key] = [.character("1"), .character("f"), .tab, .tab]
        let frame = desk.run(form, size: size).frame
        for (index, name) in ["期限切れ", "熊本の重点企業"].enumerated() {
            let y = try #require(frame.lines.firstIndex { $0.contains(name) })
            let click = Key.click(Point(x: 20, y: y))
            let list: [Key] = [.character("1"), .character("f")] + Array(repeating: .down, count: index)
            #expect(desk.run(form + [click], size: size).frame.row(y).contains { $0.style.surface == .selection })
            #expect(
                desk.run(form + [click, click], size: size).frame == desk.run(list + [.enter], size: size).frame)
        }
    }

    /// The second click of two is for the same row: a panel that gets the focus moves nothing.
    @Test(arguments: ["company", "event"]) func aDoubleClickInALowerPanelHitsOneRow(_ name: String) throws {
        let desk = try Desk(companies: 300)
        let size = Size(width: 80, height: 24)
        let screen = try #require(GoldenFrameTests.frames.first { $0.name == name })
        let before = desk.run(screen.keys, size: size).frame
        let rows = before.touches.filter { place in
            guard case .usual(let keys) = place.touch else { return false }
            return keys.first == .right && keys.dropFirst().allSatisfy { $0 == .down }
        }
        #expect(rows.count > 3)
        for place in rows {
            let point = Point(x: place.rect.x + 2, y: place.rect.y)
            let after = desk.run(screen.keys + [.click(point)], size: size).frame
            #expect(Self.row(before, place.rect, y: point.y) == Self.row(after, place.rect, y: point.y))
            #expect(after.touch(at: point) == .usual([.enter]))
        }
        // Once the selection leaves the sight there is more room.
        let steps: [Key] = [.right] + Array(repeating: .down, count: 40)
        func list(_ frame: Canvas) -> Int {
            frame.touches.count { place in
                guard case .usual(let keys) = place.touch else { return false }
                return place.rect.width > 60 && keys.allSatisfy { [.up, .down, .enter].contains($0) }
            }
        }
        #expect(
            list(desk.run(screen.keys + steps, size: size).frame)
                > list(desk.run(screen.keys + [.right], size: size).frame))
    }

    @Test func theWheelStopsAtTheEndsOfAFormAndAMenu() throws {
        let desk = try Desk(companies: 60)
        let up = Array(repeating: Key.wheel(isDown: false), count: 9)
        let down = Array(repeating: Key.wheel(isDown: true), count: 9)
        for screen in [
            [Key.character("1"), .character("c")], [.character("n")], GoldenFrameTests.toCompany + [.character("n")],
        ] {
            #expect(desk.run(screen + up).frame == desk.run(screen).frame)
            #expect(desk.run(screen + down).frame == desk.run(screen + down + [.down, .down]).frame)
            #expect(desk.run(screen + down).frame != desk.run(screen).frame)
        }
        // Tab goes round
        let form: [Key] = [.character("1"), .character("c")]
        #expect(desk.run(form + [.backTab, .tab]).frame == desk.run(form).frame)
    }

    @Test func theHeaderLeadsToPagesAndTheFooterDoesWhatItSays() throws {
        let desk = try Desk(companies: 60)
        let today = desk.run([])
        let overview = try #require(today.frame.touches.first { $0.touch == .usual([.character("0")]) }).rect
        let shown = desk.run([.click(Point(x: overview.x, y: 0))])
        #expect(shown.frame == desk.run([.character("0")]).frame)
        let keys = try #require(today.frame.touches.last { $0.touch == .key(.character("?")) }).rect
        #expect(desk.run([.click(Point(x: keys.x, y: keys.y))]).frame == desk.run([.character("?")]).frame)
    }

    @Test func theWheelScrollsAndAClickBesideDoesNothing() throws {
        let desk = try Desk(companies: 60)
        let table: [Key] = [.character("1"), .character("v")]
        #expect(
            desk.run(table + [.wheel(isDown: true)]).frame == desk.run(table + [.down, .down, .down]).frame)
        #expect(desk.run(table + [.wheel(isDown: true), .wheel(isDown: false)]).frame == desk.run(table).frame)
        let help = desk.run([.character("?")], size: Size(width: 200, height: 60)).frame
        #expect(
            desk.run([.character("?"), .click(Point(x: 1, y: 20))], size: Size(width: 200, height: 60)).frame == help)
    }
}
