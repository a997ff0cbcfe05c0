import BansoDomain

/// One row of a file of consultations.
struct ConsultationRow {
    let record: CSVRecord
    let header: ConsultationHeader
    let source: ImportFile
    let catalogue: Catalogue
    let today: Day

    /// Reads the row and books it. Nothing is written before all of the row is read.
    /// - Parameter booked: the numbers that earlier rows were given; a consultation with one of these is another one.
    /// - Returns: the number it was given.
    /// - Throws: `RowFailure.row` with the first column that is wrong, or what the desk refuses.
    func book(at desk: BulkDesk, besides booked: Set<Int64>) throws(RowFailure) -> Int64 {
        try record.check(columns: header.columns)
        try checkOwn(at: desk, besides: booked)
        try checkOrdinal()
        let company = try company(at: desk)
        var consultation = Consultation(
            company: company, date: try date(), start: try start(), minutes: try minutes(), mode: try mode(),
            topics: try text(.topics), notes: try text(.notes))
        let nextAction = try nextAction()
        consultation.coordinator = try coordinator(at: desk)
        let receipt = try RowFailure.desk { try desk.book(consultation, nextAction: nextAction) }
        return receipt.consultation.value
    }

    private func checkOwn(at desk: BulkDesk, besides booked: Set<Int64>) throws(RowFailure) {
        let typed = try text(.own)
        if typed.isEmpty { return }
        guard let number = RecordNumber.read(typed) else { throw wrong(.own, typed, RecordNumber.none) }
        guard !booked.contains(number) else { return }
        if try RowFailure.desk({ try desk.exists(RecordKey(.consultation, number)) }) {
            throw wrong(
                .own, typed,
                LocalizedText(
                    ja: "この番号の相談は既にあります（別の相談なら番号を空けてください）",
                    en: "is already there; leave the number empty for another consultation"))
        }
    }

    private func checkOrdinal() throws(RowFailure) {
        let typed = try text(.ordinal)
        if typed.isEmpty { return }
        var folded = Folding.typed(typed)
        if folded.hasSuffix("回") { folded.removeLast() }
        if folded.hasSuffix("回目") { folded.removeLast(2) }
        let limit = catalogue.consultation.limit
        guard folded.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let ordinal = Int(folded),
            (1...max(1, limit)).contains(ordinal)
        else {
            let shown = String(typed.prefix(Quoted.limit))
            throw .row(
                header.column(.ordinal),
                LocalizedText(ja: "\(shown)回目：1社につき\(limit)回までです", en: "ordinal \(shown): at most \(limit) per company")
            )
        }
    }

    /// By number where there is one, else by name, which is made known where it is new.
    private func coordinator(at desk: BulkDesk) throws(RowFailure) -> CoordinatorID? {
        let typed = try text(.coordinatorNumber)
        let name = try text(.coordinator)
        guard typed.isEmpty else {
            switch try RecordLookup(kind: .coordinator, desk: desk).number(typed) {
            case .success(let number): return CoordinatorID(number)
            case .failure(let problem): throw wrong(.coordinatorNumber, typed, problem.reason)
            }
        }
        return name.isEmpty ? nil : try RowFailure.desk { try desk.coordinator(named: name) }
    }

    /// By number where there is one, else by name. A name that two share names nobody.
    private func company(at desk: BulkDesk) throws(RowFailure) -> OrganisationID {
        let record = try text(.companyNumber)
        guard record.isEmpty else {
            switch try RecordLookup(kind: .organisation, desk: desk).number(record) {
            case .success(let number): return OrganisationID(number)
            case .failure(let problem): throw wrong(.companyNumber, record, problem.reason)
            }
        }
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
            throw .row(
                header.column(.company) ?? header.column(.number) ?? header.column(.companyNumber),
                LocalizedText(ja: "法人番号か企業名が要ります", en: "a corporate number or a name is needed"))
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
        guard catalogue.period.contains(day) else {
            let (from, to) = (catalogue.period.lowerBound.iso, catalogue.period.upperBound.iso)
            throw wrong(
                .date, typed,
                LocalizedText(ja: "事業期間外です（\(from)～\(to)）", en: "is outside the period (\(from) to \(to))"))
        }
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

    private func day(_ typed: String) -> Day? { FileDay.isDate(typed) ? DayReader.read(typed, today: today) : nil }

    private func notADate(_ column: ConsultationColumn, _ typed: String) -> RowFailure {
        wrong(column, typed, FileDay.reason)
    }

    /// The text of a column on one line; empty where the file doesn't have it.
    private func text(_ column: ConsultationColumn) throws(RowFailure) -> String {
        guard let place = header.place(of: column), !record.isEmpty(place) else { return "" }
        let found = try source.text(record, place, named: column.heading)
        return try FieldText.cell(found, isParagraph: false, column: header.column(column))
    }

    private func wrong(_ column: ConsultationColumn, _ typed: String, _ reason: LocalizedText) -> RowFailure {
        .row(header.column(column), Quoted.reason(typed, reason))
    }
}
