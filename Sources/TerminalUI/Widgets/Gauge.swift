/// A bar in eighths of a cell with a mark where it should be by today, and where anything in a band is near enough, the band.
public struct Gauge: Hashable, Sendable {
    /// How much is done, 0...1; more is drawn as full.
    public var share: Double
    /// Where it should be, 0...1; nil draws no mark.
    public var pace: Double?
    /// From where to where it is near enough, 0...1; nil where only its end is.
    public var band: ClosedRange<Double>?
    public var role: Role
    public var surface: Surface

    public init(
        share: Double, pace: Double? = nil, band: ClosedRange<Double>? = nil, role: Role = .gauge,
        surface: Surface = .base
    ) {
        self.share = share
        self.pace = pace
        self.band = band
        self.role = role
        self.surface = surface
    }

    /// Draws into one row, `area.width` cells long.
    public func draw(on canvas: inout Canvas, in area: Rect, glyphs: Glyphs) {
        guard !area.isEmpty else { return }
        let eighths = Int((min(max(share, 0), 1) * Double(area.width * 8)).rounded())
        let full = eighths / 8
        let filled = Style(role, on: surface)
        for cell in 0..<area.width {
            if cell < full {
                canvas.put(glyphs.eighths[7], x: area.x + cell, y: area.y, style: filled)
            } else if cell == full, eighths % 8 > 0, glyphs.eighths[eighths % 8 - 1] != " " {
                canvas.put(glyphs.eighths[eighths % 8 - 1], x: area.x + cell, y: area.y, style: filled)
            } else if let band, band.contains((Double(cell) + 0.5) / Double(area.width)) {
                canvas.put(glyphs.band, x: area.x + cell, y: area.y, style: Style(.muted, on: surface))
            } else {
                canvas.put(glyphs.track, x: area.x + cell, y: area.y, style: Style(.track, on: surface))
            }
        }
        guard let pace else { return }
        let cell = min(area.width - 1, max(0, Int((min(max(pace, 0), 1) * Double(area.width)).rounded(.down))))
        canvas.put(glyphs.pace, x: area.x + cell, y: area.y, style: Style(.pace, on: surface, isBold: true))
    }
}
