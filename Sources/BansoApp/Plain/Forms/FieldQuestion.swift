import BansoDomain

/// How a field of a form is asked for: what it is called, whether it is needed, what it says, and how it is answered.
struct FieldQuestion {
    let form: Form
    let index: Int

    private var field: FormField { form.fields[index] }

    func lines(_ context: Context) -> [String] {
        let language = context.language
        let shown = form.shown
        let place = (shown.firstIndex(of: index) ?? 0) + 1
        let present = field.spoken(context)
        let head = Speech.joined(
            [
                field.field.label(language) + (field.field.isRequired ? language("（必須）", " (required)") : ""),
                present.isEmpty ? "" : language("今は \(present)", "now \(present)"), "\(place)/\(shown.count)",
            ], context)
        return [head, field.field.help?(language) ?? "", hint(context)].filter { !$0.isEmpty }
    }

    private func hint(_ context: Context) -> String {
        let language = context.language
        switch field.input {
        case .options(let choices): return FieldQuestion.list(choices, context)
        case .several(let choices):
            return FieldQuestion.list(choices, context) + language("。いくつでも", "; as many as apply")
        case .list: return language("名前の一部。?で一覧", "part of the name; ? lists all")
        case .record: return language("名前・かな・番号の一部。?で最近のもの", "part of the name, kana or number; ? lists the latest")
        case .notes: return language("何行でも。空の行で終わり", "as many lines as you like; an empty line ends it")
        case .line: return FieldHint.text(for: field)(language)
        }
    }

    private static func list(_ choices: [Choice], _ context: Context) -> String {
        Speech.joined(choices.enumerated().map { "\($0.offset + 1) " + $0.element.label(context.language) }, context)
    }

    /// The signs that every form understands, in a line.
    static func signs(_ context: Context) -> String {
        context.language(
            "Enterで次へ、<で前へ、!で確認と保存、.でやめる、?で助け", "Enter goes on, < back, ! looks it over, . leaves, ? helps")
    }

    static func help(_ context: Context) -> [String] {
        let language = context.language
        return [
            language("Enter：そのまま次へ", "Enter: keeps it and goes on"), language("<：前の項目", "<: the field before"),
            language(">：次の項目", ">: the next field, whatever this one says"), language("-：空にする", "-: empties it"),
            language("!：確認と保存へ", "!: look it over and save"),
            language(".：やめる（下書きが残ります）", ".: leave; a draft is kept"),
        ]
    }
}

extension Form.Option {
    func spoken(_ context: Context) -> String {
        switch self {
        case .choice(let choice): choice.label(context.language)
        case .found(let hit): Speech.joined([hit.name, Speech.paused(HitWords.detail(hit, context), context)], context)
        case .new(let kind, let name):
            context.language("新しい\(kind.label.ja)「\(name)」", "new \(kind.label.en) '\(name)'")
        }
    }
}
