/// Figures as columns beside each other, each with its number on top and its name below.
public struct ColumnChart: Hashable, Sendable {
    public struct Column: Hashable, Sendable {
        public var name: String
        /// Nil: its time hasn't come.
        public var value: Int?
        public var isNow: Bool

        public init(name: String, value: Int?, isNow: Bool = false) {
            self.name = name
            self.value = value
            self.isNow = isNow
        }
    }

    public var columns: [Column]
    public static let leastHeight = 5
    private static let widest = 8

    public init(columns: [Column]) { self.columns = columns }

    /// The largest figure is as high as there is room; anything more than nothing is seen.
    public func draw(on canvas: inout Canvas, in area: Rect, glyphs: Glyphs) {
        guard !columns.isEmpty, area.height >= ColumnChart.leastHeight else { return }
        let width = min(ColumnChart.widest, area.width / columns.count)
        guard width >= 4 else { return }
        let largest = max(1, columns.compactMap(\.value).max() ?? 1)
        let rows = area.height - 2
        for (index, column) in columns.enumerated() {
            let slot = Rect(x: area.x + index * width, y: area.y, width: width - 1, height: area.height)
            put(
                column.name, in: slot, y: area.bottom - 1, on: &canvas,
                Style(column.isNow ? .accent : .muted, isBold: column.isNow))
            guard let value = column.value else { continue }
            let eighths = value > 0 ? max(1, value * rows * 8 / largest) : 0
            for row in 0..<(eighths + 7) / 8 {
                let glyph = ColumnChart.glyph(eighths - row * 8, glyphs)
                let line = String(repeating: glyph, count: max(1, slot.width - 1))
                canvas.put(
                    line, x: slot.x, y: area.bottom - 2 - row, limit: slot.width, style: Style(.gauge))
            }
            let top = area.bottom - 2 - (eighths + 7) / 8
            put(
                value == 0 ? glyphs.nothing : String(value), in: slot, y: top, on: &canvas,
                Style(value == 0 ? .muted : .text))
        }
    }

    private func put(_ text: String, in slot: Rect, y: Int, on canvas: inout Canvas, _ style: Style) {
        let room = slot.width
        let text = clipped(text, to: room, ellipsis: "")
        canvas.put(text, x: slot.x + max(0, (room - 1 - cellWidth(text)) / 2), y: y, limit: room, style: style)
    }

    /// A cell of so many eighths; more is a full one.
    private static func glyph(_ eighths: Int, _ glyphs: Glyphs) -> String {
        eighths >= 7 ? glyphs.eighths[7] : glyphs.levels[min(glyphs.levels.count, eighths) - 1]
    }
}
