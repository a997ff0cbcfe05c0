import BansoDomain

/// Postings, and behind the number of each those who applied.
extension MatchingScreen: Spoken {
    var rowActions: Set<Action> {
        panel == .postings ? [.addApplicant, .edit] : Set(MatchingStep.allCases.map(\.action) + [.edit])
    }

    /// A page that is read out has no arrows.
    func spokenBindings(_ context: Context) -> [Binding] {
        bindings(context).map { binding in
            guard binding.refusal == MatchingScreen.notOnApplicant else { return binding }
            var binding = binding
            binding.refusal = LocalizedText(
                ja: "求人の番号で応募者へ進んでから", en: "a posting's number leads to its applicants first")
            return binding
        }
    }

    var openAction: Action? { panel == .postings ? .right : .open }

    func spokenTitle(_ context: Context) -> String {
        let language = context.language
        guard panel == .applicants, let posting else {
            return Speech.joined(
                [
                    language("マッチング", "matching"),
                    isOpenOnly ? language("掲載中のみ", "open postings only") : language("すべての求人", "all postings"),
                ], context)
        }
        let count = applicants.count
        return Speech.joined(
            [
                posting.posting.record["title"].text ?? "", posting.organisation,
                language("応募者 \(count)人", count == 1 ? "1 applicant" : "\(count) applicants"),
            ], context)
    }

    func spokenLines(_ context: Context) -> [SpokenLine] {
        panel == .postings ? postingLines(context) : applicantLines(context)
    }

    mutating func goBack(_ context: Context) -> Bool {
        guard panel == .applicants else { return false }
        _ = update(.action(.left), context)
        return true
    }

    // MARK: Postings

    private func postingLines(_ context: Context) -> [SpokenLine] {
        let language = context.language
        var lines: [SpokenLine] = []
        if let rate, let parts = rate.rate {
            let words = OfferRateLine(reading: rate, context: context).full(parts).map { Speech.paused($0, context) }
            lines = words.map { SpokenLine($0) }
        }
        // Places are counted from the list's beginning, of which the first rows may not be held any more.
        let first = postings.position - postings.selected
        lines += postings.rows.enumerated().map { index, line in
            SpokenLine(
                Speech.joined([line.organisation, line.posting.record["title"].text ?? ""], context),
                .row(first + index), identity: line.posting.key,
                state: Speech.joined(
                    [
                        line.kind(on: context.today, language), line.posting.record["date"].day?.short(language) ?? "",
                        figures(of: line, language),
                    ], context))
        }
        if postings.rows.isEmpty {
            lines.append(
                SpokenLine(
                    isOpenOnly
                        ? language("掲載中の求人はありません。fですべての求人", "no posting is open; f reads all")
                        : language("まだ求人がありません", "no postings yet")
                            + (context.isReadOnly ? "" : language("。pで追加", "; p adds one"))))
        } else if !postings.isAtEnd {
            lines.append(SpokenLine(language("ほかの求人は検索で開けます", "search opens the others")))
        }
        return lines
    }

    /// 応募 4 面談 1: what there is none of is not said.
    private func figures(of line: PostingLine, _ language: Language) -> String {
        let words =
            language == .ja
            ? ["応募", "面談", "内定", "契約"] : ["applied", "interviewed", "offered a job", "under contract"]
        let figures = zip(words, line.figures).filter { $0.1 > 0 }
        guard !figures.isEmpty else { return language("応募なし", "nobody has applied") }
        return figures.map { language("\($0.0) \($0.1)", "\($0.1) \($0.0)") }.joined(separator: language(" ", ", "))
    }

    // MARK: Applicants

    private func applicantLines(_ context: Context) -> [SpokenLine] {
        guard let posting else { return [] }
        let language = context.language
        let company = posting.posting.record["organisation"].number.map {
            SpokenLine.Choice.perform([.open(.showing(RecordKey(.organisation, $0)))])
        }
        let people = applicants.enumerated().map { place, applicant in
            SpokenLine(
                Speech.joined([applicant.name, applicant.tags(language)], context), .row(place),
                identity: applicant.application.key, state: steps(of: applicant.application.record, context))
        }
        let none = SpokenLine(
            language("まだ応募者がいません", "nobody has applied yet")
                + (context.isReadOnly ? "" : language("。aで追加", "; a adds somebody")))
        return [SpokenLine(Speech.pair(language("企業", "company"), posting.organisation, context), company)]
            + (people.isEmpty ? [none] : people)
    }

    /// How far somebody has come: 書類、面談 11/12.
    private func steps(of record: Record, _ context: Context) -> String {
        let language = context.language
        let taken = MatchingStep.allCases.filter { $0.isDone(in: record) }
        guard !taken.isEmpty else {
            let day = record["date"].day?.short(language) ?? ""
            return language("応募 \(day)", "applied \(day)")
        }
        return Speech.joined(
            taken.map { step in
                [step.label(language), step.day(in: record)?.short(language) ?? ""].filter { !$0.isEmpty }
                    .joined(separator: " ")
            }, context)
    }
}
