import BansoDomain

/// What was typed in a form and not saved.
public struct Draft: Hashable, Sendable {
    public var request: FormRequest
    /// What is settled or edited, as people know it; empty where nothing is.
    public var subject: String
    /// The record as it was when the form was opened, with its version; nil for a new one.
    public var base: Record?
    public var version: Int?
    /// What the fields say, by name.
    public var texts: [String: String]

    public init(
        request: FormRequest, subject: String = "", base: Record?, version: Int?, texts: [String: String]
    ) {
        self.request = request
        self.subject = subject
        self.base = base
        self.version = version
        self.texts = texts
    }
}

extension Draft {
    /// Whether nothing but the number of the form tells them apart.
    public func isTwin(of other: Draft) -> Bool {
        var same = self
        same.request.number = other.request.number
        return same == other
    }
}

/// Where the text of forms waits that were not saved: on disk, so that it outlives a dropped line and a crash.
public protocol DraftKeeper: AnyObject {
    /// What was saved, with what other programs of the person left behind. Of a form that there is but one of, like that of
    /// a record, another draft waits until it is free; new records that were begun in one form are told apart by a number.
    func load() -> [Draft]
    /// Puts these in the place of those that were saved before.
    func save(_ drafts: [Draft]) throws(KeepingError)
}

extension Draft: Codable {
    private enum Key: String, CodingKey {
        case kind, record, several, given, suggested, number, subject, base, version, texts
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        guard let kind = RecordKind(rawValue: try values.decode(String.self, forKey: .kind)) else {
            throw DecodingError.dataCorruptedError(
                forKey: .kind, in: values, debugDescription: "no such kind of record")
        }
        let given = try values.decode([String: FieldValue].self, forKey: .given)
        let base = try values.decodeIfPresent([String: FieldValue].self, forKey: .base).map { fields in
            Record(kind, values: kind.fields.map { fields[$0.id] ?? $0.initial })
        }
        self.init(
            request: FormRequest(
                kind, record: try values.decodeIfPresent(Int64.self, forKey: .record),
                several: try values.decodeIfPresent([Int64].self, forKey: .several) ?? [], given: given,
                suggested: try values.decodeIfPresent([String: FieldValue].self, forKey: .suggested) ?? [:],
                number: try values.decodeIfPresent(Int.self, forKey: .number) ?? 0),
            subject: try values.decodeIfPresent(String.self, forKey: .subject) ?? "", base: base,
            version: try values.decodeIfPresent(Int.self, forKey: .version),
            texts: try values.decode([String: String].self, forKey: .texts))
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(request.kind.rawValue, forKey: .kind)
        try values.encodeIfPresent(request.record, forKey: .record)
        if !request.several.isEmpty { try values.encode(request.several, forKey: .several) }
        try values.encode(request.given, forKey: .given)
        try values.encode(request.suggested, forKey: .suggested)
        if request.number > 0 { try values.encode(request.number, forKey: .number) }
        try values.encode(subject, forKey: .subject)
        try values.encodeIfPresent(
            base.map { base in Dictionary(uniqueKeysWithValues: zip(base.kind.fields.map(\.id), base.values)) },
            forKey: .base)
        try values.encodeIfPresent(version, forKey: .version)
        try values.encode(texts, forKey: .texts)
    }
}
