import BansoDomain
import TerminalUI

/// A form beside how it was before anything was typed. What was typed since is a draft: Esc keeps it, Ctrl-X takes it away and
/// brings it back.
struct DraftedForm: Hashable {
    struct Contents: Hashable {
        var form: Form
        /// The record that is typed over, with its version; nil where there is none.
        var base: Record?
        var version: Int?
    }

    let request: FormRequest
    var now: Contents
    private let blank: Contents
    /// What was put aside by hand.
    private(set) var discarded: Contents?
    /// Whether it began with what was typed the last time.
    let isFromDraft: Bool

    /// - Parameters:
    ///   - blank: the form as it is without anything typed.
    ///   - draft: what was typed the last time and not saved: what it was typed over is what it is compared with.
    init(_ request: FormRequest, blank: Contents, draft: Draft? = nil) {
        self.request = request
        self.blank = blank
        now = blank
        isFromDraft = draft != nil
        guard let draft else { return }
        now.form.fill(draft.texts)
        if let base = draft.base, let version = draft.version { (now.base, now.version) = (base, version) }
    }

    var isTyped: Bool { now.form.texts != blank.form.texts }

    /// - Parameter subject: what is settled or edited, as people know it.
    func draft(about subject: String) -> Draft? {
        guard isTyped else { return nil }
        return Draft(
            request: request, subject: subject, base: request.record == nil ? nil : now.base, version: now.version,
            texts: now.form.texts)
    }

    /// Begins anew; the same key brings back what was typed.
    /// - Returns: whether anything was there to take away or bring back.
    mutating func discard() -> Bool {
        let typed = now
        guard isTyped || discarded != nil else { return false }
        (now, discarded) = isTyped ? (blank, typed) : (discarded ?? blank, nil)
        return true
    }

    /// Esc keeps what was typed.
    func leave(_ context: Context) -> [Effect] {
        guard isTyped else { return [.close, .forgetDraft(request)] }
        let note = context.language("下書きを残しました（開き直すと続きから）", "kept as a draft: open it again to go on")
        return [.close, .say(Message(.hint, note))]
    }

    /// To leave, and to discard where there is anything to.
    var bindings: [Binding] {
        if isTyped {
            return [
                Binding(Self.away, .close, "下書きにして戻る", "leave as a draft", isInFooter: true),
                Binding([.control("x")], .discard, "入力を消す", "discard", isInFooter: true),
            ]
        }
        let back = Binding([.control("x")], .discard, "消した入力を戻す", "bring it back", isInFooter: true)
        return Self.leaving + (discarded == nil ? [] : [back])
    }

    /// To leave where nothing is typed.
    static let leaving = [Binding(away, .close, "戻る", "leave", isInFooter: true)]

    private static let away: [Key] = [.escape, .control("c")]
}
