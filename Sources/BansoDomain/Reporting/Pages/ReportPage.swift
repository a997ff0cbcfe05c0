/// A report as it is read: headings, passages and tables. Screens, Markdown and documents are all drawn from it.
public struct ReportPage: Hashable, Sendable {
    public enum Block: Hashable, Sendable {
        /// Level 1 is the page's title.
        case heading(String, level: Int)
        /// A passage; line feeds begin a new line.
        case text(String)
        /// What is known, label by label.
        case facts([Fact])
        case table(Table)
        /// What follows begins on a sheet of its own.
        case newSheet
    }

    public struct Fact: Hashable, Sendable {
        public var label: String
        public var value: String

        public init(_ label: String, _ value: String) {
            self.label = label
            self.value = value
        }
    }

    public struct Table: Hashable, Sendable {
        public struct Column: Hashable, Sendable {
            public var heading: String
            public var isNumber: Bool

            public init(_ heading: String, isNumber: Bool = false) {
                self.heading = heading
                self.isNumber = isNumber
            }
        }

        public var columns: [Column]
        public var rows: [[String]]

        public init(_ columns: [Column], _ rows: [[String]]) {
            self.columns = columns
            self.rows = rows
        }
    }

    public var blocks: [Block]

    public init(_ blocks: [Block]) { self.blocks = blocks }

    /// One after another, each beginning a sheet.
    public static func joined(_ pages: [ReportPage]) -> ReportPage {
        ReportPage(Array(pages.map(\.blocks).joined(separator: [.newSheet])))
    }
}
