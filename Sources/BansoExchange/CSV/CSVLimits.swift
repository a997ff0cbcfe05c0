/// How large a record may be, so that a damaged file can't take all memory.
struct CSVLimits: Hashable {
    /// Bytes of one field, without its quotes.
    var fieldBytes = 1 << 20
    /// Bytes of all fields of one record.
    var recordBytes = 8 << 20
    var columns = 1000
}
