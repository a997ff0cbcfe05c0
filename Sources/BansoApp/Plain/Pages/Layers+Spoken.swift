import BansoDomain

extension AdditionLayer: Spoken {
    func spokenTitle(_ context: Context) -> String {
        Speech.joined([context.language("何を登録しますか", "what is to be added?"), name], context)
    }

    func spokenLines(_ context: Context) -> [SpokenLine] {
        options.map { SpokenLine($0.label(context.language), .perform([.close, .open($0.destination)])) }
    }
}

extension EntryLayer: Spoken {
    func spokenTitle(_ context: Context) -> String {
        context.language(
            options.isEmpty ? "登録できるパイプラインはもうありません" : "どのパイプラインに登録しますか",
            options.isEmpty ? "it is in every pipeline already" : "into which pipeline?")
    }

    func spokenLines(_ context: Context) -> [SpokenLine] {
        options.enumerated().map { place, option in
            let text = Speech.joined(
                [
                    option.pipeline.id.text + " " + option.pipeline.label(context.language),
                    option.side?.label(context.language) ?? "",
                ], context)
            return SpokenLine(text, .row(place))
        }
    }
}

/// What several commands of one name are chosen from.
extension PaletteLayer: Spoken {
    func spokenTitle(_ context: Context) -> String {
        context.language("どれですか、\(found.count)件", "which one? \(found.count) fit")
    }

    func spokenLines(_ context: Context) -> [SpokenLine] {
        found.map { command in
            switch command.run {
            case .action(let action): SpokenLine(command.label(context.language), .perform([.pass(action)]))
            case .open(let destination), .show(let destination, _):
                SpokenLine(command.label(context.language), .perform([.close, .open(destination)]))
            }
        }
    }
}
