/// An organisation's place in one pipeline.
public struct PipelineEntry: Hashable, Sendable {
    /// Which side of a two-sided pipeline (A3) it stands on.
    public enum Side: String, Sendable, CaseIterable {
        /// 人材派遣側企業.
        case sender
        /// 人材受入側企業.
        case receiver

        public var label: LocalizedText {
            switch self {
            case .sender: LocalizedText(ja: "派遣側", en: "sender")
            case .receiver: LocalizedText(ja: "受入側", en: "receiver")
            }
        }
    }

    public var organisation: OrganisationID
    public var pipeline: PipelineID
    public var stage: StageID
    /// Since when it is in this stage.
    public var since: Day
    public var side: Side?
    public var coordinator: CoordinatorID?
    public var nextAction: NextAction?

    public init(
        organisation: OrganisationID, pipeline: PipelineID, stage: StageID, since: Day, side: Side? = nil,
        coordinator: CoordinatorID? = nil, nextAction: NextAction? = nil
    ) {
        self.organisation = organisation
        self.pipeline = pipeline
        self.stage = stage
        self.since = since
        self.side = side
        self.coordinator = coordinator
        self.nextAction = nextAction
    }
}

public typealias PipelineEntryID = RecordID<PipelineEntry>

/// What is to be done next, and by when.
public struct NextAction: Hashable, Sendable {
    public var text: String
    public var due: Day?

    public init(text: String, due: Day? = nil) {
        self.text = text
        self.due = due
    }
}
