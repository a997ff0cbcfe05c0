/// Which cards of a pipeline are shown; without anything, all.
public struct CardFilter: Hashable, Sendable {
    public enum Due: String, Choosable {
        case overdue, week, none

        public var label: LocalizedText {
            switch self {
            case .overdue: LocalizedText(ja: "期限切れ", en: "overdue")
            case .week: LocalizedText(ja: "7日以内", en: "within 7 days")
            case .none: LocalizedText(ja: "次の対応なし", en: "no next action")
            }
        }
    }

    /// Part of the name, kana, number or a contact.
    public var text: String
    public var prefecture: Prefecture?
    public var coordinator: Int64?
    public var tag: String
    public var eligibility: Eligibility?
    public var side: PipelineEntry.Side?
    /// Taken on `today`.
    public var due: Due?
    public var today: Day

    public init(
        text: String = "", prefecture: Prefecture? = nil, coordinator: Int64? = nil, tag: String = "",
        eligibility: Eligibility? = nil, side: PipelineEntry.Side? = nil, due: Due? = nil, today: Day
    ) {
        self.text = text
        self.prefecture = prefecture
        self.coordinator = coordinator
        self.tag = tag
        self.eligibility = eligibility
        self.side = side
        self.due = due
        self.today = today
    }

    public var isEmpty: Bool { self == CardFilter(today: today) }
}

/// A page request. Lists page by key, never by offset.
public struct CardQuery: Hashable, Sendable {
    public enum Direction: Hashable, Sendable { case forward, backward }

    public var pipeline: PipelineID
    /// Only this stage; nil for all.
    public var stage: StageID?
    /// Only this one's card; nil for all.
    public var entry: PipelineEntryID?
    /// Where to start; nil for the first (or, backward, the last) card.
    public var from: CardPlace?
    /// Whether the card at `from` is part of the page.
    public var isInclusive: Bool
    public var direction: Direction
    /// Nil for all cards.
    public var filter: CardFilter?
    public var order: CardOrder
    public var limit: Int

    public init(
        pipeline: PipelineID, stage: StageID? = nil, entry: PipelineEntryID? = nil, from: CardPlace? = nil,
        isInclusive: Bool = false, direction: Direction = .forward, filter: CardFilter? = nil,
        order: CardOrder = .usual, limit: Int
    ) {
        self.pipeline = pipeline
        self.filter = filter
        self.order = order
        self.stage = stage
        self.entry = entry
        self.from = from
        self.isInclusive = isInclusive
        self.direction = direction
        self.limit = limit
    }
}

/// A card's place in a list of a certain order.
public struct CardPlace: Hashable, Sendable {
    /// What the order's terms compare, as the store has it.
    public var values: [FieldValue]
    public var key: CardKey

    public init(_ key: CardKey, values: [FieldValue] = []) {
        self.values = values
        self.key = key
    }
}

/// A card's place in the order of boards.
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
    /// In the list that it was read for.
    public var place: CardPlace
    public var version: Int
    public var organisation: OrganisationID
    public var name: String
    public var prefecture: Prefecture?
    public var stage: StageID
    public var side: PipelineEntry.Side?
    public var consultations: Int
    public var nextAction: NextAction?
    /// Empty where there is none.
    public var coordinator: String
    public var eligibility: Eligibility
    /// Words separated by spaces.
    public var tags: String
    /// Those whom contracts join it with, on the other side.
    public var partners: Partners?

    public struct Partners: Hashable, Sendable {
        /// Of the latest contract.
        public var latest: String
        public var count: Int

        public init(latest: String, count: Int) {
            self.latest = latest
            self.count = count
        }
    }

    public var key: CardKey { place.key }
    public var entry: PipelineEntryID { key.entry }

    public init(
        place: CardPlace, version: Int, organisation: OrganisationID, name: String, prefecture: Prefecture?,
        stage: StageID, side: PipelineEntry.Side?, consultations: Int, nextAction: NextAction?,
        coordinator: String = "", eligibility: Eligibility = .unknown, tags: String = "", partners: Partners? = nil
    ) {
        self.place = place
        self.version = version
        self.organisation = organisation
        self.name = name
        self.prefecture = prefecture
        self.stage = stage
        self.side = side
        self.consultations = consultations
        self.nextAction = nextAction
        self.coordinator = coordinator
        self.eligibility = eligibility
        self.tags = tags
        self.partners = partners
    }

    /// What is the same in all cards of a group; none where the card has nothing there, or the column groups nothing.
    public func value(grouping column: CardColumn) -> FieldValue {
        switch column {
        case .prefecture: .optional(prefecture?.code)
        case .stage: .number(key.stageOrder)
        case .side: .optional(side.flatMap(PipelineEntry.Side.allCases.firstIndex))
        case .consultations: .number(consultations)
        case .coordinator: coordinator.isEmpty ? .none : .text(coordinator)
        case .eligibility: .optional(Eligibility.allCases.firstIndex(of: eligibility))
        case .name, .age, .nextAction, .due, .tags: .none
        }
    }
}
