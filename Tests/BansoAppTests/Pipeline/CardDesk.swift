import BansoDomain
import TerminalUI

@testable import BansoApp

/// A desk of values with the cards of two pipelines: A by stages, A3 with two sides.
final class CardDesk: QuietDesk {
    let catalogue: Catalogue = {
        var catalogue = FakeDesk.call
        func stage(_ id: StageID, _ ja: String, _ en: String) -> Stage {
            Stage(id: id, label: LocalizedText(ja: ja, en: en))
        }
        catalogue.pipelines = [
            Pipeline(
                id: "A", programme: "A", label: LocalizedText(ja: "人材戦略の構築と活用", en: "Talent strategy"),
                subject: .companies,
                stages: [
                    stage("lead", "候補", "Lead"), stage("seminar", "セミナー", "Seminar"),
                    stage("support", "個別支援", "Support"), stage("posting", "求人掲載", "Posting"),
                    stage("offer", "内定・契約", "Offer"), stage("case", "事例", "Case"),
                ]),
            Pipeline(
                id: "A3", programme: "A", label: LocalizedText(ja: "企業間人材マッチング", en: "Inter-company matching"),
                subject: .twoSided,
                stages: [
                    stage("seminar", "セミナー", "Seminar"), stage("preparation", "準備", "Preparing"),
                    stage("pitch", "プレゼン", "Pitch"), stage("contract", "契約", "Contract"),
                ]),
        ]
        return catalogue
    }()
    private(set) var stored: [RecordKey: StoredRecord] = [:]
    private(set) var cardQueries: [CardQuery] = []
    private(set) var countsAsked = 0
    private(set) var recordsRead = 0
    /// Of whom contracts join, by organisation.
    var partners: [Int64: Card.Partners] = [:]

    static let today = FakeDesk.today

    /// - Parameter count: how many cards each pipeline has.
    init(cards count: Int) {
        put(.coordinator, 7, Record(.coordinator, ["name": .text("田中")]))
        for number in 1...Int64(max(1, count)) where count > 0 {
            put(
                .organisation, number,
                Record(
                    .organisation,
                    [
                        "name": .text("株式会社九州食品\(number)"), "prefecture": .number(40 + number % 7),
                        "tags": .text(number % 4 == 0 ? "重点 紹介" : ""),
                    ]))
            enter(number, in: "A", number: number)
            enter(number, in: "A3", number: 1000 + number, side: number % 3 == 0 ? .receiver : .sender)
        }
    }

    private func enter(_ organisation: Int64, in id: PipelineID, number: Int64, side: PipelineEntry.Side? = nil) {
        let stages = catalogue.pipeline(id)!.stages
        let order = Int(organisation * 7 % 100) * stages.count / 100
        var record = Record(
            .pipelineEntry,
            [
                "organisation": .number(organisation), "pipeline": .text(id.text),
                "stage": .text(stages[order].id.text),
                "stage_order": .number(order), "since": .day(CardDesk.today + -Int(organisation % 60)),
            ])
        if let side { record["side"] = .token(side) }
        if organisation % 5 == 0 {
            record["next_action"] = .text("電話")
            record["next_due"] = .day(CardDesk.today + (organisation % 10 == 0 ? -2 : 3))
        }
        put(.pipelineEntry, number, record)
    }

    func put(_ kind: RecordKind, _ number: Int64, _ record: Record, version: Int = 1) {
        let key = RecordKey(kind, number)
        stored[key] = StoredRecord(key: key, version: version, record: record)
    }

    func remove(_ key: RecordKey) { stored[key] = nil }

    /// As the store writes it.
    func perform(_ edits: [Write.Edit]) {
        for edit in edits {
            stored[edit.key] = StoredRecord(key: edit.key, version: edit.version + 1, record: edit.record)
        }
    }

    // MARK: Reading

    func cards(_ query: CardQuery) -> [Card] {
        cardQueries.append(query)
        let all = cards(of: query.pipeline, query.filter).filter {
            (query.stage == nil || $0.stage == query.stage) && (query.entry == nil || $0.entry == query.entry)
        }
        .sorted { query.order.places($0, before: $1) }
        let isForward = query.direction == .forward
        let start = query.from.flatMap { from in all.first { $0.place == from } }
        let page = (isForward ? all : all.reversed()).filter { card in
            guard let start else { return true }
            return (isForward ? query.order.places(start, before: card) : query.order.places(card, before: start))
                || (query.isInclusive && card == start)
        }.prefix(query.limit)
        return isForward ? Array(page) : page.reversed()
    }

    func cardCount(_ query: CardQuery) -> Int {
        var query = query
        query.limit = .max
        return cards(query).count
    }

    func groupCounts(of pipeline: PipelineID, by column: CardColumn, filter: CardFilter?) -> [FieldValue: Int] {
        cards(of: pipeline, filter).reduce(into: [:]) { $0[$1.value(grouping: column), default: 0] += 1 }
    }

    func stageCounts(of pipeline: PipelineID, filter: CardFilter?) -> [StageID: Int] {
        countsAsked += 1
        return cards(of: pipeline, filter).reduce(into: [:]) { $0[$1.stage, default: 0] += 1 }
    }

