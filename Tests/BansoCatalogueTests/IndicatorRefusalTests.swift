import BansoDomain
import Testing

@testable import BansoCatalogue

@Suite("A wrong indicator is refused with file, key and reason")
struct IndicatorRefusalTests {
    @Test(arguments: [
        Mutation("target = 60\n", "target = 0\n", at: "indicator \"A1-3.postings\".target", "must be 1 to"),
        Mutation("target = 60\n", "target = -60\n", at: "indicator \"A1-3.postings\".target", "must be 1 to"),
        Mutation("target = 60\n", "target = \"60\"\n", at: "indicator \"A1-3.postings\".target", "whole number"),
        Mutation("target = 60\n", "taget = 60\n", at: "indicator \"A1-3.postings\".taget", "unknown key"),
        Mutation("target = 60\n", "", at: "indicator \"A1-3.postings\".target", "is missing"),
        Mutation(
            "target = 90\nunit = { ja = \"%\"", "target = 101\nunit = { ja = \"%\"",
            at: "indicator \"KPI.satisfaction\".target", "must be 1 to 100"),
        Mutation(
            "{ about = 8, from = 7, to = 9 }\nunit", "{ about = 6, from = 7, to = 9 }\nunit",
            at: "indicator \"A5.cases\".target", "6 is not within 7 to 9"),
        Mutation(
            "{ about = 8, from = 7, to = 9 }\nunit", "{ about = 10, from = 7, to = 9 }\nunit",
            at: "indicator \"A5.cases\".target",
            "10 is not within 7 to 9"),
        Mutation(
            "{ about = 8, from = 7, to = 9 }\nunit", "{ about = 8, from = 0, to = 9 }\nunit",
            at: "indicator \"A5.cases\".target.from", "must be 1 to"),
        Mutation(
            "{ about = 8, from = 7, to = 9 }\nunit", "{ about = 8, least = 7, to = 9 }\nunit",
            at: "indicator \"A5.cases\".target.least", "unknown key"),
        Mutation(
            "id = \"A1-3.companies\"", "id = \"A1-3.postings\"", at: "indicator \"A1-3.postings\".id",
            "is there already"),
        Mutation("id = \"A1-3.companies\"", "id = \"\\u001B[2J\"", at: "indicator #4.id", "‹U+001B›"),
        Mutation(
            "kind = \"records\"", "kind = \"sum\"", at: "indicator \"A1-3.postings\".kind",
            "\"sum\" is none of cumulative"),
        Mutation("unit = { ja = \"件\"", "unit = { ja = \"\"", at: "indicator \"A1-3.postings\".unit.ja", "is empty"),
        Mutation(
            "activity = \"A1-3\"", "activity = \"A9-9\"", at: "indicator \"A1-3.postings\".activity",
            "\"A9-9\" is not defined"),
        Mutation(
            "activity = \"A1-3\"", "activity = \"B1\"", at: "indicator \"A1-3.postings\".activity",
            "B1 is of programme B"),
        Mutation(
            "programme = \"A\"\nactivity = \"A1-3\"", "programme = \"Q\"\nactivity = \"A1-3\"",
            at: "indicator \"A1-3.postings\".programme", "\"Q\" is not defined"),
        Mutation(
            "programme = \"A\"\nactivity = \"A1-3\"", "activity = \"A1-3\"", at: "indicator \"A1-3.postings\".activity",
            "A1-3 is of programme A"),
        Mutation(
            "source = \"postings\"", "source = \"letters\"", at: "indicator \"A1-3.postings\".count.source",
            "\"letters\" is none of events"),
        Mutation(
            "source = \"postings\", activities = [\"A1-3\"]", "source = \"postings\", activities = [\"A8\"]",
            at: "indicator \"A1-3.postings\".count.activities #1", "\"A8\" is not defined"),
        Mutation(
            "source = \"postings\", activities = [\"A1-3\"]", "source = \"postings\", activities = [\"C3\"]",
            at: "indicator \"A1-3.postings\".count.activities", "C3 is of programme C"),
        Mutation(
            "source = \"postings\", activities = [\"A1-3\"]", "source = \"postings\", activities = []",
            at: "indicator \"A1-3.postings\".count.activities", "is missing"),
        Mutation(
            "source = \"postings\", activities", "source = \"postings\", roll = \"x\", activities",
            at: "indicator \"A1-3.postings\".count.roll", "unknown key"),
        Mutation("role = \"sender\"", "role = \"\"", at: "indicator \"A3-1.senders\".count.role", "is empty"),
        Mutation(
            "source = \"目標：求人掲載６０件以上、参加企業延べ６０社以上、参加人材延べ２４０人以上\"\n\n[[indicator]]", "source = \"\"\n\n[[indicator]]",
            at: "indicator \"A1-3.postings\".source", "is empty"),
        Mutation(
            "id = \"A1-3.postings\"", "id = \"A1-3.postings\"\nwindow = { from = 2025-05-01, to = 2026-04-01 }",
            at: "indicator \"A1-3.postings\".window", "is outside the period"),
        Mutation(
            "id = \"A1-3.postings\"", "id = \"A1-3.postings\"\nwindow = { from = 2025-05-02, to = 2025-05-01 }",
            at: "indicator \"A1-3.postings\".window", "ends before it starts"),
    ])
    func inAnIndicator(_ mutation: Mutation) throws { try mutation.check() }

