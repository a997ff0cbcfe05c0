/// Everything about one organisation.
public struct OrganisationFile: Hashable, Sendable {
    public var organisation: Listed<Organisation>
    /// In the catalogue's order of pipelines.
    public var entries: [Listed<PipelineEntry>]
    /// By ordinal.
    public var consultations: [BookedConsultation]
    /// Newest first, at most 200.
    public var timeline: [TimelineItem]
    /// By number.
    public var contacts: [StoredRecord]
    /// The latest check of whether the call is for it; nil where there is none.
    public var eligibilityCheck: StoredRecord?
    /// The snooze that holds longest; nil where there is none.
    public var snooze: StoredRecord?
    /// Other organisations whose names are spelled alike: a person decides whether they are one. At most 20.
    public var twins: [SearchHit]

    public init(
        organisation: Listed<Organisation>, entries: [Listed<PipelineEntry>], consultations: [BookedConsultation],
        timeline: [TimelineItem], contacts: [StoredRecord] = [], eligibilityCheck: StoredRecord? = nil,
        snooze: StoredRecord? = nil, twins: [SearchHit] = []
    ) {
        self.contacts = contacts
        self.eligibilityCheck = eligibilityCheck
        self.snooze = snooze
        self.twins = twins
        self.organisation = organisation
        self.entries = entries
        self.consultations = consultations
        self.timeline = timeline
    }
}

public struct BookedConsultation: Hashable, Sendable {
    public var listed: Listed<Consultation>
    public var ordinal: Ordinal
    public var coordinatorName: String

    public init(listed: Listed<Consultation>, ordinal: Ordinal, coordinatorName: String) {
        self.listed = listed
        self.ordinal = ordinal
        self.coordinatorName = coordinatorName
    }
}

/// Something that happened to an organisation.
public struct TimelineItem: Hashable, Sendable {
    public enum What: Hashable, Sendable {
        case consultation(ordinal: Ordinal, minutes: Int, mode: Consultation.Mode, topics: String)
        /// Came into a pipeline (`from` nil) or moved within it.
        case stage(PipelineID, from: StageID?, to: StageID)
        /// Any other record: what it is known by, without the organisation and the date.
        /// With the presence of somebody who was at an event, or wasn't.
        case record(String, presence: Presence? = nil)
    }

    public var date: Day
    /// Where it is written down; of a stage the card.
    public var key: RecordKey
    public var what: What
    /// Who did it; empty where nobody is named.
    public var by: String

    public init(date: Day, key: RecordKey, what: What, by: String) {
        self.date = date
        self.key = key
        self.what = what
        self.by = by
    }
}
