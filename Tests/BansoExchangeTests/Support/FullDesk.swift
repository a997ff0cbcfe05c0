import BansoDomain

@testable import BansoExchange

/// A desk with records of every kind that hold what is hard to carry over: formulas, quotes, line breaks, gaps in the
/// numbers, every choice.
enum FullDesk {
    static func make() throws -> FakeDesk {
        let desk = FakeDesk()
        let hard = [
            "=SUM(A1)", "'=x", "''-y", "-5", "＋１", "－", "a,\"b\"", "@mail", "'quoted'", "～髙﨑①㈱", "'", "plain", "'-7.5",
            "- x",
        ]
        for kind in FileKind.allCases where kind != .consultations {
            for index in 0..<30 {
                guard let record = record(kind, index, hard) else { continue }
                _ = try desk.put(record, id: Int64(index * 2 + (kind == .institutions ? 101 : 1)))
            }
        }
        for index in 0..<12 {
            _ = try desk.book(
                Consultation(
                    company: OrganisationID(Int64(index / 2 * 2 + 1)), date: Day(2025, 10, 1 + index)!,
                    start: index % 3 == 0 ? nil : ClockTime(minutes: 600 + index), minutes: 30 + index,
                    mode: index % 2 == 0 ? .online : .inPerson,
                    coordinator: index % 4 == 0 ? nil : CoordinatorID(Int64(index * 2 + 1)),
                    topics: hard[index], notes: hard[(index + 1) % hard.count]), nextAction: nil)
        }
        return desk
    }

    /// The nth record; fields that may be empty are so in the first.
    private static func record(_ kind: FileKind, _ index: Int, _ hard: [String]) -> Record? {
        var record = Record(kind.recordKind)
        if let organisation = kind.organisationKind { record["kind"] = .token(organisation) }
        for (place, field) in kind.fields where index > 0 || field.isRequired {
            record.values[place] = value(field, index + place, hard)
        }
        switch kind.recordKind {
        case .event:
            let isInPerson = record["mode"] == .token(EventMode.inPerson)
            record["tool"] = isInPerson ? .none : .token(index % 2 == 0 ? OnlineTool.teams : .webex)
            record["track"] = record["activity"] == .text("B1") ? .text("guideline") : .none
            record["end_minute"] = record["start_minute"].number.map { .number($0 + 60) } ?? .none
        case .attendance, .surveyAnswer:
            record["organisation"] = index % 2 == 0 ? .number(1) : .none
            record["talent"] = index % 2 == 0 ? .none : .number(3)
        case .caseStudy:
            record["organisation"] = index % 2 == 0 ? .number(1) : .none
            record["region"] = index % 2 == 0 ? .none : .number(3)
        case .interCompanyContract: record["receiver"] = .number(101)
        case .application:
            for stage in ["interviewed_on", "offered_on", "contracted_on", "declined_on"] where index > 0 {
                record[stage] = .day(TestCatalogue.period.upperBound)
            }
        case .savedFilter: record["pipeline"] = .text("A")
        case .pipelineEntry: (record["pipeline"], record["stage"]) = (.text("A"), .text("lead"))
        default: break
        }
        return record
    }

    private static func value(_ field: RecordField, _ index: Int, _ hard: [String]) -> FieldValue {
        switch field.kind {
        case .line, .word, .track: .text(hard[index % hard.count])
        case .kana: .text(Folding.katakana(hard[index % hard.count]))
        case .phone: .text("092-000-\(1000 + index)(内線\(index))")
        case .email: .text("a\(index)+'\"@example.jp")
        case .paragraph: .text("\(hard[index % hard.count])\n\n二行目 \(hard[(index + 3) % hard.count])")
        case .day: .day(TestCatalogue.period.lowerBound + index)
        case .time: .number(540 + index)
        case .number(let range), .minutes(let range): .number(min(range.upperBound, range.lowerBound + index))
        case .choice(let choices): .text(choices[index % choices.count].token)
        case .flag: .flag(index % 2 == 0)
        case .tags(let choices): .text(choices.prefix(index % (choices.count + 1)).map(\.token).joined(separator: " "))
        case .words: .text(["", "重点", "重点 紹介", "focus a&b"][index % 4])
        case .prefecture: .number(index % 47 + 1)
        case .programme: .text(TestCatalogue.catalogue.programmes[index % 4].id.text)
        case .month: .text(FiscalMonth(TestCatalogue.period.lowerBound + index % 9 * 31).iso)
        case .activity(let sources):
            .text(activities(sources)[index % activities(sources).count].text)
        case .recordKey: .text("\(RecordKey(.attendance, Int64(index + 1)))")
        case .reference: .number(index % 30 * 2 + 1)
        case .corporateNumber: .text(NTALine.number(index))
        case .postcode: .text("00\(10000 + index)")
        }
    }

    private static func activities(_ sources: [CountSource]) -> [ActivityID] {
        TestCatalogue.catalogue.activities(countedFrom: sources)
    }
}
