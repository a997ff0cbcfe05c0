import BansoDomain

/// A consultation in one line: which, when, how long, how, with whom, about what.
struct ConsultationLine {
    let text: String
    /// Which, when, how long and how.
    let head: String

    init(_ booked: BookedConsultation, _ context: Context) {
        let consultation = booked.listed.record
        let language = context.language
        let head = [
            language("\(booked.ordinal.value)回目", "#\(booked.ordinal.value)"),
            consultation.date.short(language) + (consultation.start.map { " " + $0.text } ?? ""),
            language("\(consultation.minutes)分", "\(consultation.minutes) min"), consultation.mode.label(language),
        ]
        self.head = head.joined(separator: "  ")
        text = (head + [booked.coordinatorName, consultation.topics]).filter { !$0.isEmpty }.joined(separator: "  ")
    }
}
