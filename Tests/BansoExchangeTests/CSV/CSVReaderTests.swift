import Testing

@testable import BansoExchange

@Suite struct CSVReaderTests {
    private func read(_ text: String, limits: CSVLimits = CSVLimits()) throws -> [ReadRecord] {
        let file = try TemporaryFile(text)
        return try withExtendedLifetime(file) { try ReadRecord.all(file.path, limits: limits) }
    }

    private func problem(_ text: String, limits: CSVLimits = CSVLimits()) -> ImportProblem? {
        #expect(throws: ImportError.self) { try read(text, limits: limits) }?.problem
    }

    @Test func fieldsSplitAtCommasOutsideQuotes() throws {
        #expect(
            try read("a,b,\n\"x,y\",z,\"\"\n") == [ReadRecord(1, ["a", "b", ""]), ReadRecord(2, ["x,y", "z", ""])])
    }

    @Test func doubledQuotesAreOne() throws {
        #expect(try read("\"a \"\"b\"\"\",\"\"\"\"\n") == [ReadRecord(1, ["a \"b\"", "\""])])
    }

    @Test func linesEndInLFOrCRLFOrWithTheFile() throws {
        #expect(
            try read("a,b\r\n\"c\",\"d\"\r\ne,f\ng,h")
                == [
                    ReadRecord(1, ["a", "b"]), ReadRecord(2, ["c", "d"]), ReadRecord(3, ["e", "f"]),
                    ReadRecord(4, ["g", "h"]),
                ])
        #expect(try read("a\r") == [ReadRecord(1, ["a"])])
        #expect(try read("\"a\"") == [ReadRecord(1, ["a"])])
        #expect(try read("a,") == [ReadRecord(1, ["a", ""])])
    }

    @Test func recordsKnowTheLineTheyStartOn() throws {
        let records = try read("\"a\nb\r\nc\",1\n\nd,2\n")
        #expect(records == [ReadRecord(1, ["a\nb\r\nc", "1"]), ReadRecord(4, [""]), ReadRecord(5, ["d", "2"])])
    }

    @Test func theByteOrderMarkIsNoText() throws {
        #expect(try read("\u{FEFF}\"a\",b\n") == [ReadRecord(1, ["a", "b"])])
    }

    @Test func brokenQuotingIsTheRecordsFaultAndTheNextIsRead() throws {
        let records = try read("a\"b,c\n\"d\"e,f\ng,h\n")
        #expect(records.map(\.line) == [1, 2, 3])
        #expect(records.map(\.fault) == [.strayQuote(column: 1), .afterQuote(column: 1), nil])
        #expect(records[2].fields == ["g", "h"])
    }

    @Test func anUnclosedQuoteIsReportedByTheLineItOpensOn() {
        #expect(problem("a\n\"b\nc,d\n") == .unclosedQuote(line: 2))
        #expect(problem("a\n\"x\ny\",\"b\nc,d\n") == .unclosedQuote(line: 3))
    }

    @Test func nulIsRefused() {
        #expect(problem("a\nb\0\n") == .nul(line: 2))
        #expect(problem("a\n\"b\n\0\"\n") == .nul(line: 3))
    }

    @Test func largeFieldsAndRecordsAreRefused() throws {
        let limits = CSVLimits(fieldBytes: 8, recordBytes: 20, columns: 4)
        #expect(try read("12345678,a\n", limits: limits).count == 1)
        #expect(problem("a,123456789\n", limits: limits) == .fieldTooLong(line: 1, column: 2, limit: 8))
        #expect(problem("\"1\n2\n3\n4\n5\n\"\n", limits: limits) == .fieldTooLong(line: 5, column: 1, limit: 8))
        #expect(problem("1234567,1234567,1234567\n", limits: limits) == .recordTooLong(line: 1, limit: 20))
        #expect(try read("1,2,3,4\n", limits: limits).count == 1)
        #expect(problem("1,2,3,4\n1,2,3,4,5\n", limits: limits) == .tooManyColumns(line: 2, limit: 4))
    }

    @Test func theStandardLimitsAreAMebibyteAndAThousandColumns() throws {
        let mebibyte = String(repeating: "x", count: 1 << 20)
        #expect(try read(mebibyte).count == 1)
        #expect(problem(mebibyte + "x") == .fieldTooLong(line: 1, column: 1, limit: 1 << 20))
        let thousand = String(repeating: ",", count: 999)
        #expect(try read(thousand)[0].fields.count == 1000)
        #expect(problem(thousand + ",") == .tooManyColumns(line: 1, limit: 1000))
    }

    @Test func aTrailByteOfCP932IsNoSeparator() throws {
        // Every two-byte character of CP932 survives splitting; 表 ends in a backslash.
        let table = try CP932Table()
        var bytes: [UInt8] = []
        var count = 0
        for lead in 0x80...0xFF {
            for trail in 0..<0x100 where table.codes[lead << 8 | trail] != 0 {
                bytes += [UInt8(lead), UInt8(trail), 0x2C]
                count += 1
                if count % 500 == 0 { bytes.append(0x0A) }
            }
        }
        #expect(count > 9000)
        let file = try TemporaryFile(bytes)
        let reader = CSVReader(try FileBytes(path: file.path))
        var record = CSVRecord()
        var found = 0
        while try reader.next(into: &record) {
            #expect(record.fault == nil)
            for column in 0..<record.columns - 1 where record.field(column).count == 2 { found += 1 }
        }
        #expect(found == count)
    }

    /// The same file read with any buffer gives the same records.
    @Test func chunkBoundariesMeanNothing() throws {
        let text =
            "\u{FEFF}\"a\",b\r\n\"c \"\"d\"\"\",\"e\r\nf\"\r\n\r\ng\"h,\"i\"j\n\"\",,\"\"\"\"\r\n表計算,\"ソ,能\"\nlast,\"x\"\r"
        let file = try TemporaryFile(text)
        let whole = try ReadRecord.all(file.path)
        #expect(whole.count == 7)
        for size in 1...64 { #expect(try ReadRecord.all(file.path, bufferSize: size) == whole, "buffer of \(size)") }
    }

    @Test func randomFieldsComeBack() throws {
        var generator = SeededGenerator(state: 7)
        let pieces = ["a", "表", "\"", ",", "\n", "\r\n", "\r", " ", "ソ能", "0", "\\", "|"]
        for _ in 0..<40 {
            var expected: [[String]] = []
            var text = ""
            for _ in 0..<Int.random(in: 1...12, using: &generator) {
                let fields = (0..<Int.random(in: 2...6, using: &generator)).map { _ in
                    (0..<Int.random(in: 0...5, using: &generator)).map { _ in pieces.randomElement(using: &generator)! }
                        .joined()
                }
                expected.append(fields)
                text += CSVText.line(
                    fields, quotesAll: Bool.random(using: &generator),
                    end: Bool.random(using: &generator) ? "\n" : "\r\n")
            }
            let file = try TemporaryFile(text)
            let records = try ReadRecord.all(file.path, bufferSize: Int.random(in: 1...64, using: &generator))
            #expect(records.map(\.fields) == expected)
            #expect(records.allSatisfy { $0.fault == nil })
        }
    }
}
