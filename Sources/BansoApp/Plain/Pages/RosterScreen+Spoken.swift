import BansoDomain

/// Who is there, and at the door: a name, or two letters of it, for each who arrives.
extension RosterScreen: NameTaking {
    var rowActions: Set<Action> { [.done, .delete, .survey, .edit] }

    func spokenBindings(_ context: Context) -> [Binding] { bindings(context) + [RosterScreen.nextRole] }

    func spokenNote(after action: Action, _ context: Context) -> String? {
        action == .toggleView
            ? Speech.pair(context.language("次に来る人の役割", "role of the next"), role.label(context.language), context) : nil
    }

    /// What stands in the list can be changed by letters.
    mutating func turnToSpeech(_ context: Context) { _ = update(.action(.right), context) }

    /// From those who were found to the roster.
    mutating func goBack(_ context: Context) -> Bool {
        guard walkIn != nil else { return false }
        type("")
        return true
    }

    mutating func take(_ name: String, from desk: any DeskReader, _ context: Context) throws -> [Effect] {
        if let doorRefusal = doorRefusal(context) { return [.say(Message(.error, doorRefusal(context.language)))] }
        let isNew = name.first.map { "+＋".contains($0) } ?? false
        type(isNew ? String(name.dropFirst()) : name)
        try load(from: desk, context)
        if isNew { return arrive(hits.count, context) }
        return sure.map { arrive($0, context) } ?? []
    }

    /// The only one who was found by a name of their own, or the only one of just this name. Whose contact has that name
    /// is read out first.
    private var sure: Int? {
        if hits.count == 1, hits[0].hit.contact.isEmpty { return 0 }
        let key = Folding.searchKey(walkIn ?? "")
        let named = hits.indices.filter { Folding.searchKey(hits[$0].hit.name) == key }
        return named.count == 1 ? named[0] : nil
    }

    func spokenTitle(_ context: Context) -> String {
        let language = context.language
        guard let roster else { return language("このイベントは削除されました", "this event is gone") }
        if let walkIn {
            let count = hits.count
            return count == 0
                ? language("「\(walkIn)」は見つかりません", "nobody found for '\(walkIn)'")
                : isAhead(context)
                    ? language(
                        "「\(walkIn)」 \(count)件、番号で申込、bで名簿へ",
                        "\(count) found for '\(walkIn)'; a number registers, b leads back")
                    : language(
                        "「\(walkIn)」 \(count)件、番号で受付、bで名簿へ",
                        "\(count) found for '\(walkIn)'; a number lets in, b leads back")
        }
        return Speech.joined(
            [
                language("受付", "door"), roster.title,
                language(
                    "参加 \(roster.organisations)社・\(roster.people)人",
                    "\(roster.organisations) companies and \(roster.people) people are here"),
                language("申込 \(roster.expected)", "\(roster.expected) expected"),
                language("欠席 \(roster.noShows)", "\(roster.noShows) missing"),
            ], context)
    }

    func spokenLines(_ context: Context) -> [SpokenLine] {
        guard let roster else { return [] }
        return walkIn.map { candidates($0, context) } ?? lines(of: roster, context)
    }

    // MARK: Lines

    private func candidates(_ name: String, _ context: Context) -> [SpokenLine] {
        let new = SpokenLine(
            isAhead(context)
                ? context.language("新しい企業「\(name)」の申込", "registers as a new company '\(name)'")
                : context.language("新しい企業「\(name)」として受付", "arrives as a new company '\(name)'"),
            .perform(arrival(of: hits.count, context)))
        return hits.enumerated().map { index, hit in
            SpokenLine(
                hit.hit.name, .perform(arrival(of: index, context)), identity: hit.hit.key,
                state: Speech.joined(
                    [presence(hit.attendance, context), Speech.paused(HitWords.detail(hit.hit, context), context)],
                    context))
        } + [new]
    }

    private func lines(of roster: Roster, _ context: Context) -> [SpokenLine] {
        let language = context.language
        var lines = [
            SpokenLine(
                doorRefusal(context)?(language)
                    ?? dayAhead(context).map {
                        language(
                            "開催日（\($0.short(.ja))）の前：来る人の名前かかなを2文字ほどで申込。+名前で新しい企業",
                            "before its day (\($0.short(.en))): two letters of a name register somebody; + and a name a new company"
                        )
                    }
                    ?? language(
                        "来た人の名前かかなを2文字ほどで受付。+名前で新しい企業",
                        "two letters of a name let somebody in; + and a name a new company"))
        ]
        if isPlanned, !isAhead(context) {
            lines.append(
                SpokenLine(
                    language("状況は予定：まだ計上されません（「開催済みに」で計上）", "still planned: nothing counts yet (say: mark as held)")))
        }
        return lines
            + roster.lines.enumerated().map { place, line in
                let record = line.attendance.record
                let role = record["role"].text.flatMap(AttendanceRole.init)
                return SpokenLine(
                    line.name, .row(place), identity: line.attendance.key,
                    state: Speech.joined(
                        [
                            record["attendee"].text ?? "", role == .participant ? "" : role?.label(language) ?? "",
                            presence(line.attendance, context),
                        ], context))
            }
    }

    private func presence(_ attendance: StoredRecord?, _ context: Context) -> String {
        attendance?.record["presence"].text.flatMap(Presence.init)?.label(context.language) ?? ""
    }
}
