import BansoDomain
import TerminalUI

/// What is to be said about an indicator besides its figure, as lines: pace, the rate's parts, conditions, the call's words.
struct ExplainFacts {
    /// Lines that stand or fall together.
    struct Block {
        /// Lower ones are kept longer where there is little room.
        var rank: Int
        var lines: [[Piece]]
    }

    struct Piece: Hashable {
        var text: String
        var style: Style
    }

    var reading: Reading
    var context: Context
    var width: Int

    /// In the order in which they are shown.
    var blocks: [Block] {
        [pace, rate, beside].compactMap { $0 } + reading.constraints.map(constraint) + [source].compactMap { $0 }
    }

    private func piece(_ text: String, _ role: Role, isBold: Bool = false) -> Piece {
        Piece(text: text, style: Style(role, isBold: isBold))
    }

    /// Expected by today, forecast, required per week; a rate should hold on any day, and has none of them.
    private var pace: Block? {
        let language = context.language
        let pace = reading.pace
        guard reading.rate == nil, !context.isOver else { return nil }
        let isNarrow = width < 48
        let start = reading.indicator.window.lowerBound
        var items =
            context.today < start
            ? [[piece(language("開始 ", "starts "), .muted), piece(start.spelled(language), .text)]]
            : [
                [
                    piece(
                        isNarrow
                            ? language("目安 ", "expected ") : language("今日までの目安 ", "expected by today "), .muted),
                    piece(Figures.decimal(pace.expected), .text, isBold: true),
                ],
                [
                    piece(language("予測 ", isNarrow ? "est. " : "forecast "), .muted),
                    piece(Figures.grouped(Int(pace.forecast.rounded())), .text, isBold: true),
                ],
            ]
        if let required = pace.requiredPerWeek {
            let unit = language == .ja ? reading.indicator.unit.ja : ""
            items.append([
                piece(language(isNarrow ? "必要 " : "必要なペース ", isNarrow ? "" : "needs "), .muted),
                piece(language("週", "") + Figures.decimal(required) + unit, .text, isBold: true),
                piece(language("", isNarrow ? "/week" : " a week"), .muted),
            ])
        }
        return Block(rank: 0, lines: packed(items))
    }

    /// The rate pooled and by programme: each is an award of its own.
    private var rate: Block? {
        guard let rate = reading.rate else { return nil }
        let language = context.language
        var name = language("全体", "all")
        if reading.indicator.count.source == .offers {
            let denominator = context.catalogue.terms(on: context.today).denominator.label
            name += language("（\(denominator.ja)）", " (by \(denominator.en))")
        }
        var items = [item(name, rate.pooled, isBold: true)]
        items += rate.byProgramme.map { item($0.programme.text, $0.fraction) }
        return Block(rank: 0, lines: packed(items))
    }

    /// The response rate, the other denominator, those who are kept apart.
    private var beside: Block? {
        guard let rate = reading.rate, !rate.beside.isEmpty else { return nil }
        return Block(rank: 1, lines: packed(rate.beside.map { item($0.label(context.language), $0.fraction) }))
    }

    private func item(_ name: String, _ fraction: Fraction, isBold: Bool = false) -> [Piece] {
        [
            piece(name + " ", .muted), piece(Figures.fraction(fraction), .text, isBold: isBold),
            piece(" " + Figures.percent(fraction), isBold ? .text : .muted, isBold: isBold),
        ]
    }

    private func constraint(_ check: ConstraintCheck) -> Block {
        let role: Role = check.isMet ? .good : .behind
        let glyph = check.isMet ? context.glyphs.met : context.glyphs.short
        let lines = wrapped(check.detail(context.language), to: width - 2)
        return Block(
            rank: check.isMet ? 3 : 1,
            lines: lines.enumerated().map { index, line in
                [piece(index == 0 ? glyph + " " : "  ", role), piece(line, check.isMet ? .muted : .text)]
            })
    }

    private var source: Block? {
        guard !reading.indicator.source.isEmpty else { return nil }
        let text = context.language("公募要領「\(reading.indicator.source)」", "Call: \"\(reading.indicator.source)\"")
        return Block(rank: 2, lines: wrapped(text, to: width).map { [piece($0, .muted)] })
    }

    /// Items one behind the other with a dot between them, as many in a line as there is room for.
    private func packed(_ items: [[Piece]]) -> [[Piece]] {
        let dot = piece(" · ", .muted)
        var lines: [[Piece]] = []
        var used = 0
        for item in items {
            let needed = item.reduce(0) { $0 + cellWidth($1.text) }
            if let last = lines.indices.last, used + 3 + needed <= width {
                lines[last] += [dot] + item
                used += 3 + needed
            } else {
                lines.append(item)
                used = needed
            }
        }
        return lines
    }
}
