import BansoDomain

/// Makes what a coordinator keeps about a company besides what is counted: contacts, the check of whether the call is for it,
/// a snooze. Each company from its own numbers.
struct DeskMaker {
    let seed: UInt64
    let days: ProgrammeDays

    /// In this order; none for some companies.
    func records(of member: Roster.Member, at index: Int) -> [Record] {
        var draw = SplitMix64(seed: seed, .desk, index: index)
        var records = contacts(of: member, index: index, &draw)
        if let check = check(of: member, &draw) { records.append(check) }
        if draw.chance(percent: 4) { records.append(snooze(of: member, &draw)) }
        return records
    }

    private static let positions = ["代表取締役", "総務課長", "人事担当", "工場長", "専務取締役", "経営企画室"]
    private static let evidence = ["登記事項証明書と決算書", "会社案内と株主名簿", "ウェブサイトと聞き取り", "要件確認書"]
    private static let reasons = ["繁忙期のため来月連絡", "担当者の交代待ち", "決算後に再開", "社内検討中"]

    private func contacts(of member: Roster.Member, index: Int, _ draw: inout SplitMix64) -> [Record] {
        let count = [0, 1, 1, 1, 2][draw.below(5)]
        return (0..<count).map { number in
            let name = PersonNames.name(&draw)
            let line = draw.within(100...999)
            return Record(
                .contact,
                [
                    "organisation": .number(member.id), "name": .text(name.text), "kana": .text(name.kana),
                    "position": .text(draw.pick(Self.positions)), "phone": .text("090-0000-\(1000 + line)"),
                    "email": .text("contact\(index + 1)-\(number + 1)@example.jp"),
                ])
        }
    }

    /// A check whose answers come to what the company is; nil where it is not checked, or no answers do.
    private func check(of member: Roster.Member, _ draw: inout SplitMix64) -> Record? {
        let company = member.organisation
        let (evidence, date) = (
            draw.pick(Self.evidence), days.spread(draw.below(40), of: 40, from: .init(4, 14), to: .init(7, 31))
        )
        guard company.kind == .company, company.eligibility != .unknown, days.hasCome(date) else { return nil }
        var check = Record(
            .eligibilityCheck,
            [
                "organisation": .number(member.id), "date": .day(date), "evidence": .text(evidence),
                "capital": .optional(company.capital), "employees": .optional(company.employees),
            ])
        for question in ["one_large_firm", "large_firms", "officers"] { check[question] = .token(LargeFirmAnswer.no) }
        if company.eligibility == .deemedLarge { check["one_large_firm"] = .token(LargeFirmAnswer.yes) }
        if company.eligibility == .other {
            check = Record(
                .eligibilityCheck,
                [
                    "organisation": .number(member.id), "date": .day(date), "evidence": .text(evidence),
                    "legal_form": .token(BansoDomain.LegalForm.other),
                ])
        }
        // What its industry is comes first.
        let own = BusinessClass(industry: company.industry)
        for business in [own] + BusinessClass.allCases.reversed().filter({ $0 != own }) {
            if company.eligibility != .other { check["business_class"] = .token(business) }
            let verdict = EligibilityRules.verdict(of: check).eligibility
            check["verdict"] = .token(verdict)
            if verdict == company.eligibility { return check }
        }
        return nil
    }

    private func snooze(of member: Roster.Member, _ draw: inout SplitMix64) -> Record {
        Record(
            .snooze,
            [
                "organisation": .number(member.id), "until": .day(days.working(days.today + draw.within(7...30))),
                "reason": .text(draw.pick(Self.reasons)),
            ])
    }
}

extension BusinessClass {
    /// By the words of its name.
    fileprivate init(industry: String) {
        func has(_ words: String...) -> Bool { words.contains(where: industry.contains) }
        self =
            has("小売", "飲食")
            ? .retail : has("卸売") ? .wholesale : has("製造", "建設", "運輸", "農", "林", "漁") ? .manufacturing : .service
    }
}
