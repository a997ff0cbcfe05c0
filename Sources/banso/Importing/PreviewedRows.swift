import BansoApp
import BansoDomain

/// The rows of a file that is previewed, on the disk: however long the file is, memory holds none of them.
final class PreviewedRows: Sendable {
    /// Line, place, where the text begins, its length and the outcome.
    private static let size = 40

    private let rows: ScratchFile
    private let texts: ScratchFile
    /// The numbers of the rows of each outcome.
    private let numbers: [ImportOutcome: ScratchFile]

    /// - Throws: `CommandFailure` where there is no room for them.
    init() throws {
        rows = try ScratchFile()
        texts = try ScratchFile()
        numbers = Dictionary(
            uniqueKeysWithValues: try ImportOutcome.allCases.map { ($0, try ScratchFile()) })
    }

    func add(_ line: ImportLine) throws {
        let text = Array(line.text.utf8)
        let start = try texts.append(text)
        let fields = [line.line, line.place, start, text.count, Int(line.outcome.rawValue)]
        let offset = try rows.append(fields.flatMap(PreviewedRows.bytes))
        try numbers[line.outcome]?.append(PreviewedRows.bytes(of: offset))
    }

    /// Those of one outcome, or all.
    func lines(of outcome: ImportOutcome?, from first: Int, limit: Int) -> [ImportLine] {
        guard let outcome else {
            let size = PreviewedRows.size
            let found = PreviewedRows.numbers(in: rows.read(at: first * size, count: limit * size))
            return stride(from: 0, to: found.count, by: size / 8).map { line(found[$0..<$0 + size / 8]) }
        }
        let offsets = numbers[outcome]?.read(at: first * 8, count: limit * 8) ?? []
        return PreviewedRows.numbers(in: offsets).map {
            line(PreviewedRows.numbers(in: rows.read(at: $0, count: PreviewedRows.size))[...])
        }
    }

    private func line(_ fields: ArraySlice<Int>) -> ImportLine {
        let fields = Array(fields)
        let text = texts.read(at: fields[2], count: fields[3])
        return ImportLine(
            line: fields[0], place: fields[1], outcome: ImportOutcome(rawValue: UInt8(fields[4])) ?? .rejected,
            text: String(decoding: text, as: UTF8.self))
    }

    private static func bytes(of number: Int) -> [UInt8] { withUnsafeBytes(of: number.littleEndian, Array.init) }

    private static func numbers(in bytes: [UInt8]) -> [Int] {
        stride(from: 0, to: bytes.count - bytes.count % 8, by: 8).map { start in
            (0..<8).reversed().reduce(0) { $0 << 8 | Int(bytes[start + $1]) }
        }
    }
}
