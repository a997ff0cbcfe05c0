/// The encoding of a file, by the names of `--encoding`.
public enum TextEncoding: String, Sendable, CaseIterable {
    /// UTF-8 where the file begins with a byte order mark or reads as UTF-8, CP932 otherwise.
    case auto
    case utf8 = "utf-8"
    /// Shift_JIS as Windows writes it, with ①, ㈱ and 髙.
    case cp932
}
