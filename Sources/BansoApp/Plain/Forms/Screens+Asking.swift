import BansoDomain

extension FormScreen: Asking {
    var questions: Form { form ?? Form([]) }

    func askedTitle(_ context: Context) -> String { Speech.paused(title(context.language), context) }
}

extension SeveralLayer: Asking {
    var questions: Form { form }

    func askedTitle(_ context: Context) -> String {
        let language = context.language
        let names = cards.prefix(3).map(\.name)
        let rest = cards.count - names.count
        return Speech.joined(
            [
                language(
                    "選択した\(cards.count)件を変更", cards.count == 1 ? "change 1 card" : "change \(cards.count) cards at once"
                )
            ] + names + [rest > 0 ? language("ほか\(rest)件", "and \(rest) more") : ""], context)
    }

    func lastQuestion(_ context: Context) -> String {
        context.language("\(cards.count)件を変更しますか。y 変更", "change all \(cards.count)? y changes them")
    }

    func refusal(_ context: Context) -> LocalizedText? { goneRefusal }
}

extension FilterLayer: Asking {
    var questions: Form { form ?? Form([]) }
    var asksAtOnce: Bool { saved.isEmpty }

    func askedTitle(_ context: Context) -> String {
        context.language(
            "\(pipeline.id.text) の絞り込み。保存名を入れると保存もします", "filter \(pipeline.id.text); with a name it is saved too")
    }

    func lastQuestion(_ context: Context) -> String {
        context.language("絞り込みますか。y 絞り込む", "filter? y does")
    }
}
