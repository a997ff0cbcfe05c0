import BansoDomain

/// What a person says about a file's headings, where they aren't those of a template: 会社名 is the name.
public struct ColumnMapping: Hashable, Sendable {
    public struct Pair: Hashable, Sendable {
        /// The file's heading.
        public var heading: String
        /// What the column is, by the name it has in a template of either language; `-` leaves it out.
        public var column: String

        public init(heading: String, column: String) {
            self.heading = heading
            self.column = column
        }

        /// `会社名=name`; nil where a side is missing. A heading may hold `=` itself.
        public init?(_ text: String) {
            guard let place = text.lastIndex(where: { $0 == "=" || $0 == "＝" }) else { return nil }
            let heading = Folding.stored(String(text[..<place]))
            let column = Folding.stored(String(text[text.index(after: place)...]))
            guard !heading.isEmpty, !column.isEmpty else { return nil }
            self.init(heading: heading, column: column)
        }

        public var text: String { "\(heading)=\(column)" }
    }

    public var pairs: [Pair]

    public init(_ pairs: [Pair] = []) { self.pairs = pairs }

    /// A pair a line, as `text` has them; what is none is left out.
    public init(text: String) { self.init(text.split(separator: "\n").compactMap { Pair(String($0)) }) }

    public var text: String { pairs.map(\.text).joined(separator: "\n") }

    /// What the column with this heading is said to be; nil where nothing is said.
    func column(for heading: String) -> String? {
        let folded = Folding.typed(heading)
        return pairs.first { Folding.typed($0.heading) == folded }?.column
    }
}
