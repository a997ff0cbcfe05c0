import BansoDomain
import Testing

@Suite struct PersonalDataTests {
    /// A new field that tells about a person belongs here, one that doesn't leaves this as it is: somebody has to decide.
    @Test func whatHoldsPersonalDataIsWrittenDown() {
        let expected: [RecordKind: [String]] = [
            .pipelineEntry: ["coordinator", "next_action"],
            .consultation: ["coordinator", "topics", "notes"],
            .coordinator: ["name"],
            .region: ["notes"],
            .talent: ["name", "kana", "contact", "notes"],
            .event: ["minutes"],
            .meeting: ["participants", "minutes"],
            .attendance: ["talent", "attendee"],
            .surveyAnswer: ["talent", "comment"],
            .application: ["talent", "notes"],
            .interview: ["talent"],
            .assessment: ["talent", "result"],
            .hearing: ["coordinator", "notes"],
            .processConsultation: ["coordinator", "notes"],
            .followUp: ["notes"],
            .contact: ["name", "kana", "position", "phone", "email", "notes"],
            .snooze: ["reason"],
            .savedFilter: ["coordinator"],
        ]
        for kind in RecordKind.allCases {
            #expect(kind.fields.filter(\.holdsPersonalData).map(\.id) == expected[kind] ?? [], "\(kind)")
        }
    }
}
