/// A table as a JSON array of objects, one a line (RFC 8259). What is empty is null.
final class JSONTableWriter: TableWriter {
    private let keys: [String]
    private var buffer: BlockBuffer
    private var isFirst = true

    init(_ columns: [TableColumn], to sink: @escaping TableFormat.Sink) {
        keys = columns.enumerated().map { ($0.offset == 0 ? "" : ",") + JSONText.quoted($0.element.id) + ":" }
        buffer = BlockBuffer(to: sink)
        buffer.append("[")
    }

    func write(_ cells: [TableCell]) throws {
        buffer.append(isFirst ? "\n{" : ",\n{")
        isFirst = false
        for (key, cell) in zip(keys, cells) {
            buffer.append(key)
            buffer.append(JSONText.value(cell))
        }
        buffer.append("}")
        try buffer.passOn()
    }

    func finish() throws {
        buffer.append(isFirst ? "]\n" : "\n]\n")
        try buffer.flush()
    }
}
