import BansoDomain
import TerminalUI

/// What has room: which fields keep a line below them, and how many rows each takes.
extension FormView {
    enum Notes {
        case all
        /// Those that are typed in: choices have no box that would touch the next one.
        case typed
        case none
    }

    struct Room {
        var notesRows: Int
        /// Which fields keep the line below them also while they say nothing there.
        var notes: Notes
        /// How many lines the choices of each field take.
        var choiceRows: [Int]
        /// What a field asks in full, in lines: it stands below the one that has the focus.
        var help: [Int: [String]]
        /// What notes have beyond that, by their places.
        var grown: [Int: Int] = [:]
    }

    func room(in fields: Size, noteWidth: Int) -> Room {
        let choiceRows = form.fields.map { field -> Int in
            switch field.input {
            case .options(let choices), .several(let choices):
                ChoiceLines(texts(choices, of: field).map { cellWidth($0) }, in: fields.width).count
            default: 1
            }
        }.map { $0 * 3 <= fields.height ? $0 : 1 }
        let help = help(in: Size(width: noteWidth, height: fields.height - (choiceRows.max() ?? 1)))
        let ways = [(4, Notes.all), (2, .all), (2, .typed)].map {
            Room(notesRows: $0, notes: $1, choiceRows: choiceRows, help: help)
        }
        // Fields keep their places as far as they can, whichever has the focus.
        let most = help.values.map { $0.count - 1 }.max() ?? 0
        let kept = most - (helpRows(of: form.focus, help) - 1)
        let fitting = ways.first { way in shown.reduce(kept) { $0 + height($1, way) } <= fields.height }
        let room = fitting ?? Room(notesRows: 2, notes: .none, choiceRows: choiceRows, help: help)
        return grown(room, in: Size(width: fields.width, height: fields.height - kept))
    }

    func helpRows(of index: Int, _ help: [Int: [String]]) -> Int {
        guard index == form.focus, form.fields[index].error == nil else { return 1 }
        return help[index]?.count ?? 1
    }

    /// Notes take of the free rows what their text needs, those that are being written first; they have half of a form that
    /// scrolls.
    private func grown(_ room: Room, in fields: Size) -> Room {
        var room = room
        var free = fields.height - shown.reduce(0) { $0 + height($1, room) }
        let notes = shown.filter { form.fields[$0].input == .notes }
        for index in notes.filter({ $0 == form.focus }) + notes.filter({ $0 != form.focus }) {
            let most = index == form.focus ? max(free, fields.height / 2 - room.notesRows) : free
            let more = min(most, form.fields[index].editor.height(in: fields.width) - room.notesRows)
            guard more > 0 else { continue }
            room.grown[index] = more
            free -= more
        }
        return room
    }

    func rows(of index: Int, _ room: Room) -> Int {
        if form.fields[index].input == .notes { return room.notesRows + (room.grown[index] ?? 0) }
        return room.notes != .none || index == form.focus ? room.choiceRows[index] : 1
    }

    func height(_ index: Int, _ room: Room) -> Int {
        let field = form.fields[index]
        let isKept = room.notes == .all || room.notes == .typed && !field.input.isPicked
        let hasNote = isKept || index == form.focus || field.error != nil || isMisread(index)
        return rows(of: index, room) + (hasNote ? helpRows(of: index, room.help) : 0)
    }

    /// What the shown fields ask in full, as many lines as there is room for.
    private func help(in size: Size) -> [Int: [String]] {
        let texts = shown.compactMap { index in form.fields[index].field.help.map { (index, $0(context.language)) } }
        return Dictionary(
            uniqueKeysWithValues: texts.map { ($0, Array(wrapped($1, to: size.width).prefix(max(1, size.height)))) })
    }

    func scroll(_ shown: [Int], _ heights: [Int], room: Int) -> Int {
        let place = shown.firstIndex(of: form.focus) ?? 0
        let bottom = heights[...place].reduce(0, +)
        return max(0, min(bottom - room, heights.reduce(0, +) - room))
    }
}
