import BansoDomain
import TerminalUI

/// What can be added here: a list of kinds, each with a letter of its own.
struct AdditionLayer: Screen {
    struct Option: Hashable {
        var key: Character
        var label: LocalizedText
        var destination: Destination

        /// The same with the record settled, where such a record names one of its kind.
        fileprivate func naming(_ record: StoredRecord, on today: Day) -> Option {
            guard case .form(let request) = destination, request.given.isEmpty,
                let field = request.kind.fields.first(where: { $0.kind == .reference(record.key.kind) })
            else { return self }
            var about = FormRequest(request.kind, given: [field.id: .number(record.key.id)])
            if request.kind == .attendance, let day = record.record["date"].day, day > today {
                about.suggested = ["presence": .token(Presence.registered)]
            }
            return Option(key: key, label: label, destination: .form(about))
        }
    }

    /// Whose records they will be; nil for anybody's.
    let organisation: OrganisationID?
    /// The record that those name which can; nil where it is nobody's page.
    let named: RecordKey?
    private(set) var options: [Option] = []
    private(set) var selected = 0
    private(set) var name = ""

    init(organisation: OrganisationID?) { (self.organisation, named) = (organisation, nil) }

    init(naming record: RecordKey) { (organisation, named) = (nil, record) }

    var isLayer: Bool { true }

    func bindings(_ context: Context) -> [Binding] {
        [
            Binding([.enter], .open, "開く", "open", isInFooter: true),
            Binding([.escape, .control("c")], .close, "やめる", "leave", isInFooter: true),
            Binding([.down, .control("n")], .down, "下へ", "down"),
            Binding([.up, .control("p")], .up, "上へ", "up"),
        ] + Binding.terminal
    }

    mutating func update(_ event: Event, _ context: Context) -> [Effect] {
        switch event {
        case .action(.close): return [.close]
        case .action(.down): selected = min(selected + 1, max(0, options.count - 1))
        case .action(.up): selected = max(0, selected - 1)
        case .action(.open): return open(selected)
        case .action(let action): return PageActions.effects(for: action, at: nil, context) ?? []
        case .key(let key):
            guard case .character(let letter) = key.command,
                let index = options.firstIndex(where: { $0.key == letter })
            else { return [] }
            return open(index)
        default: break
        }
        return []
    }

    mutating func load(from desk: any DeskReader, _ context: Context) throws {
        // An organisation may be gone by now.
        guard let organisation, let file = try desk.file(of: organisation) else {
            (options, name) = (AdditionLayer.everywhere, "")
            if let named, let stored = try desk.record(named) {
                let naming = options.map { $0.naming(stored, on: context.today) }
                if naming != options { name = try desk.titles(of: [named])[named] ?? "" }
                options = naming
            }
            return
        }
        name = file.organisation.record.name
        options = AdditionLayer.options(of: file)
    }

    private func open(_ index: Int) -> [Effect] {
        options.indices.contains(index) ? [.close, .open(options[index].destination)] : []
    }

    static let everywhere: [Option] = [
        organisation("o", .company), organisation("k", .institution),
        option("e", .event), option("t", .talent), option("p", .posting), option("a", .application),
        option("i", .interview), option("s", .assessment), option("h", .hearing), option("u", .surveyAnswer),
        option("r", .training), option("b", .processConsultation), option("x", .interCompanyContract),
        option("c", .consultation), option("j", .caseStudy), option("f", .followUp), option("g", .region),
        option("m", .coordinator),
        option("y", .attendance), option("l", .contact), option("w", .meeting),
    ]

