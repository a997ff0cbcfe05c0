import BansoDomain
import TerminalUI

extension RosterScreen {
    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        guard let roster else {
            if hasLoaded {
                EmptyNote(
                    title: context.language("このイベントは削除されました", "this event is gone"),
                    hint: context.backHint
                ).draw(on: &canvas, in: area, context)
            }
            return Point(x: area.x, y: area.y)
        }
        let (head, rest) = area.split(top: headNote(context) == nil ? 2 : 3)
        drawHead(roster, on: &canvas, in: head, context)
        let body = rest.height >= 16 ? rest.inset(y: 1) : rest
        let (door, list): (Rect, Rect)
        if area.width >= 100 {
            let (left, right) = body.split(left: area.width / 2)
            (door, list) = (left.inset(x: 1), right.inset(x: 1))
        } else {
            let (upper, lower) = body.split(top: min(body.height * 2 / 3, max(4, min(11, hits.count + 3))))
            (door, list) = (upper.inset(x: 1), lower.inset(x: 1))
        }
        let cursor = drawDoor(on: &canvas, in: door, context)
        let other = drawList(roster, on: &canvas, in: list, context)
        return focus == .door ? cursor : other
    }

    private func drawHead(_ roster: Roster, on canvas: inout Canvas, in area: Rect, _ context: Context) {
        let language = context.language
        let event = roster.event.record
        let place = [
            event["prefecture"].number.flatMap { Prefecture(code: Int($0)) }?.shortName(language) ?? "",
            event["venue"].text ?? "",
        ].filter { !$0.isEmpty }.joined(separator: " ")
        let title = [
            event["activity"].text ?? "", event["theme"].text ?? "", event["date"].day?.spelled(language) ?? "", place,
        ].filter { !$0.isEmpty }.joined(separator: "  ")
        canvas.put(
            clipped(title, to: area.width - 2, ellipsis: context.glyphs.ellipsis), x: area.x + 1, y: area.y,
            style: Style(.heading, isBold: true))
        guard area.height > 1 else { return }
        if let note = headNote(context) {
            canvas.put(
                clipped(context.glyphs.warning + " " + note, to: area.width - 2, ellipsis: context.glyphs.ellipsis),
                x: area.x + 1, y: area.y + 2, style: Style(.warning))
        }
        let (companies, people) = ("\(roster.organisations)", "\(roster.people)")
        let rest = [(language("申込 ", "expected "), roster.expected), (language("欠席 ", "missing "), roster.noShows)]
        let full = language("\(companies)社・\(people)人", "\(companies) companies, \(people) people")
        let all = rest.reduce(cellWidth(language("参加 ", "here ") + full)) { $0 + 3 + cellWidth($1.0 + "\($1.1)") }
        let here = all < area.width ? full : language(full, "\(companies) cos, \(people) people")
        var x = area.x + 1
        x += canvas.put(language("参加 ", "here "), x: x, y: area.y + 1, style: Style(.muted))
        x += canvas.put(here, x: x, y: area.y + 1, limit: area.right - x, style: Style(.accent, isBold: true))
        // A count that does not fit is left out: half a number is a wrong one.
        for (label, number) in rest where x + 2 + cellWidth(label + "\(number)") < area.right {
            x += all < area.width ? 3 : 2
            x += canvas.put(label, x: x, y: area.y + 1, style: Style(.muted))
            x += canvas.put("\(number)", x: x, y: area.y + 1, style: Style(.text, isBold: true))
        }
    }

    /// What the door does before the event's day, or that nothing counts yet; nil where all is usual.
    private func headNote(_ context: Context) -> String? {
        let language = context.language
        if let day = dayAhead(context) {
            return language(
                "Enter は申込の登録（\(day.short(.ja)) の開催前）", "Enter registers (held on \(day.short(.en)))")
        }
        return isPlanned
            ? language("状況は予定：まだ計上されません（Ctrl-O で開催済みに）", "still planned: nothing counts yet (Ctrl-O marks it as held)")
            : nil
    }

    private func drawDoor(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        let language = context.language
        let (line, list) = area.split(top: 1)
        let label = role.label(language) + " "
        let used = canvas.put(label, x: line.x, y: line.y, style: Style(.accent, isBold: true))
        let cursor = editor.draw(
            on: &canvas, in: Rect(x: line.x + used, y: line.y, width: line.width - used, height: line.height),
            style: Style(.text, on: focus == .door ? .focus : .field), glyphs: context.glyphs)
        if focus == .list { canvas.touch(line, .usual([.tab])) }
        if editor.text.isEmpty {
            canvas.put(
                clipped(
                    isAhead(context)
                        ? language("名前・かな・番号を2文字、Enterで申込", "two letters of a name, kana or number, then Enter")
                        : language("名前・かな・番号を2文字、Enterで受付", "two letters of a name, kana or number, then Enter"),
                    to: list.width,
                    ellipsis: context.glyphs.ellipsis), x: list.x, y: list.y, limit: list.isEmpty ? 0 : list.width,
                style: Style(.muted))
            return cursor
        }
        // The highlighted one is always in sight: Enter takes nobody unseen.
        let top = max(0, candidate - list.height + 1)
        for index in (top...hits.count).prefix(list.height) {
            let row = Rect(x: list.x, y: list.y + index - top, width: list.width, height: 1)
            let surface: Surface = index == candidate ? .selection : .base
            canvas.touch(row, down: index - candidate)
            if hits.indices.contains(index) {
                draw(hits[index], on: &canvas, in: row, surface: surface, context)
            } else if let walkIn {
                drawNew(walkIn, on: &canvas, in: row, surface: surface, context)
            }
        }
        return cursor
    }

    private func draw(
        _ hit: RosterHit, on canvas: inout Canvas, in row: Rect, surface: Surface, _ context: Context
    ) {
        if surface == .selection { canvas.fill(row, style: Style(.text, on: surface)) }
        let presence = hit.attendance?.record["presence"].text.flatMap(Presence.init)
        let number = hit.number.map { context.language("\($0)番 ", "no. \($0) ") } ?? ""
        let state = number + (presence?.label(context.language) ?? "")
        let detail = [state, HitWords.detail(hit.hit, context)].filter { !$0.isEmpty }.joined(separator: " · ")
        let share = RowShare(
            of: row.width, name: hit.hit.name, detail: detail, mostDetail: row.width / 2, context.glyphs)
        canvas.put(
            share.detail, endingAt: row.right, y: row.y,
            style: Style(presence == .registered ? .accent : .muted, on: surface))
        canvas.put(
            clipped(hit.hit.name, to: share.name, ellipsis: context.glyphs.ellipsis), x: row.x, y: row.y,
            style: Style(presence == .attended ? .muted : .text, on: surface))
    }

    private func drawNew(
        _ name: String, on canvas: inout Canvas, in row: Rect, surface: Surface, _ context: Context
    ) {
        if surface == .selection { canvas.fill(row, style: Style(.text, on: surface)) }
        let text =
            isAhead(context)
            ? context.language("＋ 新しい企業「\(name)」の申込", "+ registers as a new company '\(name)'")
            : context.language("＋ 新しい企業「\(name)」として受付", "+ arrives as a new company '\(name)'")
        canvas.put(
            clipped(text, to: row.width, ellipsis: context.glyphs.ellipsis), x: row.x, y: row.y,
            style: Style(surface == .selection ? .text : .muted, on: surface))
    }

    private func drawList(_ roster: Roster, on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        guard area.height >= 2 else { return Point(x: area.x, y: area.y) }
        let language = context.language
        SectionHeading.draw(
            language("名簿", "Roster"), on: &canvas, x: area.x, y: area.y, width: area.width, context)
        if roster.lines.isEmpty {
            canvas.put(language("まだいません", "nobody yet"), x: area.x, y: area.y + 1, style: Style(.muted))
        }
        let rows = area.height - 1
        let digits = "\(roster.lines.map(\.number).max() ?? 0)".count
        let top = focus == .door ? 0 : max(0, min(selected - rows + 1, roster.lines.count - rows))
        var cursor = Point(x: area.x, y: area.y)
        for (row, line) in roster.lines.dropFirst(top).prefix(rows).enumerated() {
            let y = area.y + 1 + row
            let isSelected = focus == .list && top + row == selected
            let surface: Surface = isSelected ? .selection : .base
            let steps = top + row - selected
            let place = Rect(x: area.x, y: y, width: area.width, height: 1)
            if focus == .list {
                canvas.touch(place, down: steps)
            } else {
                canvas.touch(place, .usual([.tab] + Array(repeating: steps > 0 ? .down : .up, count: abs(steps))))
            }
            if isSelected {
                cursor = Point(x: area.x, y: y)
                canvas.fill(Rect(x: area.x, y: y, width: area.width, height: 1), style: Style(.text, on: surface))
            }
            let record = line.attendance.record
            let presence = record["presence"].text.flatMap(Presence.init) ?? .registered
            let (glyph, colour): (String, Role) =
                switch presence {
                case .attended: (context.glyphs.met, .good)
                case .registered: (context.glyphs.open, .muted)
                case .noShow: (context.glyphs.short, .warning)
                }
            let role = record["role"].text.flatMap(AttendanceRole.init)
            // Whether somebody is here is said in full.
            let state = presence.label(language)
            let who = [record["attendee"].text ?? "", role == .participant ? "" : role?.label(language) ?? ""]
                .filter { !$0.isEmpty }.joined(separator: "  ")
            canvas.put(glyph, x: area.x, y: y, style: Style(colour, on: surface))
            let indent = 2 + digits + 1
            let room = area.width - indent - cellWidth(state) - 2
            let share = RowShare(
                of: room, name: line.name, detail: who, mostDetail: area.width / 2 - cellWidth(state) - 2,
                context.glyphs)
            let detail = share.detail.isEmpty ? state : share.detail + "  " + state
            canvas.put("\(line.number)", endingAt: area.x + indent - 1, y: y, style: Style(.muted, on: surface))
            canvas.put(detail, endingAt: area.right, y: y, style: Style(.muted, on: surface))
            canvas.put(
                clipped(line.name, to: share.name, ellipsis: context.glyphs.ellipsis), x: area.x + indent, y: y,
                style: Style(presence == .noShow ? .muted : .text, on: surface))
        }
        return cursor
    }
}
