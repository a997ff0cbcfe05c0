import BansoDomain
import Testing

@testable import BansoCatalogue

@Suite("Another call is another file")
struct OtherCatalogueTests {
    /// One programme, one activity, up to five consultations, another district and year.
    private static let text = """
        id = "r8-shikoku"
        version = 2
        title = { ja = "令和８年度", en = "FY2026" }
        period = { from = 2026-05-01, to = 2027-03-31 }
        prefectures = [36, 37, 38, 39]

        [consultation]
        activity = "X1"
        pipeline = "X"
        limit = 5
        minutes = { from = 30, to = 90 }

        [[programme]]
        id = "X"
        label = { ja = "相談", en = "Consulting" }
        cap = 5_000_000

        [[activity]]
        id = "X1"
        programme = "X"
        label = { ja = "個別相談", en = "Consultations" }
        window = { from = 2026-06-01, to = 2026-12-31 }
        source = "目標：１０社以上"

        [[pipeline]]
        id = "X"
        programme = "X"
        label = { ja = "相談", en = "Consulting" }
        subject = "companies"
        stages = [{ id = "talk", label = { ja = "相談", en = "Talk" }, activities = ["X1"] }]

        [[definition]]
        id = "offer"
        version = 1
        since = 2026-05-01
        label = { ja = "内定", en = "Offer" }
        value = "契約"

        [[definition]]
        id = "offer"
        version = 2
        since = 2026-07-01
        label = { ja = "内定", en = "Offer" }
        value = "内定または契約"

        [[indicator]]
        id = "X1.companies"
        programme = "X"
        activity = "X1"
        label = { ja = "支援企業", en = "Companies" }
        kind = "distinct"
        target = { about = 10, from = 9, to = 12 }
        unit = { ja = "社", en = "companies" }
        count = { source = "consulted-companies", activities = ["X1"] }
        constraints = [{ rule = "at-most-per-company", label = { ja = "５回まで", en = "up to 5" }, limit = 2 }]
        window = { from = 2026-07-01, to = 2026-09-30 }
        source = "目標：１０社以上"
        """

    @Test func isReadAsItStands() throws {
        let catalogue = try CatalogueFile.parse(Self.text, file: "r8.toml")
        #expect(catalogue.id == "r8-shikoku")
        #expect(catalogue.version == 2)
        #expect(catalogue.title == LocalizedText(ja: "令和８年度", en: "FY2026"))
        #expect(catalogue.period.lowerBound.iso == "2026-05-01")
        #expect(catalogue.prefectures.map(\.code) == [36, 37, 38, 39])
        #expect(
            catalogue.programmes
                == [Programme(id: "X", label: LocalizedText(ja: "相談", en: "Consulting"), cap: 5_000_000)])
        #expect(
            catalogue.consultation
                == ConsultationTerms(activity: "X1", pipeline: "X", limit: 5, usualMinutes: 30...90))
        #expect(catalogue.definitions.map(\.version) == [1, 2])
        #expect(catalogue.definitions.map(\.value) == ["契約", "内定または契約"])
        let indicator = try #require(catalogue.indicator("X1.companies"))
        #expect(indicator.target == Target(about: 10, near: 9...12))
        #expect(indicator.window.lowerBound.iso == "2026-07-01")
        #expect(indicator.window.upperBound.iso == "2026-09-30")
        #expect(indicator.source == "目標：１０社以上")
        #expect(indicator.constraints.map(\.limit) == [2])
    }

    @Test func mayHaveNoDefinitions() throws {
        let lines = Self.text.split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex(of: "[[definition]]"))
        let end = try #require(lines.firstIndex(of: "[[indicator]]"))
        let text = (lines[..<start] + lines[end...]).joined(separator: "\n")
        #expect(try CatalogueFile.parse(text, file: "r8.toml").definitions.isEmpty)
    }

    @Test func mayHaveWindowsLineEnds() throws {
        let text = Self.text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        let catalogue = try CatalogueFile.parse(text, file: "r8.toml")
        #expect(catalogue == (try CatalogueFile.parse(Self.text, file: "r8.toml")))
    }
}
