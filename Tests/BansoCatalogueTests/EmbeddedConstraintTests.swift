import BansoDomain
import Testing

@testable import BansoCatalogue

@Suite("What must hold besides the figures")
struct EmbeddedConstraintTests {
    let catalogue: Catalogue

    init() throws {
        catalogue = try CatalogueFile.parse(CatalogueFile.embedded, file: CatalogueFile.embeddedName)
    }

    private func constraint(_ rule: Constraint.Rule, of id: IndicatorID) throws -> Constraint {
        try #require(catalogue.indicator(id)?.constraints.first { $0.rule == rule })
    }

    @Test(
        arguments: [
            ("A1.seminars", .eachActivity), ("A1-3.applicants", .documentsSubmitted),
            ("A1-4.companies", .withoutDoubles),
            ("A1-4.talent", .documentsSubmitted), ("A1-4.talent", .withoutDoubles),
            ("A2.consultations", .atMostPerCompany), ("A3-1.senders", .officeInDistrict),
            ("A3-1.receivers", .eligibleCompany), ("A3-2.receivers", .eligibleCompany),
            ("A3-3.receivers", .eligibleCompany), ("A3-4.senders", .participantsOf),
            ("A3-5.kickoffs", .inPersonPreferred), ("A5.cases", .parts), ("B1.guideline-seminars", .online),
            ("B1.productivity-seminars", .online), ("B2.workshops", .noPrefectureTwice), ("B4.cases", .regions),
            ("C1.workshops", .notInMunicipalities), ("C2.non-users", .atFirstHearing), ("C4.cases", .everyPrefecture),
            ("D4-3.talent", .keptApart), ("KPI.satisfaction", .oneAnswerPerCompanyAndEvent),
            ("KPI.offer-rate", .bothDenominators),
        ] as [(IndicatorID, Constraint.Rule)])
    func holds(id: IndicatorID, rule: Constraint.Rule) throws {
        let constraint = try constraint(rule, of: id)
        #expect(!constraint.label.ja.isEmpty)
        #expect(!constraint.label.en.isEmpty)
    }

    @Test func asksForBothSeminars() throws {
        let constraint = try constraint(.eachActivity, of: "A1.seminars")
        #expect(constraint.activities == ["A1-1", "A1-2"])
        #expect(constraint.minimum == 1)
    }

    @Test func limitsConsultationsToThree() throws {
        #expect(try constraint(.atMostPerCompany, of: "A2.consultations").limit == 3)
    }

    @Test func keepsOutOfTheMunicipalitiesOfEarlierYears() throws {
        #expect(try constraint(.notInMunicipalities, of: "C1.workshops").municipalities == ["八代市", "人吉市", "別府市"])
    }

    @Test func asksForEveryPrefectureOnce() throws {
        #expect(try constraint(.everyPrefecture, of: "C4.cases").minimum == 1)
    }

    @Test func takesContractSendersFromTheMatchingEvent() throws {
        #expect(try constraint(.participantsOf, of: "A3-4.senders").activities == ["A3-3"])
    }

    @Test func splitsCasesIntoSixAndTwo() throws {
        let parts = try #require(catalogue.indicator("A5.cases")).constraints
        #expect(parts.map(\.parts) == [["side-job"], ["regular"]])
        #expect(parts.map(\.minimum) == [6, 2])
    }

    @Test func asksForThreeRegions() throws {
        #expect(try constraint(.regions, of: "B4.cases").minimum == 3)
    }

    @Test func countsSendersAndReceiversApart() {
        let roles = catalogue.indicators.filter { $0.id.text.hasPrefix("A3") && $0.count.role != nil }
        #expect(roles.count == 6)
        for indicator in roles {
            #expect("\(indicator.id)".hasSuffix(".\(indicator.count.role ?? "")s"))
        }
    }

    @Test func holdsEveryEventsOnlineToolsToTeamsAndWebex() {
        for indicator in catalogue.indicators where indicator.kind == .sessions {
            #expect(indicator.constraints.contains { $0.rule == .onlineTools }, "\(indicator.id)")
        }
    }
}
