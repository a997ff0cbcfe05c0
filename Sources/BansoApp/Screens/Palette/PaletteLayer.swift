import BansoDomain
import TerminalUI

/// Runs anything by its name: in Japanese, in kana or in English. What the screen below can do comes first.
struct PaletteLayer: Screen {
    struct Command: Hashable {
        enum Run: Hashable {
            case action(Action)
            case open(Destination)
            /// Opens the page where it works, and says by which key.
            case show(Destination, LocalizedText)
        }

        var label: LocalizedText
        /// The key that does the same; empty where there is none.
        var key: String
        var run: Run
        var refusal: LocalizedText?
        /// What is searched, folded.
        var names: [String]

        func refusal(_ context: Context) -> LocalizedText? {
            let isForWriting =
                switch run {
                case .action(let action): action.isForWriting
                case .open(let destination), .show(let destination, _): destination.isForWriting
                }
            return isForWriting ? context.writeRefusal?.text ?? refusal : refusal
        }
    }

    private(set) var editor = TextEditor()
    private(set) var commands: [Command]
    private(set) var found: [Command]
    private(set) var selected = 0
    /// Whose records can be added, until they are known.
    private(set) var subject: OrganisationID?

    /// - Parameters:
    ///   - bindings: of the screen below.
    ///   - subject: whose records can be added there.
    ///   - elsewhere: what other screens can do.
    init(over bindings: [Binding], of subject: OrganisationID?, elsewhere: [Command] = [], _ context: Context) {
        self.subject = subject
        let bindings = bindings.filter { !PaletteLayer.plain.contains($0.action) }
        commands = bindings.map { binding in
            Command(
                label: binding.label, key: binding.keyLabel, run: .action(binding.action), refusal: binding.refusal,
                names: PaletteLayer.names(binding.label))
        }
        commands += context.themes.entries().map { entry in
            let label = LocalizedText(ja: "テーマ：" + entry.label.ja, en: "theme " + entry.label.en)
            return Command(
                label: label, key: "", run: .action(.theme(entry.name)),
                names: PaletteLayer.names(label) + [entry.name, "配色", "はいしょく"]
            )
        }
        let files: [(LocalizedText, Action)] = [
            (LocalizedText(ja: "取り込み", en: "import"), .importFile),
            (LocalizedText(ja: "書き出し台帳", en: "export ledger"), .exports),
        ]
        commands += files.map { label, action in
            Command(label: label, key: "", run: .action(action), names: PaletteLayer.names(label))
        }
        commands += AdditionLayer.everywhere.map(PaletteLayer.command)
        commands += context.catalogue.indicators.map { indicator in
            let label = LocalizedText(
                ja: "内訳：\(indicator.id) \(indicator.label.ja)", en: "explain \(indicator.id) \(indicator.label.en)")
            return Command(label: label, key: "", run: .open(.explain(indicator.id)), names: PaletteLayer.names(label))
        }
        let here = Set(bindings.map { PaletteLayer.names($0.label) })
        commands += elsewhere.filter { !here.contains($0.names) }
        found = commands
    }

    private static func command(_ addition: AdditionLayer.Option) -> Command {
        let label = LocalizedText(ja: "新規：" + addition.label.ja, en: "new " + addition.label.en)
        return Command(
            label: label, key: "", run: .open(addition.destination),
            names: PaletteLayer.names(addition.label) + PaletteLayer.names(label))
    }

    /// Moving about is no command.
    static let plain: Set<Action> = [.up, .down, .left, .right, .pageUp, .pageDown, .first, .last, .palette]

    static func names(_ label: LocalizedText) -> [String] {
        [label.ja, label.en, KanaName.of(label.ja), kanji(label.ja)].map(Folding.searchKey).filter { !$0.isEmpty }
    }

    /// Without hiragana: 取込, 取込み and 取り込み are one word.
    private static func kanji(_ text: String) -> String {
        String(text.filter { !$0.unicodeScalars.allSatisfy { (0x3041...0x3096).contains($0.value) } })
    }

    var takesText: Bool { true }
    var isLayer: Bool { true }

    func bindings(_ context: Context) -> [Binding] {
        [
            Binding(
                [.enter], .open, "実行", "run", isInFooter: true, refusal: found.isEmpty ? Refusal.nothingSelected : nil),
            Binding([.escape, .control("c")], .close, "閉じる", "close", isInFooter: true),
            Binding([.down, .control("n")], .down, "下へ", "down", isInFooter: true),
            Binding([.up, .control("p")], .up, "上へ", "up", isInFooter: true),
            Binding([.control("l")], .repaint, "再描画", "repaint"),
        ]
    }

