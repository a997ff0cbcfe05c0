import BansoDomain
import TerminalUI

/// Two records of one name side by side: a person decides whether they are one organisation, and which of them stays.
struct MergeLayer: Screen {
    let organisation: OrganisationID
    private(set) var file: OrganisationFile?
    private(set) var twins: [OrganisationFile] = []
    /// Into `twins`.
    private(set) var selected = 0
    /// Whether the one that was opened stays, rather than its twin.
    private(set) var keepsThis = true

    init(organisation: OrganisationID) { self.organisation = organisation }

    var isLayer: Bool { true }

    var twin: OrganisationFile? { twins.indices.contains(selected) ? twins[selected] : nil }

    func bindings(_ context: Context) -> [Binding] {
        let none = twin == nil ? LocalizedText(ja: "同じ名前の組織はありません", en: "no other organisation has this name") : nil
        var merge = MergeLayer.mergeKey
        merge.refusal = none
        return [
            merge,
            Binding(
                [.left, .right, .character("h"), .character("l")], .toggleView, "残す方", "which stays", isInFooter: true),
            Binding([.enter], .open, "相手を開く", "open the other", isInFooter: true, refusal: none),
            Binding([.escape, .character("q"), .control("c")], .close, "やめる", "leave", isInFooter: true),
        ] + Binding.vertical + Binding.terminal
    }

    mutating func update(_ event: Event, _ context: Context) -> [Effect] {
        switch event {
        case .action(.close): return [.close]
        case .action(.first): selected = 0
        case .action(.up): selected = max(0, selected - 1)
        case .action(.down): selected = min(selected + 1, max(0, twins.count - 1))
        case .action(.toggleView): keepsThis.toggle()
        case .action(.open): return twin.map { [.close, .open(.organisation($0.organisation.id))] } ?? []
        case .action(.merge):
            guard let file, let twin else { return [] }
            let (kept, other) =
                keepsThis ? (file.organisation, twin.organisation) : (twin.organisation, file.organisation)
            return [.write(.merge(other.id, version: other.version, into: kept.id, intoVersion: kept.version))]
        case .action(let action): return PageActions.effects(for: action, at: nil, context) ?? []
        case .written(.merge(_, _, let kept, _), .merged):
            let note = context.note(of: .undo, "元に戻ります", "brings both back")
            let said = Effect.say(Message(.good, context.language("統合しました", "merged") + note))
            return kept == organisation ? [.close, said] : [.close, .close, .open(.organisation(kept)), said]
        case .written(let write, let outcome): return PageActions.effects(for: outcome, write, context)
        default: break
        }
        return []
    }

    mutating func load(from desk: any DeskReader, _ context: Context) throws {
        let kept = twin
        file = try desk.file(of: organisation)
        twins = try (file?.twins ?? []).compactMap { try $0.organisation.flatMap { try desk.file(of: $0) } }
        guard let kept else { return }
        // What others write moves the twins: M is for the one in sight, and refused where that one is gone.
        let place = twins.firstIndex { $0.organisation.id == kept.organisation.id }
        selected = place ?? min(selected, twins.count)
        if place == nil { twins.insert(kept, at: selected) }
    }

    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        let language = context.language
        let facts = file.map { MergeLayer.facts(of: $0, context) } ?? []
        let others = twin.map { MergeLayer.facts(of: $0, context) } ?? []
        let box = area.centred(Size(width: min(100, area.width - 2), height: min(area.height, facts.count + 6)))
        let place = twins.count > 1 ? " \(selected + 1)/\(twins.count)" : ""
        let inner = ListBox.draw(box, title: language("統合", "Merge") + place, on: &canvas, context)
        // Corporate numbers, by which two of a name are told apart, are never cut for the labels' sake.
        let labelWidth = max(5, min(12, inner.width - 2 * (MergeLayer.numberWidth + 1)))
        let column = (inner.width - labelWidth) / 2
        for (index, isKept) in [keepsThis, !keepsThis].enumerated() {
            let text = isKept ? context.glyphs.met + " " + language("残す", "stays") : language("統合して消す", "goes into it")
            canvas.put(
                clipped(text, to: column - 1, ellipsis: context.glyphs.ellipsis),
                x: inner.x + labelWidth + index * column, y: inner.y,
                style: Style(isKept ? .good : .muted, on: .popup, isBold: isKept))
        }
        for (row, fact) in facts.enumerated() where row + 1 < inner.height {
            let y = inner.y + 1 + row
            let other = others.indices.contains(row) ? others[row].1 : ""
            canvas.put(
                clipped(fact.0, to: labelWidth - 1, ellipsis: context.glyphs.ellipsis), x: inner.x, y: y,
                style: Style(.muted, on: .popup))
            for (index, value) in [fact.1, other].enumerated() {
                canvas.put(
                    clipped(value, to: column - 1, ellipsis: context.glyphs.ellipsis),
                    x: inner.x + labelWidth + index * column, y: y,
                    style: Style(fact.1 == other ? .muted : .text, on: .popup))
            }
        }
        let note = MergeLayer.warning(context)
        let rows = ProsePanel.rows(of: note, in: inner.width, most: inner.height - facts.count - 1, context.glyphs)
        for (row, text) in rows.enumerated() {
            canvas.put(
                text, x: inner.x, y: inner.bottom - rows.count + row, limit: inner.width,
                style: Style(.warning, on: .popup))
        }
        return Point(x: inner.x, y: inner.y)
    }

    private static let numberWidth = 13

    static func warning(_ context: Context) -> String {
        let key = context.key(of: mergeKey)
        let what = context.language(
            "名前だけで同じとは限りません。番号や所在地を確かめてから\(key.map { " \($0) で" } ?? "")統合します",
            "a name alone proves nothing: compare number and place" + (key.map { ", then \($0) merges" } ?? ""))
        return what + context.note(of: .undo, "元に戻ります", "brings both back")
    }

    private static let mergeKey = Binding([.character("M")], .merge, "統合する", "merge", isInFooter: true)

    static func facts(of file: OrganisationFile, _ context: Context) -> [(String, String)] {
        let language = context.language
        let organisation = file.organisation.record
        let place = [organisation.prefecture?.name(language) ?? "", organisation.municipality, organisation.address]
        return [
            (language("名称", "Name"), organisation.name), (language("かな", "Kana"), organisation.kana),
            (language("法人番号", "Number"), organisation.corporateNumber?.digits ?? "–"),
            (language("所在地", "Place"), place.filter { !$0.isEmpty }.joined(separator: " ")),
            (language("業種", "Industry"), organisation.industry),
            (language("従業員", "Employees"), organisation.employees.map { Figures.grouped($0) } ?? "–"),
            (language("相談", "Consulted"), "\(file.consultations.count)"),
            (
                language("登録", "Pipelines"),
                file.entries.map(\.record.pipeline.text).joined(separator: " ")
            ),
            (language("連絡先", "Contacts"), file.contacts.compactMap { $0.record["name"].text }.joined(separator: " ")),
            (language("経過", "Timeline"), "\(file.timeline.count)"),
        ]
    }
}
