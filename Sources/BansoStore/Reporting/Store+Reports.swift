import BansoDomain
import GRDB

extension Store {
    public func monthlyReports(of month: FiscalMonth, programmes: [ProgrammeID]) throws -> [ReportedMonth] {
        try read { db in
            let frozen = try Store.frozenReports(db)
            let readers = ReportReaders(db, catalogue: catalogue)
            return try programmes.compactMap { id -> ReportedMonth? in
                guard let programme = catalogue.programmes.first(where: { $0.id == id }) else { return nil }
                if let mark = frozen.first(where: { $0.month == month && $0.programme == id }) {
                    let document = try Store.document(of: month, id, db)
                    return ReportedMonth(
                        report: try MonthlyReport(document: document), frozen: mark, document: document,
                        pending: try pending(month, programme, db, readers))
                }
                let report = try openReport(of: programme, month: month, db, readers)
                return ReportedMonth(report: report, frozen: nil, document: report.document)
            }
        }
    }

    /// The months from the period's first to that of a day as the records are now, also those that are frozen; by programme,
    /// with the offers that events have led to up to the day.
    public func countedReports(until day: Day, programmes: [ProgrammeID]) throws -> [MonthlyReport] {
        try read { db in
            let readers = ReportReaders(db, catalogue: catalogue, lastOffer: day)
            var reports: [MonthlyReport] = []
            var month = FiscalMonth(catalogue.period.lowerBound)
            while month <= FiscalMonth(day) {
                for programme in catalogue.programmes where programmes.contains(programme.id) {
                    reports.append(try readers.report(of: month, programme))
                }
                month = month.next
            }
            return reports
        }
    }

    public func frozenReports() throws -> [FrozenReport] { try read { try Store.frozenReports($0) } }

    public func freeze(
        _ month: FiscalMonth, of programmes: [ProgrammeID], on today: Day, by actor: Actor
    ) throws -> [FrozenReport] {
        if let refusal = FrozenReport.refusal(of: month, on: today, period: catalogue.period) {
            throw DeskError.invalid(field: LocalizedText(ja: month.iso, en: month.iso), reason: refusal)
        }
        try change(.freeze, by: actor) { recorder in
            let readers = ReportReaders(recorder.db, catalogue: catalogue)
            for id in programmes {
                guard let programme = catalogue.programmes.first(where: { $0.id == id }) else {
                    throw DeskError.notFound(what: LocalizedText(ja: "事業区分 \(id)", en: "programme \(id)"))
                }
                try assertOpen(month, id, recorder.db)
                let document = try openReport(of: programme, month: month, recorder.db, readers).document
                try keep(document, of: month, id, recorder)
            }
        }
        return try frozenReports().filter { $0.month == month && programmes.contains($0.programme) }
    }

    /// After the period's last report nothing comes in which a correction could stand.
    private func pending(
        _ month: FiscalMonth, _ programme: Programme, _ db: Database, _ readers: ReportReaders
    ) throws -> [Correction] {
        guard month == FiscalMonth(catalogue.period.upperBound) else { return [] }
        return try corrections(in: month.next, of: programme, db, readers)
    }

    private func openReport(
        of programme: Programme, month: FiscalMonth, _ db: Database, _ readers: ReportReaders
    ) throws -> MonthlyReport {
        var report = try readers.report(of: month, programme)
        report.corrections = try corrections(in: month, of: programme, db, readers)
        return report
    }

    private func corrections(
        in month: FiscalMonth, of programme: Programme, _ db: Database, _ readers: ReportReaders
    ) throws -> [Correction] {
        try ReportCorrections(db, catalogue: catalogue, catalogueVersion: catalogueVersion, readers: readers)
            .corrections(in: month, of: programme)
    }

    private func assertOpen(_ month: FiscalMonth, _ programme: ProgrammeID, _ db: Database) throws {
        guard
            let mark = try Store.frozenReports(db).first(where: { $0.month == month && $0.programme == programme })
        else { return }
        let name = "\(month.iso) \(programme)"
        throw DeskError.invalid(
            field: LocalizedText(ja: name, en: name),
            reason: LocalizedText(
                ja: "\(mark.by)が確定済みです（\(mark.sha256.prefix(12))…）。変更は次の報告に訂正として載ります",
                en: "was frozen by \(mark.by) (\(mark.sha256.prefix(12))…); changes are corrections in the next report")
        )
    }

    private func keep(
        _ document: String, of month: FiscalMonth, _ programme: ProgrammeID, _ recorder: ChangeRecorder
    ) throws {
        let found = try Int64.fetchOne(
            recorder.db, sql: "SELECT id FROM monthly_report WHERE month = ? AND programme = ?",
            arguments: [month.iso, programme.text])
        let empty = Record(.monthlyReport, ["month": .text(month.iso), "programme": .text(programme.text)])
        let report = try found ?? recorder.insert(.monthlyReport, RecordRow.values(empty))
        let sha256 = Store.sha256(document)
        let seq = try recorder.noteFreeze(of: report, sha256: sha256)
        try recorder.db.execute(
            sql: """
                INSERT INTO frozen_report (report, seq, catalogue_version, sha256, document) VALUES (?, ?, ?, ?, ?)
                """, arguments: [report, seq, catalogueVersion, sha256, document])
    }

    private static func document(of month: FiscalMonth, _ programme: ProgrammeID, _ db: Database) throws -> String {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT f.document, f.sha256 FROM monthly_report AS r JOIN frozen_report AS f ON f.report = r.id
                    WHERE r.month = ? AND r.programme = ?
                    """), arguments: [month.iso, programme.text])
        let document: String = row?[0] ?? ""
        guard sha256(document) == row?[1] else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: damage(month.iso, programme.text))
        }
        return document
    }

    /// Reports that are not what the audit trail says was frozen.
    static func frozenDamages(_ db: Database) throws -> [String] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT r.month, r.programme, f.sha256, f.document, d.after
                FROM frozen_report AS f JOIN monthly_report AS r ON r.id = f.report
                    LEFT JOIN audit_detail AS d ON d.seq = f.seq
                ORDER BY r.month, r.programme
                """)
        var damages: [String] = []
        while let row = try rows.next() {
            let (sha256, noted): (String, String?) = (row[2], row[4])
            if sha256 != Store.sha256(row[3]) || noted?.contains("\"sha256\":\"\(sha256)\"") == false {
                damages.append(damage(row[0], row[1]))
            }
        }
        return damages
    }

    private static func damage(_ month: String, _ programme: String) -> String {
        "the frozen report \(month) \(programme) is not what was frozen"
    }

    /// Changes count from the last report that has listed them: the month's own, or that of a later month.
    private static func frozenReports(_ db: Database) throws -> [FrozenReport] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT r.month, r.programme, a.at, k.name, f.sha256, (
                        SELECT count(*) FROM report_touch AS t
                        WHERE t.month = r.month AND t.programme = r.programme AND t.seq > (
                            SELECT max(g.seq) FROM monthly_report AS l JOIN frozen_report AS g ON g.report = l.id
                            WHERE l.programme = r.programme AND l.month >= r.month))
                    FROM frozen_report AS f JOIN monthly_report AS r ON r.id = f.report
                        JOIN audit AS a ON a.seq = f.seq JOIN coordinator AS k ON k.id = a.actor
                    ORDER BY r.month, r.programme
                    """)
        ).compactMap { row in
            FiscalMonth(iso: row[0]).map {
                FrozenReport(
                    month: $0, programme: ProgrammeID(row[1]), at: row[2], by: row[3], sha256: row[4], changes: row[5])
            }
        }
    }
}
