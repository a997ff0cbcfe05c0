import BansoDomain
import TerminalUI

/// Asks for the file that the rows which are not taken are written to, with their reasons: mended, it can be imported.
struct RejectsLayer: Screen {
    let decisions: [Int: ImportDecision]
    private(set) var form: Form

    /// - Parameter path: of the file that is imported; another one beside it is offered.
    init(of path: String, _ decisions: [Int: ImportDecision], _ context: Context) {
        self.decisions = decisions
        let field = RecordField("path", ja: "ファイル", en: "file", .line, required: true)
        form = Form([FormField(field, of: .savedFilter, context)])
        form.fields[0].editor.text = RejectsLayer.beside(path)
    }

    var takesText: Bool { true }
    var isLayer: Bool { true }

    func bindings(_ context: Context) -> [Binding] {
        [
            Binding([.control("s"), .enter], .save, "書き出す", "write", isInFooter: true),
            Binding([.escape, .control("c")], .close, "やめる", "leave", isInFooter: true),
        ] + Binding.terminal
    }

    mutating func update(_ event: Event, _ context: Context) -> [Effect] {
        switch event {
        case .action(.close): return [.close]
        case .action(.save):
            // As it was typed: a file's name may hold what stored text does not.
            let path = form.fields[0].editor.text
            guard !path.allSatisfy({ $0 == " " || $0 == "　" }) else {
                form.mark([0: LocalizedText(ja: "ファイルを指定してください", en: "name the file")])
                return []
            }
            return [.close, .importing(.writeRejects(path, decisions))]
        case .action(let action): return PageActions.effects(for: action, at: nil, context) ?? []
        case .key(let key):
            let width = FormView.fieldWidth(form, in: frame(in: context.body).inset(x: 2, y: 1), context.language) - 1
            _ = form.press(key, width: width, context.language)
        case .written, .returned: break
        }
        return []
    }

    mutating func load(from desk: any DeskReader, _ context: Context) throws {}

    /// 会社.xlsx → 会社-rejects.csv
    private static func beside(_ path: String) -> String {
        let path = path.drop { $0 == " " }
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
        let name = path.dropFirst(folder.count)
        let stem = name.lastIndex(of: ".").flatMap { $0 > name.startIndex ? name[..<$0] : nil } ?? name
        return folder + stem + "-rejects.csv"
    }

    func frame(in area: Rect) -> Rect {
        area.centred(Size(width: min(76, area.width - 2), height: min(area.height, 8)))
    }

    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        let language = context.language
        let inner = canvas.dialog(
            frame(in: area), title: language("取り込めない行", "Rows that are not taken"), context.glyphs)
        let hint = language(
            "元のままの行に理由の列を加えます。直せば取り込めます", "as they came, with the reason: mended, it can be imported")
        let (head, body) = inner.split(top: 2)
        canvas.put(
            clipped(hint, to: head.width, ellipsis: context.glyphs.ellipsis), x: head.x, y: head.y, style: Style(.muted)
        )
        return FormView(form: form, context: context).draw(on: &canvas, in: body)
    }
}
