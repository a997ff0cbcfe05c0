/// A field of a kind of record: its column, its heading in files, its label in forms, and what it may hold.
public struct RecordField: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// One line of text.
        case line
        /// How a name is read: katakana in full width, however it is typed.
        case kana
        /// A telephone number, in half width, however it is typed.
        case phone
        /// An address of mail, in half width too.
        case email
        case paragraph
        /// A date; with `inPeriod` only one of the programme's period.
        case day(inPeriod: Bool)
        case time
        case number(ClosedRange<Int>)
        /// How long something took; read from hours too.
        case minutes(ClosedRange<Int>)
        case choice([Choice])
        /// Yes or no.
        case flag
        /// Several choices at once, stored as their tokens in this order with a space between.
        case tags([Choice])
        /// Words of one's own, stored with a space between, each once.
        case words
        case prefecture
        /// An activity of the catalogue: one of those whose indicators count any of these; any where there are none.
        /// Where there is just one it may be left out.
        case activity([CountSource])
        /// What an activity's events are told apart by (B1: guideline or productivity): a role of its indicators.
        case track
        /// A programme of the catalogue.
        case programme
        /// A month of the period, as 2025-10; with `orFinal` the one after it too: what the final report has.
        case month(orFinal: Bool)
        case reference(RecordKind)
        /// A record of any kind: attendance:12.
        case recordKey
        case corporateNumber
        case postcode
        /// The stage of a pipeline, or the pipeline itself: words of the catalogue.
        case word
    }

    /// The column's name, and the heading in English.
    public var id: String
    /// In Japanese it is the heading too.
    public var label: LocalizedText
    public var kind: Kind
    public var isRequired: Bool
    /// What a new record has.
    public var initial: FieldValue
    /// How it is filled, for the template of an import.
    public var example: LocalizedText
    /// What it asks in full, where the answer decides and the label is too short to say it; nil: the label says it all.
    public var help: LocalizedText?
    /// Whether the desk gives it, so that nobody is asked.
    public var isAssigned: Bool
    /// Whether it tells about a person: a name, a way to reach somebody, or a free text in which people are written about.
    /// What is written to be handed out is none: a report's passages go to the Bureau, a case study's summary into print.
    public var isPersonal: Bool
    /// Where the field only makes sense with certain values of another one: a form leaves it out otherwise.
    public var condition: Condition?

    public struct Condition: Hashable, Sendable {
        public var field: String
        public var tokens: [String]
    }

    /// Its condition, where the catalogue has a say in it: only some activities tell their events apart.
    public func condition(in catalogue: Catalogue) -> Condition? {
        guard kind == .track else { return condition }
        let tracked = catalogue.activities(countedFrom: []).filter { !catalogue.tracks(of: $0).isEmpty }
        return Condition(field: "activity", tokens: tracked.map(\.text))
    }

    public init(
        _ id: String, ja: String, en: String, _ kind: Kind, required isRequired: Bool = false,
        initial: FieldValue? = nil, example: (ja: String, en: String) = ("", ""), assigned isAssigned: Bool = false,
        when condition: (field: String, tokens: [String])? = nil, personal isPersonal: Bool = false,
        help: LocalizedText? = nil
    ) {
        self.help = help
        self.isPersonal = isPersonal
        self.isAssigned = isAssigned
        self.condition = condition.map { Condition(field: $0.field, tokens: $0.tokens) }
        self.id = id
        label = LocalizedText(ja: ja, en: en)
        self.kind = kind
        self.isRequired = isRequired
        self.initial = initial ?? RecordField.empty(kind)
        self.example = LocalizedText(ja: example.ja, en: example.en)
    }

    /// Whether a file with it and, for a reference, with the title of what it refers to holds personal data.
    public var holdsPersonalData: Bool {
        guard case .reference(let kind) = self.kind else { return isPersonal }
        return kind.fields.contains { kind.titleFields.contains($0.id) && $0.holdsPersonalData }
    }

    /// Whether it is written in somebody's own words, rather than a fact.
    public var isOwnWords: Bool {
        switch kind {
        case .line, .kana, .phone, .email, .paragraph, .words: true
        default: false
        }
    }

    /// Text is never null; everything else may be.
    private static func empty(_ kind: Kind) -> FieldValue {
        switch kind {
        case .line, .kana, .phone, .email, .paragraph, .tags, .words, .postcode: .text("")
        default: .none
        }
    }
}

/// One of several values, with its token in files and the database.
public struct Choice: Hashable, Sendable {
    public var token: String
    public var label: LocalizedText
    /// How the Japanese label is read, for finding it; empty where it is found as it is.
    public var kana: String

    public init(_ token: String, ja: String, en: String, kana: String = "") {
        self.token = token
        self.kana = kana
        label = LocalizedText(ja: ja, en: en)
    }
}

/// An enumeration whose cases a person chooses from.
public protocol Choosable: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == String {
    var label: LocalizedText { get }
}

extension Choosable {
    public static var choices: [Choice] { allCases.map(\.choice) }

    public var choice: Choice { Choice(rawValue, ja: label.ja, en: label.en) }
}
