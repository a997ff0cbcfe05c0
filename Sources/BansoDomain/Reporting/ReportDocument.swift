import Foundation

extension MonthlyReport {
    /// The report as one canonical text: JSON with its keys in order, so that equal reports are equal text and the hash
    /// over it can be checked by anybody.
    public var document: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else { preconditionFailure("a report has only texts and numbers") }
        return String(decoding: data, as: UTF8.self)
    }

    /// Reads what `document` wrote.
    /// - Throws: `DecodingError`.
    public init(document: String) throws {
        self = try JSONDecoder().decode(MonthlyReport.self, from: Data(document.utf8))
    }
}

// Values as one text each, as people write them.

extension Name: Codable {
    public init(from decoder: any Decoder) throws { text = try decoder.singleValueContainer().decode(String.self) }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension FiscalMonth: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let month = FiscalMonth(iso: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no month")
        }
        self = month
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}

extension RecordKey: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let parts = try container.decode(String.self).split(separator: ":")
        guard parts.count == 2, let kind = RecordKind(rawValue: String(parts[0])), let id = Int64(parts[1]) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no record")
        }
        self.init(kind, id)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
