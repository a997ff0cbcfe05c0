import BansoDomain
import BansoStore
import TerminalUI

/// What people have written into a desk: the only texts of an English screen that need not be ASCII.
struct OwnTexts {
    private var letters: Set<Unicode.Scalar> = []
    /// Neighbours: a dot between two names is no part of either.
    private var pairs: Set<[Unicode.Scalar]> = []

    /// - Parameter typed: what was typed before the frame, which is on the screen too.
    init(of store: Store, typed: [Key]) throws {
        for kind in RecordKind.allCases {
            var last: Int64 = 0
            while let page = try? store.records(kind, after: last, limit: 500), let end = page.last {
                for text in page.flatMap(\.record.values).compactMap(\.text) { add(text) }
                last = end.key.id
            }
        }
        add("田中")
        add(String(typed.compactMap { if case .character(let letter) = $0 { letter } else { nil } }))
        for line in FakeImporter.lines {
            add(line.text)
            let detail = FakeImporter.detail(of: line)
            let records = [detail.before, detail.after].compactMap { $0 }
            for text in records.flatMap(\.values).compactMap(\.text) + detail.cells.flatMap({ [$0.heading, $0.text] }) {
                add(text)
            }
        }
        // The call is quoted in its own language.
        for indicator in store.catalogue.indicators { add(indicator.source) }
    }

    private mutating func add(_ text: String) {
        var cells: [Unicode.Scalar] = []
        for cell in TextCells(text) { cell.forEachScalar { cells.append($0) } }
        letters.formUnion(cells)
        for (one, next) in zip(cells, cells.dropFirst()) { pairs.insert([one, next]) }
    }

    /// The characters of a line that are neither ASCII nor a person's.
    func strangers(in line: String) -> [Unicode.Scalar] {
        let cells = Array(line.unicodeScalars)
        return cells.indices.filter { index in
            let cell = cells[index]
            guard !cell.isASCII else { return false }
            guard !cell.properties.isAlphabetic else { return !letters.contains(cell) }
            let before = index > 0 ? [cells[index - 1], cell] : []
            let after = index + 1 < cells.count ? [cell, cells[index + 1]] : []
            return !pairs.contains(before) && !pairs.contains(after)
        }.map { cells[$0] }
    }
}
