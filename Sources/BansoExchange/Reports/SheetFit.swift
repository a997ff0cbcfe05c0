import BansoDomain

/// How large the passages of a sheet are, so that it stays one sheet: a case study is a page, however much was written (seed
/// 【Ａ５】: 企業事例１件あたりパワーポイント１枚程度). A sheet with tables goes on where it has to.
enum SheetFit {
    /// In points; facts always have the largest.
    static let sizes = 5...10

    /// Of A4 without its margins, in points.
    private static let (width, height) = (482.0, 728.0)
    /// A line of text by its size: the fonts for Japanese are tall.
    private static let line = 1.5
    /// What the sheet's headings take, in points.
    private static let headings = 90.0

    /// A sheet whose short lines would go on to a second one has them joined.
    /// - Parameter blocks: those of one sheet.
    static func fitted(_ blocks: ArraySlice<ReportPage.Block>) -> (blocks: ArraySlice<ReportPage.Block>, points: Int) {
        if let points = fitting(blocks) { return (blocks, points) }
        let joined = blocks.map { block in
            guard case .text(let text) = block else { return block }
            return .text(text.split(separator: "\n").joined(separator: "　"))
        }
        return (joined[...], fitting(joined[...]) ?? sizes.lowerBound)
    }

    /// - Returns: nil where even the smallest letters are too large.
    private static func fitting(_ blocks: ArraySlice<ReportPage.Block>) -> Int? {
        let largest = sizes.upperBound
        var (texts, room) = ([String](), height - headings)
        for block in blocks {
            switch block {
            case .heading, .newSheet: continue
            case .text(let text): texts.append(text)
            case .facts(let facts): room -= facts.map { taken($0.label + "　" + $0.value, largest) }.reduce(0, +)
            case .table: return largest
            }
        }
        return sizes.reversed().first { points in texts.map { taken($0, points) }.reduce(0, +) <= room }
    }

    /// What a paragraph takes, with the millimetre behind it.
    private static func taken(_ text: String, _ points: Int) -> Double {
        let cells = Int(width / Double(points) * 2) - 1
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
            max(1, (XLSXText.width(String($0)) + cells - 1) / cells)
        }
        return Double(lines.reduce(0, +) * points) * line + 3
    }
}
