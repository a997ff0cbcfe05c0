import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// What holds for every frame at every size.
@Suite struct FrameInvariantTests {
    @Test func noSizeCrashesAndEveryRowIsWhole() throws {
        let desk = try Desk(companies: 60)
        let sizes = [
            (1, 1), (2, 1), (1, 2), (2, 2), (3, 3), (10, 3), (20, 5), (39, 11), (60, 16), (200, 60), (250, 70),
            (1, 60), (7, 40), (250, 1),
        ]
        for (width, height) in sizes {
            for frame in GoldenFrameTests.frames + GoldenFrameTests.explainFrames + [history] {
                let canvas = desk.run(frame.keys, size: Size(width: width, height: height)).frame
                for y in 0..<height {
                    let widths = canvas.row(y).map { Int($0.width) }
                    #expect(widths.reduce(0, +) == width, "\(frame.name) at \(width)×\(height), row \(y)")
                }
            }
        }
    }

    /// On a terminal that says it draws them two cells wide, text with ambiguous characters fills its rows as exactly, and no
    /// line or mark is one of them.
    @Test(arguments: Language.allCases) func ambiguousCharactersMayBeWide(_ language: Language) throws {
        let desk = try Desk(companies: 60)
        let symbols = Set("─│╭╮╰╯█▏▎▍▌▋▊▉┃●○▲▼".unicodeScalars.map(\.value))
        for frame in GoldenFrameTests.frames + GoldenFrameTests.explainFrames {
            for (width, height) in [(40, 12), (80, 24), (200, 60)] {
                let size = Size(width: width, height: height)
                let canvas = desk.run(frame.keys, language: language, size: size, ambiguousWidth: .wide).frame
                for y in 0..<height {
                    let widths = canvas.row(y).map { Int($0.width) }
                    #expect(widths.reduce(0, +) == width, "\(frame.name) at \(width)×\(height), row \(y)")
                    let found = canvas.row(y).contains { symbols.contains($0.scalar) }
                    #expect(!found, "\(frame.name) at \(width)×\(height), row \(y): \(canvas.lines[y])")
                }
            }
        }
    }

    /// A name is shown as it was entered, on terminals that draw its characters wide and in ASCII frames too.
    @Test(arguments: ["有限会社○○商店", "×〇―－商会", "★●▲工房"]) func aNameIsNeverAltered(_ name: String) throws {
        let desk = try Desk(companies: 0)
        _ = try desk.store.add(Organisation(name: name, kana: "マル"), by: Actor("田中"))
        let keys: [Key] = [.character("/")] + .typed("まる") + [.enter]
        for (glyphs, width) in [
            (Glyphs.unicode, AmbiguousWidth.narrow), (.unicode, .wide), (.ascii, .narrow), (.ascii, .wide),
        ] {
            let frame = desk.run(keys, glyphs: glyphs, ambiguousWidth: width).frame
            #expect(frame.lines.contains { $0.contains(name) }, "\(glyphs == .ascii) \(width)")
        }
    }

    /// It has the clock's time in it, so that there is no golden frame of it.
    private let history = GoldenFrameTests.Frame(name: "history", keys: [.character("H"), .down])

    /// From its first cell to its last one a selected row lies on one surface; only a dialog may lie over it.
    @Test func aSelectedRowIsOfOnePiece() throws {
        let desk = try Desk(companies: 300)
        var count = 0
        let frames = GoldenFrameTests.frames + GoldenFrameTests.explainFrames + [history]
        for frame in frames where !["import", "import-surveys"].contains(frame.name) {
            for size in GoldenFrameTests.sizes {
                let canvas = desk.run(frame.keys, size: size).frame
                for y in 1..<size.height {
                    let surfaces = canvas.row(y).map(\.style.surface)
                    guard let first = surfaces.firstIndex(of: .selection) else { continue }
                    let last = surfaces.lastIndex(of: .selection) ?? first
                    count += 1
                    #expect(
                        surfaces[first...last].allSatisfy { [.selection, .popup, .focus].contains($0) },
                        "\(frame.name) at \(size), row \(y): \(canvas.lines[y])")
                }
            }
        }
        #expect(count > 100)
    }

    @Test func theCursorStandsOnTheFocusedField() throws {
        let desk = try Desk(companies: 60)
        let terminal = desk.run([.character("/")] + .typed("山田"))
        #expect(terminal.isCursorShown)
        let row = terminal.frame.lines[terminal.cursor.y]
        #expect(row.contains("/ 山田"))
        #expect(terminal.frame[terminal.cursor.x - 1, terminal.cursor.y].width == 0)
    }

    /// In English everything that is not a person's own text is ASCII then, however wide the terminal draws the rest.
    @Test(arguments: [AmbiguousWidth.narrow, .wide]) func plainFramesAreASCII(_ width: AmbiguousWidth) throws {
        let desk = try Desk(companies: 60)
        let frames = GoldenFrameTests.frames + GoldenFrameTests.explainFrames + [history]
        let texts = try OwnTexts(of: desk.store, typed: frames.flatMap(\.keys))
        for frame in frames {
            for size in GoldenFrameTests.sizes {
                let canvas = desk.run(
                    frame.keys, language: .en, size: size, glyphs: .ascii, ambiguousWidth: width
                ).frame
                for line in canvas.lines {
                    let strange = AmbiguousWidth.$current.withValue(width) { texts.strangers(in: line) }
                    #expect(strange.isEmpty, "\(frame.name) \(size.width)x\(size.height): \(strange) in \(line)")
                }
            }
        }
        for page in WallPage.all(Desk.catalogue) {
            for size in GoldenFrameTests.sizes {
                let context = desk.context(.en, size: size, glyphs: .ascii)
                let wall = try Wallboard.frame(
                    desk: desk.store, page: page, context: context, now: Desk.moment, size: size)
                for line in wall.lines { #expect(line.utf8.allSatisfy { $0 < 0x80 }, "\(page.name): \(line)") }
            }
        }
    }

    @Test func asciiGlyphsDrawNoOtherSymbols() throws {
        let desk = try Desk(companies: 60)
        let symbols = Set("─│╭╮╰╯…█▏▎▍▌▋▊▉┃●○✓▲▼✗▸›·–—→←↓↑×")
        for keys: [Key] in [[], [.character("0")], GoldenFrameTests.toCompany] {
            for language in Language.allCases {
                for line in desk.run(keys, language: language, glyphs: .ascii).frame.lines {
                    #expect(symbols.isDisjoint(with: line), "\(line)")
                }
            }
        }
        let context = desk.context(.en, size: Size(width: 120, height: 40), glyphs: .ascii)
        let wall = try Wallboard.frame(
            desk: desk.store, page: .overview, context: context, now: Desk.moment, size: context.size)
        for line in wall.lines { #expect(symbols.isDisjoint(with: line), "\(line)") }
    }
}
