/// The encoding of a file, by the names of `--encoding`.
public enum TextEncoding: String, Sendable, CaseIterable {
    /// UTF-8 or CP932, as all of the file's bytes tell; refused where they tell neither.
    case auto
    case utf8 = "utf-8"
    /// Shift_JIS as Windows writes it, with ①, ㈱ and 髙.
    case cp932
}
