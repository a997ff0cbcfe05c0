import BansoDomain

/// How one column of a table of records comes from a record. What doesn't depend on the record is worked out once.
enum RecordCell {
    case own
    /// A number, a text or a day as it is.
    case plain(Int)
    /// By its token.
    case choice(Int, [String: String])
    case tags(Int, [String: String], separator: String)
    case tokens(Int)
    case flag(Int)
    case time(Int)
    /// By its code.
    case prefecture(Int, [String])
    /// The title of the nth reference.
    case title(Int)
    /// By its label; the pipeline stands in another field.
    case stage(Int, pipeline: Int, StageWords, Language)
    case nothing

    init(_ content: FileColumn.Content, of fields: [RecordField], _ language: Language) {
        switch content {
        case .own: self = .own
        case .number(let index): self = .plain(index)
        case .name(let index): self = .title(fields[..<index].count { $0.isReference })
        case .corporateNumber, .nextAction, .nextDue: self = .nothing
        case .value(let index): self = RecordCell(valueOf: fields[index], at: index, language)
        }
    }

    /// As a program reads it.
    init(tokenOf field: RecordField, at index: Int) {
        switch field.kind {
        case .tags: self = .tokens(index)
        case .flag: self = .flag(index)
        default: self = .plain(index)
        }
    }

    private init(valueOf field: RecordField, at index: Int, _ language: Language) {
        func labels(_ choices: [Choice]) -> [String: String] {
            Dictionary(choices.map { ($0.token, $0.label(language)) }) { first, _ in first }
        }
        switch field.kind {
        case .choice(let choices): self = .choice(index, labels(choices))
        case .tags(let choices): self = .tags(index, labels(choices), separator: language("、", ", "))
        case .flag: self = .flag(index)
        case .time: self = .time(index)
        case .prefecture: self = .prefecture(index, (0...47).map { Prefecture(code: $0)?.name(language) ?? "" })
        default: self = .plain(index)
        }
    }

    func cell(of record: TitledRecord) -> TableCell {
        switch self {
        case .own: return .number(record.id)
        case .plain(let index):
            switch record.values[index] {
            case .none: return .empty
            case .number(let number): return .number(number)
            case .text(let text): return .text(text)
            case .day(let day): return .day(day)
            }
        case .choice(let index, let labels):
            guard let token = record.values[index].text else { return .empty }
            return .text(labels[token] ?? token)
        case .tags(let index, let labels, let separator):
            guard let tokens = record.values[index].text, !tokens.isEmpty else { return .text("") }
            return .text(
                tokens.split(separator: " ").map { labels[String($0)] ?? String($0) }.joined(separator: separator))
        case .tokens(let index):
            return .list((record.values[index].text ?? "").split(separator: " ").map(String.init))
        case .flag(let index): return record.values[index].number.map { .flag($0 != 0) } ?? .empty
        case .time(let index):
            return record.values[index].number.flatMap { ClockTime(minutes: Int($0)) }.map { .time($0) } ?? .empty
        case .prefecture(let index, let names):
            guard let code = record.values[index].number, names.indices.contains(Int(code)) else { return .empty }
            return .text(names[Int(code)])
        case .title(let place): return record.titles[place].isEmpty ? .empty : .text(record.titles[place])
        case .stage(let index, let pipeline, let words, let language):
            guard let stage = record.values[index].text else { return .empty }
            return .text(words.label(of: stage, in: record.values[pipeline].text ?? "", language))
        case .nothing: return .empty
        }
    }
}

extension RecordField {
    public var isReference: Bool {
        if case .reference = kind { true } else { false }
    }
}
