/// A consultation (相談, seed 【Ａ２】) of a company with a coordinator.
public struct Consultation: Hashable, Sendable {
    public enum Mode: String, Sendable, CaseIterable {
        case online
        case inPerson = "in-person"

        public var label: LocalizedText {
            switch self {
            case .online: LocalizedText(ja: "オンライン", en: "online")
            case .inPerson: LocalizedText(ja: "対面", en: "in person")
            }
        }
    }

    public var company: OrganisationID
    public var date: Day
    public var start: ClockTime?
    /// How long it took, 1...480.
    public var minutes: Int
    public var mode: Mode
    public var coordinator: CoordinatorID?
    public var topics: String
    public var notes: String

    public static let possibleMinutes = 1...480

    public init(
        company: OrganisationID, date: Day, start: ClockTime? = nil, minutes: Int, mode: Mode,
        coordinator: CoordinatorID? = nil, topics: String = "", notes: String = ""
    ) {
        self.company = company
        self.date = date
        self.start = start
        self.minutes = minutes
        self.mode = mode
        self.coordinator = coordinator
        self.topics = topics
        self.notes = notes
    }

    /// - Parameter record: of the kind of consultations, its required fields filled.
    public init(_ record: Record) {
        self.init(
            company: OrganisationID(record["organisation"].number ?? 0), date: record["date"].day ?? Day(ordinal: 0),
            start: record["start_minute"].number.flatMap { ClockTime(minutes: Int($0)) },
            minutes: Int(record["minutes"].number ?? 0),
            mode: record["mode"].text.flatMap(Consultation.Mode.init) ?? .online,
            coordinator: record["coordinator"].number.map { CoordinatorID($0) }, topics: record["topics"].text ?? "",
            notes: record["notes"].text ?? "")
    }
}

public typealias ConsultationID = RecordID<Consultation>
