/// Bytes on their way to a sink, handed on in blocks.
struct BlockBuffer {
    var bytes: [UInt8] = []
    private let sink: TableFormat.Sink

    private static let size = 64 * 1024

    init(to sink: @escaping TableFormat.Sink) {
        self.sink = sink
        bytes.reserveCapacity(BlockBuffer.size * 2)
    }

    mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// Hands a full block on.
    mutating func passOn() throws {
        if bytes.count >= BlockBuffer.size { try flush() }
    }

    mutating func flush() throws {
        guard !bytes.isEmpty else { return }
        try sink(bytes[...])
        bytes.removeAll(keepingCapacity: true)
    }
}
