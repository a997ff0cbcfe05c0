/// How well bytes read as CP932.
struct CP932Evidence {
    /// Those of two bytes.
    private(set) var characters = 0
    /// Those of them that few names have: the kanji of JIS's second level, and what firms made themselves.
    private(set) var rare = 0
    private(set) var errors = 0
    /// Where the first one stands, counted from the first byte that was added.
    private(set) var firstError: Int?
    private let table: CP932Table
    private var offset = 0
    /// The first byte of a character that is open.
    private var lead: UInt8?

    /// - Throws: `ImportProblem.encodingUnavailable`.
    init() throws(ImportProblem) { table = try CP932Table() }

    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        for byte in bytes {
            if let first = lead {
                lead = nil
                if table.codes[Int(first) << 8 | Int(byte)] != 0 {
                    characters += 1
                    if first >= 0xE0 { rare += 1 }
                } else {
                    fail(at: offset - 1)
                    begin(byte)
                }
            } else if byte >= 0x80 {
                begin(byte)
            }
            offset += 1
        }
    }

    /// A character that the end of the file cuts off is an error.
    mutating func finish() {
        if lead != nil { fail(at: offset - 1) }
    }

    private mutating func begin(_ byte: UInt8) {
        if table.isLead[Int(byte)] {
            lead = byte
        } else if byte >= 0x80, table.codes[Int(byte)] == 0 {
            fail(at: offset)
        }
    }

    private mutating func fail(at place: Int) {
        errors += 1
        firstError = firstError ?? place
    }
}
