/// The encoding a file is written in, by the names of `--encoding`.
public enum ExportEncoding: String, Sendable, CaseIterable {
    case utf8 = "utf-8"
    /// With a byte order mark, by which Excel knows it.
    case utf8WithMark = "utf-8-bom"
    /// Shift_JIS as Windows reads it.
    case cp932
}
