import BansoDomain
import Testing

@testable import BansoCatalogue

@Suite("A wrong catalogue is refused with file, key and reason")
struct CatalogueRefusalTests {
    @Test(arguments: [
        Mutation("id = \"r7-kyushu\"\n", "id = \"r7-kyushu\"\nnote = 1\n", at: "note", "unknown key"),
        Mutation("id = \"r7-kyushu\"\n", "", at: "id", "is missing"),
        Mutation("id = \"r7-kyushu\"\n", "id = \"\"\n", at: "id", "is empty"),
        Mutation("id = \"r7-kyushu\"\n", "id = \"r7 kyushu\"\n", at: "id", "only letters, digits"),
        Mutation("id = \"r7-kyushu\"\n", "id = 7\n", at: "id", "must be a text"),
        Mutation("version = 1\n", "version = \"1\"\n", at: "version", "must be a whole number"),
        Mutation("version = 1\n", "version = 1.0\n", at: "version", "must be a whole number"),
        Mutation("version = 1\n", "version = 0\n", at: "version", "must be 1 to 9999, not 0"),
        Mutation("en = \"FY2025", "fr = \"\", en = \"FY2025", at: "title.fr", "unknown key"),
        Mutation("en = \"FY2025", "ja2 = \"FY2025", at: "title.ja2", "unknown key"),
        Mutation("from = 2025-04-01, to", "from = \"2025-04-01\", to", at: "period.from", "must be a date"),
        Mutation("from = 2025-04-01, to", "from = 2025-04-01T00:00:00, to", at: "period.from", "must be a date"),
        Mutation("from = 2025-04-01, to", "from = 2026-04-01, to", at: "period", "ends before it starts"),
        Mutation("from = 2025-04-01, to", "from = 0000-04-01, to", at: "period.from", "no such date"),
        Mutation("[40, 41", "[48, 41", at: "prefectures #1", "must be 1 to 47, not 48"),
        Mutation("[40, 41", "[40, 40", at: "prefectures #2", "is there already"),
        Mutation("[40, 41", "[40, \"41\"", at: "prefectures #2", "must be a whole number"),
        Mutation("[40, 41, 42, 43, 44, 45, 46]", "[]", at: "prefectures", "is missing"),
        Mutation("[40, 41, 42, 43, 44, 45, 46]", "40", at: "prefectures", "must be a list"),
    ])
    func atTheTop(_ mutation: Mutation) throws { try mutation.check() }

    @Test(arguments: [
        Mutation("limit = 3\n", "limit = 0\n", at: "consultation.limit", "must be 1 to 99, not 0"),
        Mutation("limit = 3\n", "limit = -1\n", at: "consultation.limit", "must be 1 to 99, not -1"),
        Mutation("limit = 3\n", "limit = 3\nmax = 3\n", at: "consultation.max", "unknown key"),
        Mutation(
            "limit = 3\n", "limit = 4\n", at: "indicator \"A2.consultations\".constraints #1.limit",
            "is not the 4 of consultation.limit"),
        Mutation(
            "activity = \"A2\"\npipeline = \"A\"", "activity = \"A9\"\npipeline = \"A\"", at: "consultation.activity",
            "\"A9\" is not defined"),
        Mutation(
            "activity = \"A2\"\npipeline = \"A\"", "activity = \"A2\"\npipeline = \"Z\"", at: "consultation.pipeline",
            "\"Z\" is not defined"),
        Mutation(
            "activity = \"A2\"\npipeline = \"A\"", "activity = \"A4\"\npipeline = \"A\"", at: "consultation.activity",
            "belongs to no stage of pipeline A"),
        Mutation(
            "minutes = { from = 60", "minutes = { from = 121", at: "consultation.minutes", "from is more than to"),
        Mutation("minutes = { from = 60", "minutes = { from = 0", at: "consultation.minutes.from", "must be 1 to"),
        Mutation("[consultation]", "[[consultation]]", at: "consultation", "must be a table"),
        Mutation("cap = 29_000_000", "cap = 0", at: "programme \"A\".cap", "must be 1 to"),
        Mutation("cap = 29_000_000", "cap = 9223372036854775807", at: "programme \"A\".cap", "must be 1 to"),
        Mutation("cap = 29_000_000", "cap = 29_000_000\ncup = 1", at: "programme \"A\".cup", "unknown key"),
        Mutation("id = \"B\"\nlabel", "id = \"A\"\nlabel", at: "programme \"A\".id", "is there already"),
        Mutation("id = \"B\"\nlabel", "label", at: "programme #2.id", "is missing"),
        Mutation("ja = \"人材戦略構築支援\"", "ja = \"\"", at: "programme \"A\".label.ja", "is empty"),
        Mutation("ja = \"人材戦略構築支援\"", "ja = \" 　\"", at: "programme \"A\".label.ja", "is empty"),
        Mutation(
            "ja = \"人材戦略構築支援\"", "ja = \"人材\\u202E\"", at: "programme \"A\".label.ja",
            "control or invisible character: \"人材‹U+202E›\""),
        Mutation("ja = \"人材戦略構築支援\"", "ja = \"a\\nb\"", at: "programme \"A\".label.ja", "‹U+000A›"),
        Mutation("id = \"A1-2\"", "id = \"A1-1\"", at: "activity \"A1-1\".id", "is there already"),
        Mutation(
            "id = \"A1-1\"\nprogramme = \"A\"", "id = \"A1-1\"\nprogramme = \"E\"", at: "activity \"A1-1\".programme",
            "\"E\" is not defined"),
        Mutation("from = 2025-07-01", "from = 2025-08-01", at: "activity \"D1\".window", "ends before it starts"),
        Mutation(
            "from = 2025-07-01", "from = 2025-03-31", at: "activity \"D1\".window",
            "is outside the period (2025-04-01 to 2026-03-31)"),
        Mutation("from = 2025-07-01", "start = 2025-07-01", at: "activity \"D1\".window.start", "unknown key"),
    ])
    func inTermsProgrammesAndActivities(_ mutation: Mutation) throws { try mutation.check() }

