@testable import BansoExchange

/// A record as the tests compare it.
struct ReadRecord: Hashable {
    var line: Int
    var fields: [String]
    var fault: CSVRecord.Fault?

    init(_ line: Int, _ fields: [String], fault: CSVRecord.Fault? = nil) {
        self.line = line
        self.fields = fields
        self.fault = fault
    }

    static func all(
        _ path: String, bufferSize: Int = FileBytes.standardBufferSize, limits: CSVLimits = CSVLimits()
    ) throws(ImportError) -> [ReadRecord] {
        let reader = CSVReader(try FileBytes(path: path, bufferSize: bufferSize), limits: limits)
        var record = CSVRecord()
        var records: [ReadRecord] = []
        while try reader.next(into: &record) {
            records.append(
                ReadRecord(
                    record.line, (0..<record.columns).map { String(decoding: record.field($0), as: UTF8.self) },
                    fault: record.fault))
        }
        return records
    }
}
