import BansoDomain

/// One row of a file of consultations.
struct ConsultationRow {
    let record: CSVRecord
    let header: ConsultationHeader
    let source: ImportFile
    let today: Day

    /// Reads the row and books it. Nothing is written before all of the row is read.
    /// - Throws: `RowFailure.row` with the first column that is wrong, or what the desk refuses.
    func book(at desk: BulkDesk) throws(RowFailure) {
        guard record.columns == header.columns else {
            throw .row(
                nil,
                LocalizedText(
                    ja: "列の数が\(record.columns)です（見出しは\(header.columns)列）",
                    en: "has \(record.columns) columns, the heading has \(header.columns)"))
        }
        let company = try company(at: desk)
        var consultation = Consultation(
            company: company, date: try date(), start: try start(), minutes: try minutes(), mode: try mode(),
            topics: try text(.topics), notes: try text(.notes))
        let nextAction = try nextAction()
        let coordinator = try text(.coordinator)
        if !coordinator.isEmpty {
            consultation.coordinator = try RowFailure.desk { try desk.coordinator(named: coordinator) }
        }
        _ = try RowFailure.desk { try desk.book(consultation, nextAction: nextAction) }
    }

    /// By number where there is one, else by name. A name that two share names nobody.
    private func company(at desk: BulkDesk) throws(RowFailure) -> OrganisationID {
        let typed = try text(.number)
        let name = try text(.company)
        let named = name.isEmpty ? [] : try RowFailure.desk { try desk.organisations(matching: name) }
        if !typed.isEmpty {
            let number: CorporateNumber
            do throws(CorporateNumber.Failure) {
                number = try CorporateNumber(typed)
            } catch {
                throw wrong(.number, typed, error.text)
            }
            guard let found = try RowFailure.desk({ try desk.organisation(numbered: number) }) else {
                throw wrong(
                    .number, typed,
                    LocalizedText(ja: "この法人番号の企業は登録されていません", en: "no company has this number"))
            }
            if named.count == 1, named[0] != found {
                throw wrong(
                    .company, name,
                    LocalizedText(ja: "法人番号とは別の企業の名前です", en: "is the name of another company than the number's"))
            }
            return found
        }
        if name.isEmpty {
            let column: ConsultationColumn = header.place(of: .company) == nil ? .number : .company
            throw .row(
                header.column(column), LocalizedText(ja: "法人番号か企業名が要ります", en: "a corporate number or a name is needed"))
        }
        switch named.count {
        case 1: return named[0]
        case 0:
            throw wrong(.company, name, LocalizedText(ja: "この名前の企業は登録されていません", en: "no company has this name"))
        default:
            throw wrong(
                .company, name,
                LocalizedText(
                    ja: "同じ名前の企業が複数あります。法人番号で指定してください",
                    en: "several companies have this name; give the corporate number"))
        }
    }

    private func date() throws(RowFailure) -> Day {
        let typed = try text(.date)
        guard let day = day(typed) else { throw notADate(.date, typed) }
        return day
    }

    private func start() throws(RowFailure) -> ClockTime? {
        let typed = try text(.start)
        if typed.isEmpty { return nil }
        guard let start = ClockTime(reading: typed) else {
            throw wrong(.start, typed, LocalizedText(ja: "時刻ではありません（例 14:00）", en: "is no time (such as 14:00)"))
        }
        return start
    }

    private func minutes() throws(RowFailure) -> Int {
        let typed = try text(.minutes)
        var folded = Folding.typed(typed)
        if folded.hasSuffix("分") { folded.removeLast() }
        guard folded.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let minutes = Int(folded),
            Consultation.possibleMinutes.contains(minutes)
        else {
            let (least, most) = (Consultation.possibleMinutes.lowerBound, Consultation.possibleMinutes.upperBound)
            throw wrong(
                .minutes, typed,
                LocalizedText(ja: "\(least)から\(most)までの分数ではありません", en: "must be \(least) to \(most) minutes"))
        }
        return minutes
    }

    private func mode() throws(RowFailure) -> Consultation.Mode {
        let typed = try text(.mode)
        let folded = Folding.typed(typed)
        guard
            let mode = Consultation.Mode.allCases.first(where: {
                [$0.rawValue, $0.label.ja, $0.label.en].contains(folded)
            })
        else {
            throw wrong(
                .mode, typed, LocalizedText(ja: "「オンライン」か「対面」のはずです", en: "must be online or in-person"))
        }
        return mode
    }

    private func nextAction() throws(RowFailure) -> NextAction? {
        let action = try text(.nextAction)
        let due = try text(.nextDue)
        if action.isEmpty {
            if due.isEmpty { return nil }
            throw .row(
                header.column(.nextDue),
                LocalizedText(ja: "次の対応のない期限です", en: "is due without a next action"))
        }
        if due.isEmpty { return NextAction(text: action) }
        guard let day = day(due) else { throw notADate(.nextDue, due) }
        return NextAction(text: action, due: day)
    }

    /// Without `today` and `+3d`: a file means the same whenever it is read.
    private func day(_ typed: String) -> Day? {
        let folded = Folding.typed(typed)
        guard folded.contains(where: \.isNumber), folded.first != "+", folded.first != "-" else { return nil }
        return DayReader.read(typed, today: today)
    }

    private func notADate(_ column: ConsultationColumn, _ typed: String) -> RowFailure {
        wrong(column, typed, LocalizedText(ja: "日付ではありません（例 2025-10-01）", en: "is no date (such as 2025-10-01)"))
    }

    /// The text of a column on one line; empty where the file doesn't have it.
    private func text(_ column: ConsultationColumn) throws(RowFailure) -> String {
        guard let place = header.place(of: column), !record.isEmpty(place) else { return "" }
        let found = FieldText.oneLine(try source.text(record, place, named: column.heading))
        if let control = FieldText.control(in: found) {
            throw .row(header.column(column), ControlCharacter.reason(control))
        }
        return FieldText.stored(found)
    }

    private func wrong(_ column: ConsultationColumn, _ typed: String, _ reason: LocalizedText) -> RowFailure {
        let quoted = Quoted.text(typed)
        return .row(
            header.column(column),
            LocalizedText(ja: "\(quoted.ja)：\(reason.ja)", en: "\(quoted.en): \(reason.en)"))
    }
}
