import BansoDomain
import TerminalUI

extension MatchingScreen {
    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        let language = context.language
        let layout = MatchingLayout(screen: self, in: area)
        drawTitle(on: &canvas, in: layout.title, context)
        if let rate { OfferRateLine(reading: rate, context: context).draw(on: &canvas, in: layout.rate.inset(x: 1)) }
        let corner = Point(x: area.x, y: area.y)
        guard version != nil else { return corner }
        guard posting != nil else {
            let body = Rect(
                x: area.x, y: layout.rate.bottom, width: area.width, height: area.bottom - layout.rate.bottom)
            emptyNote(context).draw(on: &canvas, in: body, context)
            return corner
        }
        var cursor = corner
        if !layout.postings.isEmpty {
            let columns = PostingRows.heading(layout, language)
            heading(
                language("求人", "Postings"), beside: columns, at: layout.postings, is: .postings, on: &canvas, context)
            let place = PostingRows(screen: self, layout: layout, context: context).draw(
                on: &canvas, in: layout.postings.split(top: 1).1)
            if panel == .postings { cursor = place }
        }
        if !layout.applicants.isEmpty {
            let name = posting.map { $0.posting.record["title"].text ?? "" } ?? ""
            let title = language("応募者", "Applicants") + (name.isEmpty ? "" : language("：", ": ") + name)
            let count = applicants.isEmpty ? "" : Figures.grouped(applicants.count)
            heading(title, beside: count, at: layout.applicants, is: .applicants, on: &canvas, context)
            let place = ApplicantRows(screen: self, context: context).draw(
                on: &canvas, in: layout.applicants.split(top: 1).1)
            if panel == .applicants { cursor = place }
        }
        return cursor
    }

    private func drawTitle(on canvas: inout Canvas, in area: Rect, _ context: Context) {
        let language = context.language
        var right = isOpenOnly ? language("掲載中のみ", "open only") : language("すべての求人", "all postings")
        if posting != nil {
            right += language(" · \(Figures.grouped(postings.position + 1))件目", " · no. \(postings.position + 1)")
        }
        canvas.put(right, endingAt: area.right - 1, y: area.y, style: Style(isOpenOnly ? .accent : .muted))
        canvas.put(
            clipped(
                language("マッチング", "Matching"), to: area.width - cellWidth(right) - 4, ellipsis: context.glyphs.ellipsis
            ), x: area.x + 1, y: area.y, style: Style(.heading, isBold: true))
    }

    private func heading(
        _ title: String, beside: String, at area: Rect, is panel: Panel, on canvas: inout Canvas, _ context: Context
    ) {
        let isHere = self.panel == panel
        let pointer = isHere ? context.glyphs.pointer + " " : "  "
        let style = isHere ? Style(.accent, isBold: true) : Style(.heading)
        let room = area.width - 3 - cellWidth(beside)
        let used = canvas.put(
            clipped(pointer + title, to: room, ellipsis: context.glyphs.ellipsis), x: area.x + 1, y: area.y,
            style: style)
        canvas.put(
            String(repeating: context.glyphs.horizontal, count: max(0, room - used - 1)), x: area.x + used + 2,
            y: area.y, style: Style(.border))
        canvas.put(beside, endingAt: area.right - 1, y: area.y, style: Style(.muted))
    }

    private func emptyNote(_ context: Context) -> EmptyNote {
        let language = context.language
        let all = (
            action: Action.filter, usual: Key.character("f"), ja: " ですべての求人を表示", en: " shows all postings"
        )
        return isOpenOnly
            ? EmptyNote(
                title: language("掲載中の求人はありません", "no posting is open"),
                hint: context.isReadOnly
                    ? context.hint(all) : context.hint(all, (.addPosting, .character("p"), " で求人を追加", " adds one")))
            : EmptyNote(
                title: language("まだ求人がありません", "no postings yet"),
                hint: context.hint(
                    (.addPosting, .character("p"), " で求人を追加", " adds a posting"),
                    (
                        .addApplicant, .character("a"), " で応募者を加えると、書類から契約までここで1キーずつ進められます",
                        " an applicant; then each step up to the contract is one key here"
                    )),
                isForWriting: true)
    }
}
