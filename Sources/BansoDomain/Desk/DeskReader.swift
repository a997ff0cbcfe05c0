/// What screens, the wallboard and the commands read. BansoStore answers it; tests may answer it from values.
///
/// Each call is one consistent snapshot. All of them throw `DeskError`.
public protocol DeskReader: AnyObject {
    var catalogue: Catalogue { get }

    /// A number that differs after any other connection's commit. Cheap enough to ask ten times a second.
    /// - Throws: `DeskError.replaced` where the file is no longer the one that was opened.
    func changeToken() throws -> Int

    /// Every indicator of the catalogue, in its order, as counted up to and including `day`.
    func readings(asOf day: Day) throws -> [Reading]

    /// How many entries stand in each stage of a pipeline; stages without any are left out.
    func stageCounts(of pipeline: PipelineID) throws -> [StageID: Int]

    /// A page of cards: by stage, then longest in it first.
    func cards(_ query: CardQuery) throws -> [Card]

    /// Everything about one organisation; nil where there is none.
    func file(of organisation: OrganisationID) throws -> OrganisationFile?

    /// Organisations whose name, kana or corporate number contains `text`; names that begin with it come first.
    func search(_ text: String, limit: Int) throws -> [SearchHit]

    func coordinators() throws -> [Listed<Coordinator>]

    /// Any record; nil where there is none.
    func record(_ key: RecordKey) throws -> StoredRecord?

    /// A page of all records of a kind, by number: those after `number`.
    func records(_ kind: RecordKind, after number: Int64, limit: Int) throws -> [StoredRecord]

    /// What people know records by: a name, a theme and its date. Records that are not there are left out.
    func titles(of keys: Set<RecordKey>) throws -> [RecordKey: String]

    /// A page of the rows behind an indicator, by date.
    func contributions(_ query: ContributionQuery) throws -> [ExplainedContribution]

    /// What was counted for an indicator up to and including `day`, by month and prefecture; for a rate its denominator.
    func matrix(of indicator: IndicatorID, asOf day: Day) throws -> CountMatrix

    /// When anything was last written, in seconds since 1970; nil on a new database.
    func lastWrite() throws -> Double?
}

/// A record with its number and the version that a save must name.
public struct Listed<Record: Hashable & Sendable>: Hashable, Sendable {
    public var id: RecordID<Record>
    public var version: Int
    public var record: Record

    public init(id: RecordID<Record>, version: Int, record: Record) {
        self.id = id
        self.version = version
        self.record = record
    }
}

/// A page request. Lists page by key, never by offset.
public struct CardQuery: Hashable, Sendable {
    public enum Direction: Hashable, Sendable { case forward, backward }

    public var pipeline: PipelineID
    /// Only this stage; nil for all.
    public var stage: StageID?
    /// Where to start; nil for the first (or, backward, the last) card.
    public var from: CardKey?
    /// Whether the card at `from` is part of the page.
    public var isInclusive: Bool
    public var direction: Direction
    public var limit: Int

    public init(
        pipeline: PipelineID, stage: StageID? = nil, from: CardKey? = nil, isInclusive: Bool = false,
        direction: Direction = .forward, limit: Int
    ) {
        self.pipeline = pipeline
        self.stage = stage
        self.from = from
        self.isInclusive = isInclusive
        self.direction = direction
        self.limit = limit
    }
}

/// A card's place in the list's order.
public struct CardKey: Hashable, Comparable, Sendable {
    public var stageOrder: Int
    public var since: Day
    public var entry: PipelineEntryID

    public init(stageOrder: Int, since: Day, entry: PipelineEntryID) {
        self.stageOrder = stageOrder
        self.since = since
        self.entry = entry
    }

    public static func < (left: Self, right: Self) -> Bool {
        (left.stageOrder, left.since, left.entry) < (right.stageOrder, right.since, right.entry)
    }
}

/// One entry of a pipeline as lists and boards show it. A page is always in forward order.
public struct Card: Hashable, Sendable {
    public var key: CardKey
    public var version: Int
    public var organisation: OrganisationID
    public var name: String
    public var prefecture: Prefecture?
    public var stage: StageID
    public var side: PipelineEntry.Side?
    public var consultations: Int
    public var nextAction: NextAction?

    public var entry: PipelineEntryID { key.entry }

    public init(
        key: CardKey, version: Int, organisation: OrganisationID, name: String, prefecture: Prefecture?, stage: StageID,
        side: PipelineEntry.Side?, consultations: Int, nextAction: NextAction?
    ) {
        self.key = key
        self.version = version
        self.organisation = organisation
        self.name = name
        self.prefecture = prefecture
        self.stage = stage
        self.side = side
        self.consultations = consultations
        self.nextAction = nextAction
    }
}

/// Everything about one organisation.
public struct OrganisationFile: Hashable, Sendable {
    public var organisation: Listed<Organisation>
    /// In the catalogue's order of pipelines.
    public var entries: [Listed<PipelineEntry>]
    /// By ordinal.
    public var consultations: [BookedConsultation]
    /// Newest first, at most 200.
    public var timeline: [TimelineItem]

    public init(
        organisation: Listed<Organisation>, entries: [Listed<PipelineEntry>], consultations: [BookedConsultation],
        timeline: [TimelineItem]
    ) {
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
    }

    public var date: Day
    public var what: What
    public var by: String

    public init(date: Day, what: What, by: String) {
        self.date = date
        self.what = what
        self.by = by
    }
}

public struct SearchHit: Hashable, Sendable {
    public var organisation: OrganisationID
    public var name: String
    public var kana: String
    public var corporateNumber: CorporateNumber?
    public var prefecture: Prefecture?
    public var municipality: String

    public init(
        organisation: OrganisationID, name: String, kana: String, corporateNumber: CorporateNumber?,
        prefecture: Prefecture?, municipality: String
    ) {
        self.organisation = organisation
        self.name = name
        self.kana = kana
        self.corporateNumber = corporateNumber
        self.prefecture = prefecture
        self.municipality = municipality
    }
}
