import BansoDomain
import TerminalUI

/// What stands in the record that is chosen on an organisation's page: its notes can be read without opening it.
struct OrganisationPreview {
    private(set) var key: RecordKey?
    private var stored: StoredRecord?
    private var titles: [RecordKey: String] = [:]
    private var version: Int?

    var isEmpty: Bool { stored == nil }

    /// Reads what isn't known yet.
    mutating func load(_ wanted: RecordKey?, from desk: any DeskReader, _ context: Context) throws {
        guard wanted != key || version != context.dataVersion else { return }
        (key, version) = (wanted, context.dataVersion)
        stored = try wanted.flatMap { try desk.record($0) }
        guard let stored else { return }
        let named = zip(stored.key.kind.fields, stored.record.values).compactMap { RecordLinks.target(of: $1, in: $0) }
        titles = try desk.titles(of: Set(named))
    }

    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) {
        ProsePanel(lines: lines(context), context: context, mostRows: 12).draw(on: &canvas, in: area)
    }

    /// The fields that say something, but for whose record it is.
    private func lines(_ context: Context) -> [ProsePanel.Line] {
        guard let stored else { return [] }
        let kind = stored.key.kind
        var lines: [ProsePanel.Line] = [.heading(kind.label(context.language))]
        for (field, value) in zip(kind.fields, stored.record.values)
        where field.id != "organisation" && field.id != "stage_order" {
            let text = FieldWords.text(of: value, in: field, titles, context, record: stored.record)
            guard value != .none, !text.isEmpty, text != "–" else { continue }
            lines.append(.fact(label: field.label(context.language), text))
        }
        if kind == .eligibilityCheck {
            let rule = EligibilityRules.verdict(of: stored.record).rule(context.language)
            lines.append(.fact(label: context.language("理由", "because"), rule))
        }
        return lines
    }
}
