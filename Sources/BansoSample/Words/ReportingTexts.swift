import BansoDomain

/// Liaison meetings, and what is written in reports.
enum ReportingTexts {
    /// When they are held.
    static let meetings: [ProgrammeDays.Date] = [.init(5, 28), .init(8, 27), .init(11, 12), .init(2, 18)]

    static func meeting(_ number: Int, on day: Day) -> Record {
        Record(
            .meeting,
            [
                "date": .day(day), "title": .text("第\(number)回連携会議"), "venue": .text("福岡合同庁舎"),
                "participants": .text("九州経済産業局、受託事業者、九州各県の商工団体（12名）"),
                "minutes": .text("1. 各事業の進捗の共有\n2. 次の四半期の開催計画\n3. 企業の掘り起こしでの役割分担"),
                "materials": .text("資料1 進捗一覧\n資料2 開催計画"),
            ])
    }

    /// With what had been left out.
    static func corrected(_ meeting: Record) -> Record {
        var meeting = meeting
        meeting["minutes"] = .text((meeting["minutes"].text ?? "") + "\n4. 次回の日程")
        return meeting
    }

    /// Why it was corrected, for the next report.
    static func reason(for meeting: RecordKey, of programme: ProgrammeID, in month: FiscalMonth) -> Record {
        Record(
            .correctionReason,
            [
                "month": .text(month.iso), "programme": .text(programme.text), "record": .text("\(meeting)"),
                "reason": .text("議事録に次回の日程が抜けていた"),
            ])
    }

    static func report(for month: FiscalMonth, of programme: ProgrammeID) -> Record {
        Record(
            .monthlyReport,
            [
                "month": .text(month.iso), "programme": .text(programme.text),
                "overview": .text("計画のとおり実施した。"), "analysis": .text("人手不足とデジタル化を課題に挙げる企業が多い。"),
                "issues": .text("申込が少ない県では、商工団体を通じた案内を増やす。"),
                "plans": .text("\(month.next.month)月は予定の催しに加え、未相談の企業への連絡を進める。"),
            ])
    }
}
