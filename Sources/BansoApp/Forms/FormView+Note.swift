import BansoDomain
import TerminalUI

/// The line below a field: what was understood, a hint, or what is wrong.
extension FormView {
    /// - Parameters:
    ///   - isLabelCut: there was no room for the whole label; the focused field has it here.
    ///   - help: what the field asks in full.
    func note(
        for index: Int, isFocused: Bool, isLabelCut: Bool, help: [String]?, on canvas: inout Canvas, in line: Rect
    ) {
        let field = form.fields[index]
        let language = context.language
        if let help, field.error == nil, !field.isKeyRefused {
            for (offset, text) in help.prefix(line.height).enumerated() {
                canvas.put(text, x: line.x, y: line.y + offset, style: Style(.muted))
            }
            return
        }
        var text = ""
        if isFocused {
            text =
                isLabelCut
                ? field.field.label(language) : wideChoice(of: field, line) ?? FieldHint.text(for: field)(language)
        }
        var style = Style(.muted)
        switch (field.error ?? (field.isKeyRefused ? FieldHint.text(for: field) : nil), understood[index] ?? .empty) {
        case (let error?, _):
            text = context.glyphs.warning + " " + error(language)
            style = Style(.error)
        case (nil, .fine(let understood, let isUnusual)) where !understood.isEmpty && understood != field.editor.text:
            text = understood
            style = Style(isUnusual ? .warning : .good)
        case (nil, .wrong(let reason)) where !isFocused:
            text = context.glyphs.warning + " " + reason(language)
            style = Style(.warning)
        default: break
        }
        canvas.put(
            clippedOutsideBrackets(text, to: line.width, ellipsis: context.glyphs.ellipsis), x: line.x, y: line.y,
            style: style)
    }

    /// The choice with the cursor, where the field is too narrow for it.
    private func wideChoice(of field: FormField, _ line: Rect) -> String? {
        guard case .options(let choices) = field.input, choices.indices.contains(field.place) else { return nil }
        let label = choices[field.place].label(context.language)
        return cellWidth(label) + 4 > line.width - FormView.margin ? label : nil
    }
}
