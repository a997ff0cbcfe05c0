/// Reads RFC 4180 records from a file, one at a time, as bytes.
///
/// Our own and not SwiftCSV, because that one holds the whole file as one `String`: here a gigabyte streams through 64 KiB,
/// fields stay bytes until somebody needs them (so that a wrong byte is told by row and column), and every record knows
/// its line.
///
/// Records are split before decoding. That is safe in UTF-8, and in CP932 too: its trail bytes are 0x40–0x7E and 0x80–0xFC.
/// They can be a backslash (表 is 0x95 0x5C) or a bar, but never a quote (0x22), a comma (0x2C), CR, LF or NUL.
final class CSVReader {
    private enum State { case fieldStart, unquoted, quoted, afterQuote, carriageReturn }

    private let file: FileBytes
    private let limits: CSVLimits
    private let countsRecords: Bool
    private var position = 0
    private var line = 1

    /// - Parameter countsRecords: whether lines are told by their records, without the line breaks inside quotes.
    init(_ file: FileBytes, limits: CSVLimits = CSVLimits(), countsRecords: Bool = false) {
        self.file = file
        self.limits = limits
        self.countsRecords = countsRecords
    }

    /// Goes to a record by where it starts.
    func go(to place: Int, line: Int) throws(ImportError) {
        try file.seek(to: place)
        (position, self.line) = (0, line)
    }

    /// Reads the next record. Lines end in LF or CRLF; line breaks inside quotes belong to the field.
    /// - Returns: false at the end of the file.
    /// - Throws: `ImportError` where nothing after this place can be trusted: a quote that is never closed, NUL, a limit.
    func next(into record: inout CSVRecord) throws(ImportError) -> Bool {
        record.begin(line: line, place: file.bytesRead - file.count + position)
        var state = State.fieldStart
        var quoteLine = line
        var isBeforeFirstByte = true
        while true {
            if position == file.count {
                position = 0
                guard try file.refill() else {
                    if state == .quoted { throw problem(.unclosedQuote(line: quoteLine)) }
                    if isBeforeFirstByte { return false }
                    if state == .unquoted { record.dropCarriageReturn() }
                    try endField(&record)
                    return true
                }
            }
            isBeforeFirstByte = false
            let byte = file.buffer[position]
            switch state {
            case .fieldStart:
                if byte == 0x22 {
                    position += 1
                    quoteLine = line
                    record.openQuote()
                    state = .quoted
                } else {
                    state = .unquoted
                }
            case .unquoted:
                guard let stop = try take(&record, isQuoted: false) else { continue }
                if stop == 0x22 {
                    record.note(.strayQuote(column: record.columns + 1))
                    record.append(stop)
                } else {
                    if stop == 0x0A { record.dropCarriageReturn() }
                    if try end(&record, at: stop) { return true }
                    state = .fieldStart
                }
            case .quoted:
                guard let stop = try take(&record, isQuoted: true) else { continue }
                if stop == 0x22 {
                    state = .afterQuote
                } else {
                    if !countsRecords { line += 1 }
                    record.append(stop)
                }
            case .afterQuote, .carriageReturn:
                switch (byte, state) {
                case (0x22, .afterQuote):
                    position += 1
                    record.append(byte)
                    state = .quoted
                case (0x0D, .afterQuote):
                    position += 1
                    state = .carriageReturn
                case (0x0A, _), (0x2C, .afterQuote):
                    position += 1
                    if try end(&record, at: byte) { return true }
                    state = .fieldStart
                default:
                    record.note(.afterQuote(column: record.columns + 1))
                    state = .unquoted
                }
            }
        }
    }

    /// Moves the bytes up to the next one that means something into the open field.
    /// - Returns: that byte, already passed; nil where the buffer ends first.
    private func take(_ record: inout CSVRecord, isQuoted: Bool) throws(ImportError) -> UInt8? {
        let bytes = file.buffer
        let end = file.count
        var index = position
        if isQuoted {
            while index < end {
                let byte = bytes[index]
                if byte <= 0x22, byte == 0x22 || byte == 0x0A || byte == 0 { break }
                index += 1
            }
        } else {
            while index < end {
                let byte = bytes[index]
                if byte <= 0x2C, byte == 0x2C || byte == 0x22 || byte == 0x0A || byte == 0 { break }
                index += 1
            }
        }
        if index > position {
            record.append(UnsafeBufferPointer(start: bytes + position, count: index - position))
        }
        if record.fieldCount > limits.fieldBytes {
            throw problem(.fieldTooLong(line: line, column: record.columns + 1, limit: limits.fieldBytes))
        }
        if record.byteCount > limits.recordBytes {
            throw problem(.recordTooLong(line: record.line, limit: limits.recordBytes))
        }
        position = index
        guard index < end else { return nil }
        if bytes[index] == 0 { throw problem(.nul(line: line)) }
        position += 1
        return bytes[index]
    }

    /// Ends the open field at a comma or a line end.
    /// - Returns: whether the record ends with it.
    private func end(_ record: inout CSVRecord, at stop: UInt8) throws(ImportError) -> Bool {
        try endField(&record)
        if stop == 0x0A { line += 1 }
        return stop == 0x0A
    }

    private func endField(_ record: inout CSVRecord) throws(ImportError) {
        record.endField()
        if record.columns > limits.columns {
            throw problem(.tooManyColumns(line: record.line, limit: limits.columns))
        }
    }

    private func problem(_ problem: ImportProblem) -> ImportError { ImportError(path: file.path, problem: problem) }
}