    @Test(arguments: [
        Mutation(
            "rule = \"each-activity\"", "rule = \"each\"", at: "indicator \"A1.seminars\".constraints #1.rule",
            "\"each\" is none of each-activity"),
        Mutation(
            "once each\" }, activities = [\"A1-1\", \"A1-2\"] }", "once each\" }, activities = [\"A1-9\"] }",
            at: "indicator \"A1.seminars\".constraints #1.activities #1", "\"A1-9\" is not defined"),
        Mutation(
            "once each\" }, activities = [\"A1-1\", \"A1-2\"] }", "once each\" } }",
            at: "indicator \"A1.seminars\".constraints #1.activities", "is missing"),
        Mutation(
            "once each\" }, activities", "once each\" }, limit = 3, activities",
            at: "indicator \"A1.seminars\".constraints #1.limit", "unknown key"),
        Mutation(
            "once each\" }, activities", "once each\" }, minimum = 0, activities",
            at: "indicator \"A1.seminars\".constraints #1.minimum", "must be 1 to"),
        Mutation(
            "company\" }, limit = 3 }", "company\" }, limit = 0 }",
            at: "indicator \"A2.consultations\".constraints #1.limit", "must be 1 to 99"),
        Mutation(
            "company\" }, limit = 3 }", "company\" } }", at: "indicator \"A2.consultations\".constraints #1.limit",
            "is missing"),
        Mutation(
            "municipalities = [\"八代市\", \"人吉市\", \"別府市\"]", "municipalities = []",
            at: "indicator \"C1.workshops\".constraints #1.municipalities", "is missing"),
        Mutation(
            "municipalities = [\"八代市\", \"人吉市\", \"別府市\"]", "municipalities = [\"\"]",
            at: "indicator \"C1.workshops\".constraints #1.municipalities #1", "is empty"),
        Mutation(
            "parts = [\"side-job\"]", "parts = [6]", at: "indicator \"A5.cases\".constraints #1.parts #1",
            "must be a text"),
        Mutation(
            "label = { ja = \"県の重複がないこと\"", "label = { ja = \"\"",
            at: "indicator \"B2.workshops\".constraints #1.label.ja", "is empty"),
        Mutation(
            "{ rule = \"no-prefecture-twice\"", "3, { rule = \"no-prefecture-twice\"",
            at: "indicator \"B2.workshops\".constraints #1", "must be a table"),
        Mutation(
            "{ rule = \"online-tools\", label = { ja = \"オンラインは Teams か Webex\", en = \"online on Teams or Webex only\" } }",
            "{ rule = \"each-activity\", label = { ja = \"①・②各１回以上\", en = \"① and ② at least once each\" }, activities = [\"A1-1\", \"A1-2\"] }",
            at: "indicator \"A1.seminars\".constraints #2.rule", "is there already"),
    ])
    func inAConstraint(_ mutation: Mutation) throws { try mutation.check() }
}
