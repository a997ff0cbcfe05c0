import BansoDomain
import Testing

@testable import BansoApp

/// The page a desk begins with, by its name.
@Suite struct StartPageTests {
    @Test func aPageIsNamedInUpperOrLowerCase() {
        #expect(StartPage(named: "A3", Desk.catalogue) == .pipeline("A3"))
        #expect(StartPage(named: "a3", Desk.catalogue) == .pipeline("A3"))
        #expect(StartPage(named: "Today", Desk.catalogue) == .today)
        #expect(StartPage(named: "matching", Desk.catalogue) == .matching)
        #expect(StartPage(named: "Z", Desk.catalogue) == nil)
    }

    @Test func everyNameThatIsOfferedIsAPage() {
        let pages = StartPage.names(Desk.catalogue).compactMap { StartPage(named: $0, Desk.catalogue) }
        #expect(pages.first == .today && Set(pages).count == Desk.catalogue.pipelines.count + 3)
    }
}
