import Testing

@testable import BansoApp

/// `auto` is what the terminal can show; what a person has chosen stays.
@Suite struct ThemeShelfTests {
    @Test(arguments: [
        (0, "monochrome"), (8, "sixteen"), (16, "sixteen"), (88, "sixteen"), (256, "dark"), (1 << 24, "dark"),
    ])
    func theThemeIsMadeForTheColours(_ colours: Int, _ name: String) {
        var shelf = ThemeShelf(automatic: (dark: "dark", light: "light"), current: "dark")
        #expect(shelf.adapt(to: colours) == (name != "dark"))
        #expect(shelf.current == name)
        // Whose background is asked is one with all its colours
        #expect((shelf.automatic == nil) == (name != "dark"))
    }

    @Test func whatWasChosenStays() {
        var shelf = ThemeShelf(current: "light")
        #expect(!shelf.adapt(to: 0) && shelf.current == "light")
    }
}
