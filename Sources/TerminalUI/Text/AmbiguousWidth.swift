/// How many cells a terminal gives to the characters that Unicode calls ambiguous (①, ○, ※, →, Greek, lines, blocks; UAX
/// #11): one, as most do, or two, as the fonts of East Asia had them.
public enum AmbiguousWidth: String, Sendable, CaseIterable {
    case narrow, wide

    public var cells: Int { self == .wide ? 2 : 1 }

    /// What `cellWidth` goes by where frames are made and drawn. Bound while that is done and not a value of the process,
    /// so that frames for one terminal and texts for another don't meet.
    @TaskLocal public static var current = AmbiguousWidth.narrow
}
