/// Figures one after the other as columns, the largest the highest.
public enum Sparkline {
    /// - Returns: a cell for each value; nothing at all stays blank, and anything more than nothing is seen.
    public static func text(_ values: [Int], glyphs: Glyphs) -> String {
        let largest = max(1, values.max() ?? 1)
        return values.map { value in
            guard value > 0 else { return glyphs.nothing }
            let level = (value * glyphs.levels.count + largest - 1) / largest
            return glyphs.levels[min(level, glyphs.levels.count) - 1]
        }.joined()
    }
}
