import Testing

@testable import BansoDomain

/// Seed Ⅸ and 中小企業基本法第２条, answer by answer.
@Suite struct EligibilityRulesTests {
    private func company(
        _ business: BusinessClass?, capital: Int?, employees: Int?, one: LargeFirmAnswer? = .no,
        together: LargeFirmAnswer? = .no, officers: LargeFirmAnswer? = .no
    ) -> Record {
        var check = Record(.eligibilityCheck, ["legal_form": .token(LegalForm.company)])
        if let business { check["business_class"] = .token(business) }
        check["capital"] = .optional(capital)
        check["employees"] = .optional(employees)
        if let one { check["one_large_firm"] = .token(one) }
        if let together { check["large_firms"] = .token(together) }
        if let officers { check["officers"] = .token(officers) }
        return check
    }

    private func verdict(_ check: Record) -> Eligibility { EligibilityRules.verdict(of: check).eligibility }

    @Test(arguments: [
        (BusinessClass.manufacturing, 300_000_000, 300), (.wholesale, 100_000_000, 100), (.service, 50_000_000, 100),
        (.retail, 50_000_000, 50),
    ])
    func eitherLimitSufficesAndIsIncluded(_ business: BusinessClass, _ capital: Int, _ employees: Int) {
        #expect(verdict(company(business, capital: capital, employees: 100_000)) == .eligible)
        #expect(verdict(company(business, capital: capital * 10, employees: employees)) == .eligible)
        #expect(verdict(company(business, capital: capital + 1, employees: employees + 1)) == .large)
    }

    @Test func whatIsNotKnownIsNotGuessed() {
        #expect(verdict(company(nil, capital: 1, employees: 1)) == .unknown)
        #expect(verdict(company(.retail, capital: nil, employees: nil)) == .unknown)
        #expect(verdict(company(.retail, capital: 60_000_000, employees: nil)) == .unknown)
        #expect(verdict(company(.retail, capital: nil, employees: 51)) == .unknown)
        // One limit that is kept is enough, whatever the other is.
        #expect(verdict(company(.retail, capital: nil, employees: 50)) == .eligible)
        #expect(verdict(company(.retail, capital: 50_000_000, employees: nil)) == .eligible)
        #expect(verdict(Record(.eligibilityCheck, ["legal_form": .none])) == .unknown)
    }

    @Test func eachOfTheThreeQuestionsMakesItDeemedLargeAndExemptInvestorsDoNot() {
        func small(
            one: LargeFirmAnswer? = .no, together: LargeFirmAnswer? = .no, officers: LargeFirmAnswer? = .no
        ) -> Eligibility {
            verdict(
                company(
                    .service, capital: 10_000_000, employees: 10, one: one, together: together, officers: officers))
        }
        #expect(small(one: .yes) == .deemedLarge)
        #expect(small(together: .yes) == .deemedLarge)
        #expect(small(officers: .yes) == .deemedLarge)
        #expect(small(one: .exempt, together: .exempt, officers: .exempt) == .eligible)
        #expect(small(one: nil) == .unknown)
        #expect(small(together: nil) == .unknown)
        #expect(small(officers: nil) == .unknown)
        // A yes decides before an open question.
        #expect(small(one: nil, together: nil, officers: .yes) == .deemedLarge)
    }

    @Test func aSoleProprietorIsMeasuredByEmployeesAlone() {
        func sole(_ employees: Int?) -> Eligibility {
            var check = Record(
                .eligibilityCheck,
                ["legal_form": .token(LegalForm.sole), "business_class": .token(BusinessClass.retail)])
            // Left over from before the form was changed: it means nothing here.
            check["capital"] = .number(1)
            check["employees"] = .optional(employees)
            return verdict(check)
        }
        #expect(sole(50) == .eligible)
        #expect(sole(51) == .large)
        #expect(sole(nil) == .unknown)
    }

    @Test func anNPOHasToPromoteSMEsAndToBeOneOfThreeSorts() {
        func npo(_ promotes: Bool?, _ answers: [Bool?]) -> Eligibility {
            var check = Record(.eligibilityCheck, ["legal_form": .token(LegalForm.npo)])
            check["npo_promotes"] = promotes.map { .flag($0) } ?? .none
            for (field, answer) in zip(["npo_works_with", "npo_founded_by", "npo_creates_market"], answers) {
                check[field] = answer.map { .flag($0) } ?? .none
            }
            return verdict(check)
        }
        for place in 0..<3 {
            var answers: [Bool?] = [false, false, false]
            answers[place] = true
            #expect(npo(true, answers) == .eligible)
            #expect(npo(false, answers) == .other)
        }
        #expect(npo(true, [false, false, false]) == .other)
        #expect(npo(true, [false, nil, false]) == .unknown)
        #expect(npo(nil, [true, true, true]) == .unknown)
        #expect(verdict(Record(.eligibilityCheck, ["legal_form": .token(LegalForm.other)])) == .other)
    }

    @Test func theRuleThatDecidedIsSaid() {
        let rule = EligibilityRules.verdict(of: company(.retail, capital: 1, employees: 1)).rule
        #expect(rule.ja.contains("5000万円") && rule.ja.contains("50人") && rule.en.contains("50m yen"))
        let large = EligibilityRules.verdict(of: company(.wholesale, capital: 900_000_000, employees: 900)).rule
        #expect(large.ja.hasPrefix("卸売業：資本金1億円以下または従業員100人以下を超える"))
        let sole = Record(
            .eligibilityCheck,
            [
                "legal_form": .token(LegalForm.sole), "business_class": .token(BusinessClass.retail),
                "employees": .number(5),
            ])
        #expect(EligibilityRules.verdict(of: sole).rule.ja.hasPrefix("小売業（飲食店を含む）：従業員50人以下"))
        for (place, field) in ["npo_works_with", "npo_founded_by", "npo_creates_market"].enumerated() {
            let npo = Record(
                .eligibilityCheck,
                ["legal_form": .token(LegalForm.npo), "npo_promotes": .flag(true), field: .flag(true)])
            let rule = EligibilityRules.verdict(of: npo).rule
            #expect(rule.ja.contains(["①", "②", "③"][place]) && rule.en.contains("rule \(place + 1)"))
        }
        let open = EligibilityRules.verdict(of: company(.retail, capital: 1, employees: 1, together: nil)).rule
        #expect(open.ja.contains("2/3"))
    }
}
