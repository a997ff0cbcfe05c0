import BansoDomain

/// Which form: of a new record, or of one that is there.
public struct FormRequest: Hashable, Sendable {
    public var kind: RecordKind
    /// The number of the record to edit; nil for a new one.
    public var record: Int64?
    /// The numbers of the records that are changed together; empty for a form of one.
    public var several: [Int64]
    /// What is settled and not asked, by field: the company that a consultation is about.
    public var given: [String: FieldValue]
    /// What a new record begins with, by field: a form that was opened for another name is another one.
    public var suggested: [String: FieldValue]
    /// Which of several new records that were begun in one form, from 0: while one waits as a draft, the next has another.
    public var number: Int
    /// Whether it begins empty even where a draft of it waits. It doesn't tell one form from another.
    public var isAnew: Bool
    /// Whether it was opened from a field of another form, where letters are typed. It doesn't tell one form from another.
    public var isInside: Bool
    /// Whether the new record's page opens once it is saved. It doesn't tell one form from another.
    public var isShownWhenSaved: Bool
    /// The field that it is opened for; nil: the first. It doesn't tell one form from another.
    public var focus: String?

    public init(
        _ kind: RecordKind, record: Int64? = nil, several: [Int64] = [], given: [String: FieldValue] = [:],
        suggested: [String: FieldValue] = [:], number: Int = 0, isAnew: Bool = false, isInside: Bool = false,
        isShownWhenSaved: Bool = false,
        focus: String? = nil
    ) {
        self.number = number
        self.isAnew = isAnew
        self.isInside = isInside
        self.isShownWhenSaved = isShownWhenSaved
        self.focus = focus
        self.kind = kind
        self.record = record
        self.several = several
        self.given = given
        self.suggested = suggested
    }

    static func edit(_ key: RecordKey) -> FormRequest { FormRequest(key.kind, record: key.id) }

    /// What is to be done next about a card.
    static func nextAction(of card: RecordKey) -> FormRequest {
        FormRequest(card.kind, record: card.id, focus: FormRequest.nextAction)
    }

    static let nextAction = "next_action"

    /// Changes these cards of a pipeline at once.
    static func several(_ cards: [Card], of pipeline: PipelineID) -> FormRequest {
        FormRequest(
            .pipelineEntry, several: cards.map(\.entry.value), given: ["pipeline": .text(pipeline.text)])
    }

    /// What a pipeline's page is narrowed to.
    static func filter(_ pipeline: PipelineID) -> FormRequest {
        FormRequest(.savedFilter, given: ["pipeline": .text(pipeline.text)])
    }

    /// The pipeline whose page this narrows; nil for every other form.
    var filtered: PipelineID? {
        kind == .savedFilter && record == nil ? given["pipeline"]?.text.map { PipelineID($0) } : nil
    }

    /// A new record of an organisation.
    static func add(_ kind: RecordKind, to organisation: OrganisationID) -> FormRequest {
        let field = kind == .interCompanyContract ? "sender" : "organisation"
        return FormRequest(kind, given: [field: .number(organisation.value)])
    }

    public static func == (left: Self, right: Self) -> Bool {
        left.isSameForm(as: right) && left.number == right.number
    }

    /// Whether both are the same but for what is typed in them.
    func isSameForm(as other: FormRequest) -> Bool {
        kind == other.kind && record == other.record && several == other.several && given == other.given
            && suggested == other.suggested
    }

    /// The first of this form that isn't among those.
    func anew(besides taken: some Sequence<FormRequest>) -> FormRequest {
        let numbers = Set(taken.filter { $0.isSameForm(as: self) }.map(\.number))
        var request = self
        request.isAnew = false
        request.number = (0...numbers.count).first { !numbers.contains($0) } ?? numbers.count
        return request
    }

    /// The same form beside those, for another new record of the kind; nil where there is but one: of a record that is
    /// there, of several, of a filter.
    public func another(besides taken: some Sequence<FormRequest>) -> FormRequest? {
        record == nil && several.isEmpty && filtered == nil ? anew(besides: taken) : nil
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        hasher.combine(record)
        hasher.combine(several)
        hasher.combine(given)
        hasher.combine(suggested)
        hasher.combine(number)
    }

    /// What is done in it.
    /// - Parameter organisation: what the one is that is edited; nil where that isn't known.
    func words(of organisation: Organisation.Kind? = nil, _ language: Language) -> String {
        if !several.isEmpty {
            return language("\(several.count)件をまとめて変更", "change \(several.count) at once")
        }
        if let filtered { return language("\(filtered.text) の絞り込み", "filter \(filtered.text)") }
        let own = organisation ?? given["kind"]?.text.flatMap(Organisation.Kind.init)
        let label = (kind == .organisation ? own?.label ?? kind.label : kind.label)(language)
        return record == nil ? language("\(label)の登録", "new \(label)") : language("\(label)の編集", "edit \(label)")
    }

    /// A fixed order among requests.
    var order: String {
        let given = (given.sorted { $0.key < $1.key } + suggested.sorted { $0.key < $1.key }).map {
            "\($0.key)=\($0.value)"
        }
        return "\(kind.rawValue) \(record ?? 0) \(several) \(given.joined(separator: " ")) \(number)"
    }
}
