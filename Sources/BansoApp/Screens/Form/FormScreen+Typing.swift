import BansoDomain
import TerminalUI

/// What is typed, and records that are made for a field.
extension FormScreen {
    mutating func press(_ key: Key, _ context: Context) -> [Effect] {
        guard let form, refusal(context) == nil else { return [] }
        let area = parts(of: form, in: context.body, context).fields
        let width = FormView.fieldWidth(form, in: area, context.language) - 1
        guard case .create(let kind, let name)? = self.form?.press(key, width: width, context.language) else {
            return []
        }
        let named = FormScreen.nameField(of: kind)
        guard FormScreen.isNameEnough(for: kind) else {
            var given: [String: FieldValue] = [:]
            if kind == .organisation, let only = request.kind.organisationKind { given["kind"] = .token(only) }
            return [.open(.form(FormRequest(kind, given: given, suggested: [named: .text(name)], isInside: true)))]
        }
        var record = Record(kind)
        record[named] = .text(name)
        return [.write(.add(record))]
    }

    static func nameField(of kind: RecordKind) -> String {
        kind == .event ? "theme" : kind == .posting ? "title" : "name"
    }

    /// Where a name is all that is needed, there is nothing more to ask.
    static func isNameEnough(for kind: RecordKind) -> Bool {
        kind != .organisation && kind != .talent
            && kind.fields.allSatisfy { $0.id == nameField(of: kind) || !$0.isRequired || $0.initial != .none }
    }

    /// Leaves this one as Esc does, and opens another of the same form.
    func openOther(_ context: Context) -> [Effect] {
        guard let other = other(context) else { return [] }
        let left: [Effect] = draft == nil ? [.close, .forgetDraft(request)] : [.close]
        return left + [.open(.form(other))]
    }

    mutating func discard() -> [Effect] {
        guard drafted?.discard() == true else { return [] }
        failure = nil
        return draft == nil ? [.forgetDraft(request)] : []
    }
}
