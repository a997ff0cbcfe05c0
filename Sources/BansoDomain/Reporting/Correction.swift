/// What has changed in a month after it was reported. The month's own report stays; this stands in the next one.
public struct Correction: Hashable, Sendable, Codable {
    public var month: FiscalMonth
    /// The numbers that are other ones now; none where only what was written or who was there has changed.
    public var figures: [FigureChange]
    /// The changed records, by when they were changed.
    public var causes: [CorrectionCause]
    /// How many more there are than `causes` has.
    public var further: Int

    public init(month: FiscalMonth, figures: [FigureChange], causes: [CorrectionCause] = [], further: Int = 0) {
        self.month = month
        self.figures = figures
        self.causes = causes
        self.further = further
    }

    /// The numbers that differ, in the order of `now`; those that aren't there any more come last.
    public static func changes(from reported: [ReportFigure], to now: [ReportFigure]) -> [FigureChange] {
        let was = Dictionary(reported.map { ($0.key, $0.value) }) { first, _ in first }
        let keys = Set(now.map(\.key))
        let gone = reported.filter { !keys.contains($0.key) }.map {
            ReportFigure(key: $0.key, label: $0.label, value: 0)
        }
        return (now + gone).compactMap { figure in
            let before = was[figure.key] ?? 0
            guard before != figure.value else { return nil }
            return FigureChange(key: figure.key, label: figure.label, was: before, now: figure.value)
        }
    }
}

/// A number of a reported month that is another one now.
public struct FigureChange: Hashable, Sendable, Codable {
    public var key: String
    public var label: LocalizedText
    /// As it was last reported.
    public var was: Int
    public var now: Int

    public init(key: String, label: LocalizedText, was: Int, now: Int) {
        self.key = key
        self.label = label
        self.was = was
        self.now = now
    }
}

/// A change in what a reported month shows: which record, who, when and what.
public struct CorrectionCause: Hashable, Sendable, Codable {
    /// Seconds since 1970.
    public var at: Int
    public var by: String
    /// What was done, as the history calls it.
    public var action: LocalizedText
    /// Nil where no record was changed but a definition of the catalogue.
    public var record: RecordKey?
    /// What the record is known by; names of people are left out, because a report goes out and stays.
    public var title: String
    public var changes: [Change]
    /// Why, as a person wrote it (`RecordKind.correctionReason`, of a definition with its change); nil where nobody did.
    public var reason: String?

    /// A field that was changed.
    public struct Change: Hashable, Sendable, Codable {
        public var field: LocalizedText
        /// Nil where the record was added.
        public var before: LocalizedText?
        /// Nil where it was deleted.
        public var after: LocalizedText?

        public init(field: LocalizedText, before: LocalizedText?, after: LocalizedText?) {
            self.field = field
            self.before = before
            self.after = after
        }
    }

    public init(
        at: Int, by: String, action: LocalizedText, record: RecordKey?, title: String, changes: [Change] = [],
        reason: String? = nil
    ) {
        self.at = at
        self.by = by
        self.action = action
        self.record = record
        self.title = title
        self.changes = changes
        self.reason = reason
    }

    /// The reason on one line.
    public var reasonLine: String? {
        reason.map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") }
    }

    /// Whether it is still to be said why: a changed definition says it itself.
    public var lacksReason: Bool { record != nil && reason == nil }
}

extension CorrectionCause {
    /// Two versions of a text, of long ones from shortly before the place where they begin to differ; nil where there is
    /// none.
    public static func excerpts(
        _ before: String?, _ after: String?
    ) -> (before: LocalizedText?, after: LocalizedText?) {
        let common = zip(before ?? "", after ?? "").prefix { $0 == $1 }.count
        let start = max(0, common - 10)
        func excerpt(_ text: String) -> LocalizedText {
            guard !text.isEmpty else { return LocalizedText(ja: "–", en: "–") }
            let rest = text.count <= longest ? Substring(text) : text.dropFirst(start)
            let cut = rest.count < text.count ? "…" : ""
            let shown = cut + rest.prefix(longest) + (rest.count > longest ? "…" : "")
            let line = shown.split(whereSeparator: \.isNewline).joined(separator: " ")
            return LocalizedText(ja: "「\(line)」", en: "'\(line)'")
        }
        return (before.map(excerpt), after.map(excerpt))
    }

    /// Characters of a text.
    private static let longest = 60
}
