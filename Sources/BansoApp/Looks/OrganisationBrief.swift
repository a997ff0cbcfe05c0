import BansoDomain
import TerminalUI

/// An organisation in a few lines, to be looked at while something about it is entered: who it is, what was said, what is
/// to be done, and whom to call.
struct OrganisationBrief {
    var file: OrganisationFile
    var context: Context

    private var language: Language { context.language }
    private var organisation: Organisation { file.organisation.record }

    var lines: [ProsePanel.Line] {
        [facts, consultations, actions, contacts].filter { !$0.isEmpty }.enumerated().flatMap { index, part in
            (index > 0 ? [.gap] : []) + part
        }
    }

    private var facts: [ProsePanel.Line] {
        let panel = OrganisationPanel(file: file, rows: [], selected: nil, place: 0, context: context)
        let known = panel.facts.map { ProsePanel.Line.fact(label: $0.0, $0.1) }
        let verdict: [ProsePanel.Line] =
            organisation.kind == .company
            ? [
                .fact(
                    label: language("適格", "Eligible"), panel.eligibilityWord,
                    EligibilityLook(organisation.eligibility, context.glyphs).role)
            ] : []
        return [.heading(organisation.name)] + known + verdict
    }

    /// The latest first, with what was written down.
    private var consultations: [ProsePanel.Line] {
        guard organisation.kind == .company else { return [] }
        let (count, limit) = (file.consultations.count, context.catalogue.consultation.limit)
        let title =
            language("相談 ", "Consultations ") + Figures.dots(count, of: limit, context.glyphs) + " \(count)/\(limit)"
        let none = ProsePanel.Line.text(language("まだありません", "none yet"), .muted)
        let told = file.consultations.reversed().flatMap { booked -> [ProsePanel.Line] in
            let consultation = booked.listed.record
            let said = [(consultation.topics, Role.text), (consultation.notes, .muted)].filter { !$0.0.isEmpty }
            return [.line(ConsultationLine(booked, context).head, .accent, by: booked.coordinatorName)]
                + said.map { .text($0.0, $0.1, indent: 2) }
        }
        return [.heading(title)] + (told.isEmpty ? [none] : told)
    }

    private var actions: [ProsePanel.Line] {
        let open = file.entries.compactMap { entry -> ProsePanel.Line? in
            guard let action = entry.record.nextAction else { return nil }
            let isOverdue = action.due.map { $0 < context.today } ?? false
            let due =
                action.due.map { day in
                    ShortDay.aligned(day, language) + (isOverdue ? " " + context.glyphs.warning : "") + "  "
                } ?? ""
            return .fact(label: entry.record.pipeline.text, due + action.text, isOverdue ? .behind : .text)
        }
        return open.isEmpty ? [] : [.heading(language("次の対応", "Next actions"))] + open
    }

    private var contacts: [ProsePanel.Line] {
        guard !file.contacts.isEmpty else { return [] }
        return [.heading(language("連絡先", "Contacts"))]
            + file.contacts.flatMap { contact -> [ProsePanel.Line] in
                func words(_ fields: String...) -> String {
                    fields.map { contact.record[$0].text ?? "" }.filter { !$0.isEmpty }.joined(separator: "  ")
                }
                let ways = words("phone", "email")
                return [.text(words("name", "position"), .text)]
                    + (ways.isEmpty ? [] : [.text(ways, .muted, indent: 2)])
            }
    }
}
