/// The characters that are not text. The plain set says the same with ASCII, for terminals without the others and for
/// those that draw ambiguous characters two cells wide: lines and gauges need marks of one cell.
public struct Glyphs: Hashable, Sendable {
    public var horizontal: String
    public var vertical: String
    public var topLeft: String
    public var topRight: String
    public var bottomLeft: String
    public var bottomRight: String
    public var ellipsis: String
    /// A gauge's cell from 1/8 to 8/8 full.
    public var eighths: [String]
    public var track: String
    /// The part of a track in which a figure is near enough.
    public var band: String
    /// A sparkline's column from low to high, never as high as the row, so that lines above each other stay apart; and one
    /// of nothing.
    public var levels: [String]
    public var nothing: String
    public var pace: String
    public var done: String
    public var open: String
    public var met: String
    public var ahead: String
    public var onTrack: String
    public var behind: String
    public var short: String
    public var notStarted: String
    public var pointer: String
    /// That there is more behind, and before.
    public var more: String
    public var fewer: String
    /// Where a list or a form goes on above or below what is in sight.
    public var moreAbove: String
    public var moreBelow: String
    public var warning: String
    /// Beside the heading of the column that rows are ordered by.
    public var ascending: String
    public var descending: String

    public static let unicode = Glyphs(
        horizontal: "─", vertical: "│", topLeft: "╭", topRight: "╮", bottomLeft: "╰", bottomRight: "╯", ellipsis: "…",
        eighths: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"], track: "─", band: "═",
        levels: ["▁", "▂", "▃", "▄", "▅", "▆"], nothing: "·", pace: "┃", done: "●", open: "○", met: "✓",
        ahead: "▲", onTrack: "●", behind: "▼", short: "✗", notStarted: "·", pointer: "▸", more: "›", fewer: "‹",
        moreAbove: "↑", moreBelow: "↓", warning: "!",
        ascending: "▲", descending: "▼")

    public static let ascii = Glyphs(
        horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+", ellipsis: "~",
        eighths: [" ", " ", " ", "=", "=", "=", "=", "#"], track: ".", band: ":",
        levels: ["_", ",", "-", "=", "+", "#"], nothing: ".", pace: "|", done: "*", open: "o", met: "+",
        ahead: "^", onTrack: "=", behind: "!", short: "x", notStarted: ".", pointer: ">", more: ">", fewer: "<",
        moreAbove: "^", moreBelow: "v", warning: "!",
        ascending: "^", descending: "v")

    /// What the plain set has for the marks of the program's own texts, by code point: dots, dashes, arrows. No mark is
    /// among them that people write names with (○, ×, ―).
    static let plain: [UInt32: UInt32] = [
        ("·", "."), ("–", "-"), ("…", "~"), ("←", "<"), ("→", ">"), ("↑", "^"), ("↓", "v"), ("‹", "<"), ("›", ">"),
    ].reduce(into: [:]) { (marks, pair: (Unicode.Scalar, Unicode.Scalar)) in marks[pair.0.value] = pair.1.value }
}
