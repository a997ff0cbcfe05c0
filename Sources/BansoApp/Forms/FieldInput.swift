import BansoDomain

/// How a field is filled.
enum FieldInput: Hashable {
    /// Typed in a line and read as its kind of field says.
    case line
    case notes
    /// One of a few, side by side.
    case options([Choice])
    /// Any of a few, side by side.
    case several([Choice])
    /// One of many, completed while typing.
    case list([Choice])
    /// Another record, completed while typing.
    case record(RecordKind)

    /// More than so many are completed rather than shown side by side.
    private static let mostOptions = 6

    init(_ field: RecordField, of kind: RecordKind, _ context: Context) {
        switch field.kind {
        case .paragraph: self = .notes
        case .choice(let choices): self = .options(choices)
        case .flag: self = .options(FieldInput.yesOrNo)
        case .tags(let choices): self = .several(choices)
        case .prefecture: self = .list(Prefecture.choices)
        case .activity(let sources):
            let choices = context.catalogue.activities(countedFrom: sources).map { id in
                let label = context.catalogue.activity(id)?.label
                return Choice(id.text, ja: id.text + " " + (label?.ja ?? ""), en: id.text + " " + (label?.en ?? ""))
            }
            self = .list(choices)
        case .reference(let kind): self = .record(kind)
        case .track:
            let tracks = Set(context.catalogue.activities(countedFrom: []).flatMap { context.catalogue.tracks(of: $0) })
            self = .options(
                tracks.sorted { $0.text < $1.text }.map { track in
                    let label = context.catalogue.label(of: track)
                    return Choice(track.text, ja: label.ja, en: label.en)
                })
        case .programme:
            self = .options(
                context.catalogue.programmes.map { Choice($0.id.text, ja: $0.id.text, en: $0.id.text) })
        case .word where field.id == "pipeline":
            self = .options(context.catalogue.pipelines.map { Choice($0.id.text, ja: $0.id.text, en: $0.id.text) })
        case .month, .recordKey, .word, .line, .kana, .phone, .email, .day, .time, .number, .minutes, .words,
            .corporateNumber, .postcode:
            self = .line
        }
        if case .options(let choices) = self { self = FieldInput(choices) }
    }

    /// Side by side where they are few.
    init(_ choices: [Choice]) { self = choices.count > FieldInput.mostOptions ? .list(choices) : .options(choices) }

    private static let yesOrNo = [Choice("1", ja: "はい", en: "yes"), Choice("0", ja: "いいえ", en: "no")]

    var choices: [Choice] {
        switch self {
        case .options(let choices), .several(let choices), .list(let choices): choices
        default: []
        }
    }

    /// Whether it is picked side by side, and not typed.
    var isPicked: Bool {
        switch self {
        case .options, .several: true
        default: false
        }
    }

    /// Whether what is typed is completed.
    var isCompleted: Bool {
        switch self {
        case .list, .record: true
        default: false
        }
    }
}