    static func options(of file: OrganisationFile) -> [Option] {
        let id = file.organisation.id
        func add(_ key: Character, _ kind: RecordKind) -> Option {
            Option(key: key, label: kind.label, destination: .form(.add(kind, to: id)))
        }
        let entry = Option(
            key: "n", label: LocalizedText(ja: "パイプラインに登録", en: "into a pipeline"), destination: .entryLayer(id))
        guard file.organisation.record.kind == .company else {
            // Only a company can have a consultation: the form asks for it.
            return [
                entry, add("l", .contact), add("y", .attendance), add("u", .surveyAnswer), add("z", .snooze),
                option("c", .consultation),
            ]
        }
        return [
            entry, add("c", .consultation), add("l", .contact),
            Option(key: "q", label: RecordKind.eligibilityCheck.label, destination: .form(eligibilityCheck(of: file))),
            add("y", .attendance), add("u", .surveyAnswer), add("p", .posting), add("i", .interview),
            add("h", .hearing),
            add("r", .training), add("b", .processConsultation), add("x", .interCompanyContract), add("j", .caseStudy),
            add("f", .followUp), add("z", .snooze),
        ]
    }

    /// Begins with what is known of the company.
    static func eligibilityCheck(of file: OrganisationFile) -> FormRequest {
        let company = file.organisation.record
        var request = FormRequest.add(.eligibilityCheck, to: file.organisation.id)
        request.suggested = ["capital": .optional(company.capital), "employees": .optional(company.employees)]
        return request
    }

    private static func organisation(_ key: Character, _ kind: Organisation.Kind) -> Option {
        let request = FormRequest(.organisation, given: ["kind": .token(kind)], isAnew: true, isShownWhenSaved: true)
        return Option(key: key, label: kind.label, destination: .form(request))
    }

    private static func option(_ key: Character, _ kind: RecordKind) -> Option {
        Option(key: key, label: kind.label, destination: .form(FormRequest(kind, isAnew: true, isShownWhenSaved: true)))
    }

    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        let language = context.language
        let columns = options.count + 2 > area.height ? 2 : 1
        let rows = (options.count + columns - 1) / columns
        let isNarrow = area.width < 60
        let box = area.centred(
            Size(width: min(columns * 34 + 4, area.width - (isNarrow ? 0 : 2)), height: rows + 2))
        canvas.clearSlivers(beside: box)
        canvas.fill(box, style: Style(.text, on: .popup))
        let title = language("新規", "New") + (name.isEmpty ? "" : "  " + name)
        canvas.box(
            box, title: clipped(title, to: box.width - 6, ellipsis: context.glyphs.ellipsis),
            style: Style(.border, on: .popup), titleStyle: Style(.accent, on: .popup, isBold: true),
            glyphs: context.glyphs)
        let inner = box.inset(x: isNarrow ? 1 : 2, y: 1)
        let width = inner.width / columns
        var cursor = Point(x: inner.x, y: inner.y)
        let top = max(0, min(selected % rows - inner.height + 1, rows - inner.height))
        var unseen = 0
        for (index, option) in options.enumerated() {
            let row = index % rows - top
            guard row >= 0, row < inner.height else {
                unseen += 1
                continue
            }
            let surface: Surface = index == selected ? .selection : .popup
            let line = Rect(x: inner.x + index / rows * width, y: inner.y + row, width: width - 1, height: 1)
            canvas.fill(line, style: Style(.text, on: surface))
            canvas.touch(line, .usual([.character(option.key)]))
            let x = line.x + (isNarrow ? 0 : 1)
            canvas.put(String(option.key), x: x, y: line.y, style: Style(.key, on: surface, isBold: true))
            let name = x + (isNarrow ? 2 : 3)
            canvas.put(
                clipped(option.label(language), to: line.right - name, ellipsis: context.glyphs.ellipsis), x: name,
                y: line.y, style: Style(.text, on: surface))
            if index == selected { cursor = Point(x: line.x, y: line.y) }
        }
        if unseen > 0 {
            canvas.put(
                language(" 他 \(unseen)件（↓↑） ", " \(unseen) more (↓↑) "), endingAt: box.right - 2, y: box.bottom - 1,
                style: Style(.accent, on: .popup))
        }
        return cursor
    }
}
