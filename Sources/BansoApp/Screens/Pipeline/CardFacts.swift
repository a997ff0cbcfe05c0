import BansoDomain
import TerminalUI

/// What a card says in few cells.
struct CardFacts {
    let place: String
    /// Working days in the stage: 12日 or 12d.
    let age: String
    let dots: String
    /// Whom contracts join it with: → 株式会社有明 +1; empty where none does.
    let partners: String
    let isWaitingLong: Bool
    let isFull: Bool
    let isOverdue: Bool

    /// From how many working days in one stage a card is marked: about a month.
    static let longWait = 20

    init(_ card: Card, _ context: Context) {
        let limit = context.catalogue.consultation.limit
        let days = context.calendar.workingDays(from: card.key.since, to: context.today)
        place = card.prefecture?.shortName(context.language) ?? context.language("県外", "–")
        age = context.language("\(days)日", "\(days)d")
        let rest = (card.partners?.count ?? 0) - 1
        partners =
            card.partners.map { (card.side == .sender ? "→ " : "← ") + $0.latest + (rest > 0 ? " +\(rest)" : "") } ?? ""
        dots = Figures.dots(card.consultations, of: limit, context.glyphs)
        isWaitingLong = days >= CardFacts.longWait
        isFull = card.consultations >= limit
        isOverdue = card.nextAction?.due.map { $0 < context.today } ?? false
    }
}
