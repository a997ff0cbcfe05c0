import BansoDomain

/// The lines of a page as they were read out, and how far. Its numbers stay what they were, however the data moves on.
struct Recital {
    private(set) var lines: [SpokenLine] = []
    /// The first line that wasn't read yet.
    private(set) var place = 0

    /// How many lines are read at once.
    static let portion = 8

    var hasMore: Bool { place < lines.count }
    /// How many numbers were read out.
    var numbers: Int { lines[..<place].count { $0.choice != nil } }

    /// - Parameter place: where reading begins.
    mutating func take(_ lines: [SpokenLine], from place: Int = 0) {
        self.lines = lines
        self.place = min(place, lines.count)
    }

    /// The next few lines, and how many are left after them.
    mutating func next(_ context: Context) -> [String] {
        let end = min(lines.count, place + Recital.portion)
        var number = numbers
        var said = lines[place..<end].map { line in
            let text = Speech.joined([line.text, line.state], context)
            guard line.choice != nil else { return text }
            number += 1
            return Speech.numbered(number, text)
        }
        place = end
        let left = lines.count - end
        if left > 0 {
            said.append(
                context.language(
                    "あと\(left)行、Enterで続き",
                    left == 1 ? "1 more line, Enter goes on" : "\(left) more lines, Enter goes on"))
        }
        return said
    }

    /// The line of a number that was read out; nil where none was.
    func line(_ number: Int) -> SpokenLine? {
        let numbered = lines[..<place].filter { $0.choice != nil }
        return numbered.indices.contains(number - 1) ? numbered[number - 1] : nil
    }
}
