import BansoDomain

/// Several new records begun in one form: the next call comes while the first is not finished.
extension FormScreen {
    /// The next draft of this form; after the last one another new record. Nil where there is neither.
    func other(_ context: Context) -> FormRequest? {
        guard request.record == nil else { return nil }
        let waiting = waiting(context)
        if let next = waiting.first(where: { $0.number > request.number }) { return next }
        return isFromDraft ? request.anew(besides: waiting + [request]) : waiting.first
    }

    /// The other drafts of this form.
    private func waiting(_ context: Context) -> [FormRequest] {
        context.drafts.keys.filter { $0.isSameForm(as: request) && $0 != request }.sorted { $0.number < $1.number }
    }

    func otherBinding(_ context: Context) -> [Binding] {
        guard let other = other(context) else { return [] }
        return context.drafts[other] == nil
            ? [Binding([.control("o")], .otherDraft, "別に新規", "another new one", isInFooter: true)]
            : [Binding([.control("o")], .otherDraft, "下書きを開く", "open the draft", isInFooter: true)]
    }

    /// That it goes on from a draft, or that another one waits.
    func draftNote(_ context: Context) -> String {
        let language = context.language
        if isFromDraft { return language("下書きの続きです。", "From your draft. ") }
        guard let draft = other(context).flatMap({ context.drafts[$0] }) else { return "" }
        let title = draft.title(context)
        return title.isEmpty
            ? language("下書きがあります（Ctrl-O で開く）。", "A draft waits (Ctrl-O opens it). ")
            : language("下書き「\(title)」があります（Ctrl-O で開く）。", "The draft '\(title)' waits (Ctrl-O opens it). ")
    }
}
