/// The last entry of the audit trail: kept elsewhere, it shows later that nothing was cut off.
public struct AuditHead: Hashable, Sendable {
    /// The entry's number, from 1.
    public var seq: Int64
    /// Its hash, 64 hexadecimal digits.
    public var hash: String

    public init(seq: Int64, hash: String) {
        self.seq = seq
        self.hash = hash
    }

    /// Reads `seq:hash`; nil where the text is nothing of that form.
    public init?(_ text: String) {
        let parts = text.split(separator: ":")
        guard parts.count == 2, let seq = Int64(parts[0]), seq > 0, parts[1].utf8.count == 64,
            parts[1].allSatisfy(\.isHexDigit)
        else { return nil }
        self.init(seq: seq, hash: parts[1].lowercased())
    }

    public var text: String { "\(seq):\(hash)" }
}
