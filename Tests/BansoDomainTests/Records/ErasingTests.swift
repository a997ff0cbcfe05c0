import BansoDomain
import Testing

@Suite struct ErasingTests {
    /// A record of a kind with something in every field.
    private func full(_ kind: RecordKind) -> Record {
        Record(
            kind,
            values: kind.fields.map { field in
                switch field.kind {
                case .line, .kana, .phone, .email, .paragraph, .words, .tags, .choice, .word, .activity, .track,
                    .programme,
                    .month, .corporateNumber, .postcode:
                    .text("本人の話")
                case .day: .day(Day(2025, 9, 1)!)
                default: .number(3)
                }
            })
    }

    @Test(
        "Given a record about somebody, then what was written in own words goes and every fact stays",
        arguments: RecordKind.allCases)
    func records(_ kind: RecordKind) {
        let (record, left) = (full(kind), Erasing.anonymous(full(kind), id: 7, isSubject: false))
        for (place, field) in kind.fields.enumerated() {
            let value = left.values[place]
            if field.isOwnWords {
                #expect(value != record.values[place])
                #expect(value == field.initial || value == .text("消去済み #7"))
                // What the schema wants is there.
                #expect(!field.isRequired || value == .text("消去済み #7"), "\(kind) \(field.id)")
            } else if field.id != "next_due" {
                #expect(value == record.values[place], "\(kind) \(field.id)")
            }
        }
        #expect(Erasing.anonymous(left, id: 7, isSubject: false) == left)
    }

    @Test func ofAPersonNothingStays() {
        let left = Erasing.anonymous(full(.talent), id: 7, isSubject: true)
        #expect(left == Record(.talent, ["name": .text("消去済み #7")]))
    }

    /// What counting asks of an organisation: another field that it asks for belongs here.
    @Test func ofAnOrganisationStaysWhatIsCounted() {
        let (record, left) = (full(.organisation), Erasing.anonymous(full(.organisation), id: 7, isSubject: true))
        let stays = zip(RecordKind.organisation.fields, zip(record.values, left.values)).filter { $1.0 == $1.1 }.map(
            \.0.id)
        #expect(stays == ["kind", "prefecture", "eligibility", "district_office", "institution_kind"])
        #expect(left["name"] == .text("消去済み #7"))
    }

    @Test func whatWasEmptyStaysEmpty() {
        let attendance = Record(.attendance, ["event": .number(1), "organisation": .number(2)])
        #expect(Erasing.anonymous(attendance, id: 7, isSubject: false) == attendance)
        let card = Record(.pipelineEntry, ["next_action": .text("電話"), "next_due": .day(Day(2025, 9, 1)!)])
        #expect(Erasing.anonymous(card, id: 7, isSubject: false) == Record(.pipelineEntry))
    }
}
