/// Figures three rows high, or twice that, to be read from across a room.
public enum BigDigits {
    public static let height = 3

    /// Three cells and a gap for each character.
    public static func width(of text: String, scale: Int = 1) -> Int {
        text.reduce(0) { $0 + (shape($1)[0].count + 1) * scale }
    }

    /// Draws digits, `/`, `,`, `.` and `%`; anything else is left blank.
    /// - Parameters:
    ///   - scale: 2: twice as high and as wide.
    ///   - glyphs: with the plain ones figures are drawn with ASCII.
    public static func draw(
        _ text: String, on canvas: inout Canvas, x: Int, y: Int, style: Style, scale: Int = 1,
        glyphs: Glyphs = .unicode
    ) {
        var column = x
        let isPlain = glyphs == .ascii
        for character in text {
            let shape = shape(character)
            let rows =
                scale == 2
                ? shape.flatMap { doubled($0, with: isPlain ? "##" : "██") } : isPlain ? plain(character) : shape
            for (row, cells) in rows.enumerated() { canvas.put(cells, x: column, y: y + row, style: style) }
            column += (shape[0].count + 1) * scale
        }
    }

    /// Each half of a cell becomes two whole ones.
    private static func doubled(_ row: String, with full: String) -> [String] {
        ["█▀", "█▄"].map { filled in row.map { filled.contains($0) ? full : "  " }.joined() }
    }

    /// As wide as the shape of blocks.
    private static func plain(_ character: Character) -> [String] {
        switch character {
        case "0": [" _ ", "| |", "|_|"]
        case "1": ["   ", "  |", "  |"]
        case "2": [" _ ", " _|", "|_ "]
        case "3": [" _ ", " _|", " _|"]
        case "4": ["   ", "|_|", "  |"]
        case "5": [" _ ", "|_ ", " _|"]
        case "6": [" _ ", "|_ ", "|_|"]
        case "7": [" _ ", "  |", "  |"]
        case "8": [" _ ", "|_|", "|_|"]
        case "9": [" _ ", "|_|", " _|"]
        case "/": ["  /", " / ", "/  "]
        case "%": ["o /", " / ", "/ o"]
        case ".": [" ", " ", "."]
        case ",": [" ", " ", ","]
        case "–", "-": ["   ", "---", "   "]
        default: ["   ", "   ", "   "]
        }
    }

    private static func shape(_ character: Character) -> [String] {
        switch character {
        case "0": ["█▀█", "█ █", "▀▀▀"]
        case "1": ["▀█ ", " █ ", "▀▀▀"]
        case "2": ["▀▀█", "█▀▀", "▀▀▀"]
        case "3": ["▀▀█", " ▀█", "▀▀▀"]
        case "4": ["█ █", "▀▀█", "  ▀"]
        case "5": ["█▀▀", "▀▀█", "▀▀▀"]
        case "6": ["█▀▀", "█▀█", "▀▀▀"]
        case "7": ["▀▀█", "  █", "  ▀"]
        case "8": ["█▀█", "█▀█", "▀▀▀"]
        case "9": ["█▀█", "▀▀█", "▀▀▀"]
        case "/": ["  █", " █ ", "▀  "]
        case "%": ["█ █", " █ ", "█ █"]
        case ".": [" ", " ", "▀"]
        case ",": [" ", " ", "▄"]
        case "–", "-": ["   ", "▀▀▀", "   "]
        default: ["   ", "   ", "   "]
        }
    }
}
