import BansoDomain
import TerminalUI

/// What a card says in each column of a table, and as one of a group.
struct CardText {
    private let card: Card
    private let facts: CardFacts
    private let pipeline: Pipeline
    private let context: Context

    init(_ card: Card, _ pipeline: Pipeline, _ context: Context) {
        self.card = card
        facts = CardFacts(card, context)
        self.pipeline = pipeline
        self.context = context
    }

    func cell(_ column: CardColumn) -> String {
        let language = context.language
        switch column {
        case .name: return card.name
        case .prefecture: return facts.place
        case .stage: return pipeline.stages.first { $0.id == card.stage }?.label(language) ?? card.stage.text
        case .side: return card.side?.label(language) ?? ""
        case .consultations: return facts.dots
        case .age: return facts.age
        case .nextAction: return card.nextAction?.text ?? ""
        case .due:
            guard let due = card.nextAction?.due else { return "" }
            return ShortDay.aligned(due, language) + (facts.isOverdue ? " !" : due == context.today ? " *" : "")
        case .coordinator: return card.coordinator
        case .eligibility: return card.eligibility.label(language)
        case .tags: return card.tags
        }
    }

    func role(_ column: CardColumn) -> Role {
        switch column {
        case .name, .stage: .text
        case .side: .accent
        case .consultations: facts.isFull ? .good : .text
        case .age: facts.isWaitingLong ? .warning : .muted
        case .due: facts.isOverdue ? .behind : .muted
        case .eligibility: card.eligibility == .eligible ? .muted : .warning
        case .prefecture, .nextAction, .coordinator, .tags: .muted
        }
    }

    /// What its group is called.
    func group(_ column: CardColumn) -> String {
        let language = context.language
        switch column {
        case .prefecture: return card.prefecture?.name(language) ?? language("県が未定・県外", "elsewhere or not known")
        case .consultations:
            let count = card.consultations
            return cell(column) + " " + language("\(count)回", count == 1 ? "once" : "\(count) times")
        case .side: return card.side == nil ? language("側が未定", "on no side") : cell(column)
        case .coordinator: return card.coordinator.isEmpty ? language("担当が未定", "nobody") : card.coordinator
        case .name, .stage, .age, .nextAction, .due, .eligibility, .tags: return cell(column)
        }
    }
}