    @Test(arguments: [
        Mutation("id = \"A3\"\nprogramme", "id = \"A\"\nprogramme", at: "pipeline \"A\".id", "is there already"),
        Mutation(
            "id = \"A3\"\nprogramme = \"A\"", "id = \"A3\"\nprogramme = \"X\"", at: "pipeline \"A3\".programme",
            "\"X\" is not defined"),
        Mutation(
            "subject = \"companies\"", "subject = \"people\"", at: "pipeline \"A\".subject",
            "\"people\" is none of companies, institutions, two-sided"),
        Mutation(
            "id = \"eligible\"", "id = \"lead\"", at: "pipeline \"A\".stages \"lead\".id", "is there already"),
        Mutation(
            "activities = [\"A2\"] }", "activities = [\"A7\"] }",
            at: "pipeline \"A\".stages \"consultation\".activities #1", "\"A7\" is not defined"),
        Mutation(
            "activities = [\"A2\"] }", "activities = [\"A2\", \"A1-1\"] }",
            at: "pipeline \"A\".stages \"consultation\".activities", "A1-1 is in stage seminar too"),
        Mutation(
            "activities = [\"A2\"] }", "activities = [\"B1\"] }",
            at: "pipeline \"A\".stages \"consultation\".activities", "B1 is not of programme A"),
        Mutation(
            "activities = [\"A2\"] }", "activities = [\"A2\", \"A2\"] }",
            at: "pipeline \"A\".stages \"consultation\".activities #2", "is there already"),
        Mutation(
            "activities = [\"A2\"] }", "activities = [2] }",
            at: "pipeline \"A\".stages \"consultation\".activities #1", "must be a text"),
        Mutation(
            "activities = [\"A2\"] }", "activities = [\"A2\"], gate = true }",
            at: "pipeline \"A\".stages \"consultation\".gate", "unknown key"),
        Mutation("id = \"satisfaction-scale\"", "id = \"offer\"", at: "definition \"offer\".version", "there already"),
        Mutation(
            "id = \"satisfaction-scale\"\nversion = 1\nsince = 2025-04-01",
            "id = \"offer\"\nversion = 2\nsince = 2025-03-01", at: "definition \"offer\".since",
            "is before the version it replaces"),
        Mutation("since = 2025-04-01", "since = \"soon\"", at: "definition \"offer\".since", "must be a date"),
    ])
    func inPipelinesAndDefinitions(_ mutation: Mutation) throws { try mutation.check() }

    @Test(arguments: [
        ("programme", "programme"), ("activity", "activity"), ("pipeline", "pipeline"), ("indicator", "indicator"),
    ])
    func withoutAnyEntry(section: String, place: String) throws {
        let heads = ["programme", "activity", "pipeline", "indicator", "definition"]
        var kept: [Substring] = []
        var isIn = ""
        for line in CatalogueFile.embedded.split(separator: "\n", omittingEmptySubsequences: false) {
            if let head = heads.first(where: { line == "[[\($0)]]" }) { isIn = head }
            if isIn != section { kept.append(line) }
        }
        let text = kept.joined(separator: "\n")
        let error = try #require(throws: CatalogueError.self) { try CatalogueFile.parse(text, file: "x.toml") }
        #expect(error.place == .key(place))
        #expect(error.reason.en == "is missing")
    }

    @Test func withLineAndColumnWhereItIsNoTOML() throws {
        let error = try #require(throws: CatalogueError.self) {
            try CatalogueFile.parse("id = \"x\"\nversion = = 1\n", file: "x.toml")
        }
        #expect(error.place == .position(line: 2, column: 11))
        #expect(error.description.hasPrefix("x.toml: line 2, column 11: not TOML: "))
        #expect(error.message.ja.hasPrefix("x.toml: 2行11文字目: TOMLとして読めません"))
    }
}