    mutating func update(_ event: Event, _ context: Context) -> [Effect] {
        switch event {
        case .action(.close): return [.close]
        case .action(.down): selected = min(selected + 1, max(0, found.count - 1))
        case .action(.up): selected = max(0, selected - 1)
        case .action(.repaint): return [.repaint]
        case .action(.open):
            guard found.indices.contains(selected) else { return [] }
            if let refusal = found[selected].refusal(context) {
                return [.say(Message(.error, refusal(context.language)))]
            }
            switch found[selected].run {
            case .action(let action): return [.pass(action)]
            case .open(let destination): return [.close, .open(destination)]
            case .show(let page, let hint):
                return [.close, .open(page), .say(Message(.hint, hint(context.language)))]
            }
        // Where it is read out, what can be done anywhere can be done instead of choosing.
        case .action(let action): return PageActions.effects(for: action, at: nil, context).map { [.close] + $0 } ?? []
        case .key(let key):
            if editor.press(key) { find() }
        default: break
        }
        return []
    }

    mutating func load(from desk: any DeskReader, _ context: Context) throws {
        guard let subject, let file = try desk.file(of: subject) else { return }
        self.subject = nil
        // About the organisation in sight rather than about anybody.
        let additions = AdditionLayer.options(of: file).map(PaletteLayer.command)
        let labels = Set(additions.map(\.label))
        commands = additions + commands.filter { !labels.contains($0.label) }
        find()
    }

    private mutating func find() {
        selected = 0
        let words = Folding.typed(editor.text).split(separator: " ").map { Folding.searchKey(String($0)) }
        guard !words.isEmpty else {
            found = commands
            return
        }
        let matching = commands.filter { command in
            words.allSatisfy { word in
                let bare = PaletteLayer.kanji(word)
                return command.names.contains { $0.contains(word) || bare.count > 1 && $0.contains(bare) }
            }
        }
        // What was typed whole comes before what only begins with it, and that before the rest.
        let whole = words.joined()
        let ranks = matching.map { command in
            command.names.contains(whole)
                ? 0
                : [whole, words[0]].firstIndex { start in command.names.contains { $0.hasPrefix(start) } }.map {
                    $0 + 1
                }
                    ?? 3
        }
        found = (0...3).flatMap { rank in zip(matching, ranks).filter { $0.1 == rank }.map(\.0) }
    }

    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        let language = context.language
        let box = ListBox.frame(in: area)
        let inner = ListBox.draw(box, title: language("コマンド", "Commands"), on: &canvas, context)
        let (line, list) = inner.split(top: 1)
        canvas.put(": ", x: line.x, y: line.y, style: Style(.accent, on: .popup, isBold: true))
        let cursor = editor.draw(
            on: &canvas, in: Rect(x: line.x + 2, y: line.y, width: line.width - 2, height: line.height),
            style: Style(.text, on: .focus), glyphs: context.glyphs)
        let (_, rows) = list.split(top: list.height > 4 ? 1 : 0)
        if found.isEmpty {
            canvas.put(language("見つかりません", "nothing found"), x: rows.x, y: rows.y, style: Style(.muted, on: .popup))
        }
        let top = max(0, selected - rows.height + 1)
        for (offset, command) in found.dropFirst(top).prefix(rows.height).enumerated() {
            let surface: Surface = top + offset == selected ? .selection : .popup
            let row = Rect(x: rows.x, y: rows.y + offset, width: rows.width, height: 1)
            canvas.fill(row, style: Style(.text, on: surface))
            canvas.touch(row, down: top + offset - selected)
            var text = command.label(language)
            let refusal = command.refusal(context)
            if let refusal { text += language("：", ": ") + refusal(language) }
            canvas.put(
                clipped(text, to: row.width - cellWidth(command.key) - 2, ellipsis: context.glyphs.ellipsis), x: row.x,
                y: row.y, style: Style(refusal == nil ? .text : .muted, on: surface))
            canvas.put(command.key, endingAt: row.right, y: row.y, style: Style(.key, on: surface))
        }
        return cursor
    }
}

/// A box near the top of the screen with a line to type in and what was found below it.
enum ListBox {
    static func frame(in area: Rect) -> Rect {
        let size = Size(width: min(84, area.width - 2), height: min(22, area.height))
        return Rect(x: area.x + (area.width - size.width) / 2, y: area.y, width: size.width, height: size.height)
    }

    /// - Returns: the room inside.
    static func draw(_ box: Rect, title: String, on canvas: inout Canvas, _ context: Context) -> Rect {
        canvas.clearSlivers(beside: box)
        canvas.fill(box, style: Style(.text, on: .popup))
        canvas.box(
            box, title: title, style: Style(.border, on: .popup), titleStyle: Style(.accent, on: .popup, isBold: true),
            glyphs: context.glyphs)
        return box.inset(x: 2, y: 1)
    }
}
