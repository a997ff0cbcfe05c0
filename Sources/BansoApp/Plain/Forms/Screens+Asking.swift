import BansoDomain

extension FormScreen: Asking {
    var questions: Form { form ?? Form([]) }

    func askedTitle(_ context: Context) -> String { Speech.paused(title(context.language), context) }
}

extension SeveralLayer: Asking {
    var questions: Form { form }

    func askedTitle(_ context: Context) -> String {
        let language = context.language
        let (count, names) = (entries.count, names.prefix(3))
        let rest = count - names.count
        return Speech.joined(
            [
                language("選択した\(count)件を変更", count == 1 ? "change 1 card" : "change \(count) cards at once")
            ] + names + [rest > 0 ? language("ほか\(rest)件", "and \(rest) more") : ""], context)
    }

    func lastQuestion(_ context: Context) -> String {
        context.language("\(entries.count)件を変更しますか。y 変更", "change all \(entries.count)? y changes them")
    }

    func refusal(_ context: Context) -> LocalizedText? { goneRefusal }
}

extension FilterLayer: Asking {
    var questions: Form { form ?? Form([]) }
    var asksAtOnce: Bool { saved.isEmpty || isFromDraft }

    func askedTitle(_ context: Context) -> String {
        context.language(
            "\(pipeline.id.text) の絞り込み。保存名を入れると保存もします", "filter \(pipeline.id.text); with a name it is saved too")
    }

    func lastQuestion(_ context: Context) -> String {
        context.language("絞り込みますか。y 絞り込む", "filter? y does")
    }
}
