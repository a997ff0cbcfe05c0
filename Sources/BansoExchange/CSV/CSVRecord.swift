/// One record of a CSV file: its fields as bytes, without quotes. Reused from record to record.
struct CSVRecord {
    /// What breaks RFC 4180 in a record and leaves the next one readable.
    enum Fault: Hashable {
        /// A quote inside a field that does not begin with one.
        case strayQuote(column: Int)
        /// Something between the closing quote and the comma.
        case afterQuote(column: Int)
    }

    /// The line of the file it starts on; 1 for the first.
    private(set) var line = 0
    /// Where it starts, in bytes from the file's start.
    private(set) var place = 0
    /// The first one found.
    private(set) var fault: Fault?
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var fieldStart = 0
    private var hasQuotes = false

    var columns: Int { ends.count }

    /// Nothing but a line end.
    var isBlank: Bool { columns == 1 && ends[0] == 0 && !hasQuotes }

    /// Bytes of memory it holds.
    var capacity: Int { bytes.capacity + ends.capacity * MemoryLayout<Int>.stride }

    func isEmpty(_ column: Int) -> Bool { range(column).isEmpty }

    /// The bytes of a field; `column` is 0 for the first.
    func withField<Value, Failure>(
        _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        let range = range(column)
        return try bytes.withUnsafeBufferPointer { all throws(Failure) in
            try body(UnsafeBufferPointer(rebasing: all[range]))
        }
    }

    func field(_ column: Int) -> [UInt8] { Array(bytes[range(column)]) }

    func isField(_ column: Int, _ text: StaticString) -> Bool {
        withField(column) { field in
            field.elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
        }
    }

    private func range(_ column: Int) -> Range<Int> { (column == 0 ? 0 : ends[column - 1])..<ends[column] }
}

extension CSVRecord {
    var fieldCount: Int { bytes.count - fieldStart }
    var byteCount: Int { bytes.count }

    mutating func begin(line: Int, place: Int) {
        self.line = line
        self.place = place
        fault = nil
        fieldStart = 0
        hasQuotes = false
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }

    mutating func append(_ part: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: part) }
    mutating func append(_ byte: UInt8) { bytes.append(byte) }
    mutating func openQuote() { hasQuotes = true }

    mutating func endField() {
        ends.append(bytes.count)
        fieldStart = bytes.count
    }

    /// Drops the CR of a CRLF from the open field.
    mutating func dropCarriageReturn() {
        if bytes.count > fieldStart, bytes.last == 0x0D { bytes.removeLast() }
    }

    mutating func note(_ fault: Fault) {
        if self.fault == nil { self.fault = fault }
    }
}
