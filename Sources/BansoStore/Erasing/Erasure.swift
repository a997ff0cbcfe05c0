import BansoDomain

/// What was erased of somebody, or would be: everything that a certificate says, and nothing that was erased but the
/// spellings, which are for finding what lies elsewhere and go nowhere.
public struct Erasure: Hashable, Sendable {
    /// A field in which they were named, of a record that isn't about them.
    public struct Mention: Hashable, Sendable {
        public var record: RecordKey
        public var field: LocalizedText
    }

    /// How their name, and what reaches them, was written.
    public var spellings: [String] = []
    /// The records that are about them, themselves among them.
    public var records: Set<RecordKey> = []
    /// How many of them were changed or removed, and how many of their fields said anything.
    public var changed = 0
    public var fields = 0
    public var mentions: [Mention] = []
    /// When their data was erased before, and by whom.
    public struct Earlier: Hashable, Sendable {
        /// Seconds since 1970.
        public var at: Double
        public var by: String
        /// How many records were changed or removed.
        public var records: Int
    }

    public var earlier: [Earlier] = []
    /// Entries of the audit trail whose texts went.
    public var entries = 0
    /// Entries of the export ledger in which they were named.
    public var exports = 0
    /// How many files left the desk since they were entered.
    public var filesOut = 0
    /// Spellings that other records have as their own, and that therefore stand where they stood.
    public var shared = 0
    /// Frozen reports that name them: what was handed in stays.
    public var reports: [RecordKey] = []
    public var headBefore: AuditHead?
    public var headAfter: AuditHead?
    /// Seconds since 1970.
    public var at: Double = 0
    /// How many spellings were looked for in the bytes of how many files afterwards, and which files had any.
    public var sought = 0
    public var files = 0
    public var found: [String] = []

    /// Whether nothing was left to erase: it was done before.
    public var isEmpty: Bool { changed == 0 && mentions.isEmpty && entries == 0 && exports == 0 }
}
