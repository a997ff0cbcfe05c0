import BansoDomain

extension ReportsScreen: Spoken {
    func spokenTitle(_ context: Context) -> String { context.language("月次報告", "monthly reports") }

    func spokenLines(_ context: Context) -> [SpokenLine] {
        rows.map { row in
            let parts = [
                row.deadline.month.spelled(context.language), row.programme.id.text, row.state(context).0,
                row.note(context),
            ]
            return SpokenLine(
                Speech.joined(parts, context), .perform([.open(.report(row.deadline.month, row.programme.id))]))
        }
    }
}

extension CorrectionsScreen: Spoken {
    func spokenTitle(_ context: Context) -> String { context.language("訂正の理由", "reasons for corrections") }

    func spokenLines(_ context: Context) -> [SpokenLine] {
        rows.map { row in
            let parts = [
                row.month.spelled(context.language), row.cause.who(context.language), row.cause.what(context.language),
            ]
            return SpokenLine(Speech.joined(parts, context), .perform([.open(.form(form(of: row.record)))]))
        }
    }
}

extension ReportScreen: Spoken {
    func spokenTitle(_ context: Context) -> String {
        context.language(
            "\(month.spelled(.ja)) \(programme)の月次報告", "report for \(month.spelled(.en)), programme \(programme)")
    }

    /// Row by row: a table's cells with their headings.
    func spokenLines(_ context: Context) -> [SpokenLine] {
        guard let reported else { return [] }
        return reported.page(context.language).blocks.dropFirst().flatMap { block -> [String] in
            switch block {
            case .heading(let title, _): [title]
            case .text(let text): text.split(separator: "\n").map(String.init)
            case .facts(let facts): facts.map { Speech.pair($0.label, $0.value.replacing("\n", with: " "), context) }
            case .table(let table):
                table.rows.map { row in
                    Speech.joined(
                        zip(table.columns, row).filter { !$1.isEmpty }.map { $0.isNumber ? "\($0.heading) \($1)" : $1 },
                        context)
                }
            case .newSheet: []
            }
        }.map { SpokenLine($0) }
    }
}