    private func cards(of pipeline: PipelineID, _ filter: CardFilter?) -> [Card] {
        stored.values.filter { $0.key.kind == .pipelineEntry && $0.record["pipeline"].text == pipeline.text }
            .compactMap { entry -> Card? in
                let record = entry.record
                let number = record["organisation"].number!
                let organisation = stored[RecordKey(.organisation, number)]!.record
                let card = Card(
                    place: CardPlace(
                        CardKey(
                            stageOrder: Int(record["stage_order"].number!), since: record["since"].day!,
                            entry: PipelineEntryID(entry.key.id))),
                    version: entry.version, organisation: OrganisationID(number), name: organisation["name"].text!,
                    prefecture: Prefecture(code: Int(organisation["prefecture"].number!)),
                    stage: StageID(record["stage"].text!), side: record["side"].text.flatMap(PipelineEntry.Side.init),
                    consultations: 0,
                    nextAction: record["next_action"].text.map { NextAction(text: $0, due: record["next_due"].day) },
                    eligibility: organisation["eligibility"].text.flatMap(Eligibility.init) ?? .unknown,
                    tags: organisation["tags"].text ?? "", partners: partners[number])
                return filter.map { CardDesk.passes(card, organisation, record, $0) } ?? true ? card : nil
            }
            .sorted { $0.key < $1.key }
    }

    private static func passes(_ card: Card, _ organisation: Record, _ entry: Record, _ filter: CardFilter) -> Bool {
        let tags = (organisation["tags"].text ?? "").split(separator: " ").map(String.init)
        let due = card.nextAction?.due
        let isDue: Bool =
            switch filter.due {
            case nil: true
            case .overdue: due.map { $0 < filter.today } ?? false
            case .week: due.map { $0 <= filter.today + 7 } ?? false
            case .some(.none): card.nextAction == nil
            }
        return (filter.text.isEmpty || card.name.contains(filter.text))
            && (filter.prefecture == nil || filter.prefecture == card.prefecture)
            && (filter.side == nil || filter.side == card.side) && (filter.tag.isEmpty || tags.contains(filter.tag))
            && (filter.coordinator == nil || filter.coordinator == entry["coordinator"].number) && isDue
    }

    func record(_ key: RecordKey) -> StoredRecord? {
        recordsRead += 1
        return stored[key]
    }

    func records(_ kind: RecordKind, after number: Int64, limit: Int) -> [StoredRecord] {
        let all = stored.values.filter { $0.key.kind == kind && $0.key.id > number }.sorted { $0.key < $1.key }
        return Array(all.prefix(limit))
    }

    func titles(of keys: Set<RecordKey>) -> [RecordKey: String] {
        Dictionary(uniqueKeysWithValues: keys.compactMap { key in stored[key]?.record["name"].text.map { (key, $0) } })
    }

    func search(_ query: SearchQuery) -> [SearchHit] {
        stored.values.filter { query.kinds.contains($0.key.kind) }.compactMap { record in
            guard let name = record.record["name"].text, query.text.isEmpty || name.contains(query.text) else {
                return nil
            }
            return SearchHit(key: record.key, name: name)
        }
    }

    func readings(asOf day: Day) -> [Reading] { FakeDesk(companies: 30).readings(asOf: day) }
    func changeToken() -> Int { 0 }

    // MARK: Screens

    func context(_ language: Language = .ja, width: Int = 120, height: Int = 40) -> Context {
        Context(
            catalogue: catalogue, language: language, today: CardDesk.today, calendar: WorkingCalendar(holidays: []),
            actor: Actor("田中"), size: Size(width: width, height: height))
    }

    func screen(_ id: PipelineID, _ actions: [Action] = [], _ context: Context) throws -> PipelineScreen {
        var screen = PipelineScreen(pipeline: catalogue.pipeline(id)!, today: context.today)
        try screen.load(from: self, context)
        try press(actions, on: &screen, context)
        return screen
    }

    func press(_ actions: [Action], on screen: inout PipelineScreen, _ context: Context) throws {
        for action in actions {
            _ = screen.update(.action(action), context)
            try screen.load(from: self, context)
        }
    }
}

extension CardOrder {
    /// Whether one card comes before another: what the store's statements are to agree with.
    func places(_ left: Card, before right: Card) -> Bool {
        for term in terms {
            switch (term.column.compared(left), term.column.compared(right)) {
            case (nil, nil): continue
            case (nil, _): return false
            case (_, nil): return true
            case (let one?, let other?) where one == other: continue
            case (let one?, let other?): return (one < other) != term.isDescending
            }
        }
        return left.key < right.key
    }
}

extension CardColumn {
    fileprivate func compared(_ card: Card) -> String? {
        func digits(_ number: Int) -> String { String(100_000_000 + number) }
        switch self {
        case .name: return card.name
        case .age: return digits(-card.key.since.ordinal)
        case .nextAction: return card.nextAction?.text
        case .due: return card.nextAction?.due?.iso
        case .tags: return card.tags.isEmpty ? nil : card.tags
        case .prefecture, .stage, .side, .consultations, .coordinator, .eligibility:
            let value = card.value(grouping: self)
            return value.text ?? value.number.map { digits(Int($0)) }
        }
    }
}

extension Screen {
    /// The frame as lines, without header and footer.
    func lines(_ context: Context) -> [String] {
        var canvas = Canvas(size: context.size)
        _ = draw(on: &canvas, in: context.body, context)
        return canvas.lines
    }

    func refusal(of action: Action, _ context: Context) -> LocalizedText? {
        bindings(context).first { $0.action == action }?.refusal
    }
}
