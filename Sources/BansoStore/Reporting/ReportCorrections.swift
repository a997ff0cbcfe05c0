import BansoDomain
import GRDB

/// Finds what has changed in reported months: the numbers by comparing, the records, who and why in the audit trail.
struct ReportCorrections {
    private let db: Database
    private let catalogue: Catalogue
    private let catalogueVersion: Int
    private let readers: ReportReaders
    /// The most causes that a correction lists.
    static let mostCauses = 200

    init(_ db: Database, catalogue: Catalogue, catalogueVersion: Int, readers: ReportReaders) {
        self.db = db
        self.catalogue = catalogue
        self.catalogueVersion = catalogueVersion
        self.readers = readers
    }

    /// A frozen report as it is stored.
    private struct Stored {
        var month: FiscalMonth
        var seq: Int64
        var catalogueVersion: Int
        var document: String
    }

    /// Those that a month's open report lists: of the months before it, what no frozen report has listed.
    func corrections(in month: FiscalMonth, of programme: Programme) throws -> [Correction] {
        let stored = try frozen(programme.id)
        let reasons = try reasons(in: month, of: programme.id)
        var corrections: [Correction] = []
        for own in stored.filter({ $0.month < month }).sorted(by: { $0.month < $1.month }) {
            let later = stored.filter { $0.month > own.month && $0.month != month }
            let since = later.reduce(own.seq) { max($0, $1.seq) }
            let version = later.reduce(own.catalogueVersion) { max($0, $1.catalogueVersion) }
            guard try version < catalogueVersion || isTouched(own.month, programme.id, since: since) else { continue }
            let reported = try MonthlyReport(document: own.document).reportedFigures(
                correctedBy: later.map { try MonthlyReport(document: $0.document) })
            let now = try readers.report(of: own.month, programme).figures
            let changes = Correction.changes(from: reported, to: now)
            let moved = try CorrectionCauses(db).causes(of: own.month, programme.id, since: since).map { cause in
                var cause = cause
                cause.reason = cause.record.flatMap { reasons["\($0)"] }
                return cause
            }
            // What was changed is told though no number is another one: texts, one company for another, one more and one less.
            guard !changes.isEmpty || !moved.isEmpty else { continue }
            let causes = changes.isEmpty ? moved : try definitions(since: version) + moved
            corrections.append(
                Correction(
                    month: own.month, figures: changes, causes: Array(causes.prefix(Self.mostCauses)),
                    further: max(0, causes.count - Self.mostCauses)))
        }
        return corrections
    }

    /// What people wrote for this month's report, by the record's key.
    private func reasons(in month: FiscalMonth, of programme: ProgrammeID) throws -> [String: String] {
        try Row.fetchAll(
            db.cachedStatement(sql: "SELECT record, reason FROM correction_reason WHERE month = ? AND programme = ?"),
            arguments: [month.iso, programme.text]
        ).reduce(into: [:]) { $0[$1[0]] = $1[1] }
    }

    /// In the order in which they were frozen.
    private func frozen(_ programme: ProgrammeID) throws -> [Stored] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT r.month, f.seq, f.catalogue_version, f.document
                    FROM monthly_report AS r JOIN frozen_report AS f ON f.report = r.id
                    WHERE r.programme = ? ORDER BY f.seq
                    """), arguments: [programme.text]
        ).compactMap { row in
            FiscalMonth(iso: row[0]).map {
                Stored(month: $0, seq: row[1], catalogueVersion: row[2], document: row[3])
            }
        }
    }

    private func isTouched(_ month: FiscalMonth, _ programme: ProgrammeID, since seq: Int64) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(
                sql: "SELECT EXISTS (SELECT 1 FROM report_touch WHERE month = ? AND programme = ? AND seq > ?)"),
            arguments: [month.iso, programme.text, seq]) ?? false
    }

    /// A definition that was changed may move any month.
    private func definitions(since version: Int) throws -> [CorrectionCause] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT c.taken_at, k.name, c.version FROM catalogue AS c LEFT JOIN coordinator AS k ON k.id = c.taken_by
                    WHERE c.version > ? ORDER BY c.version
                    """), arguments: [version]
        ).map { row in
            let taken = definition(takenAs: row[2])
            return CorrectionCause(
                at: row[0], by: row[1] ?? "", action: ChangeAction.define.label, record: nil, title: "",
                changes: taken.map { [$0.change] } ?? [], reason: taken?.reason)
        }
    }

    /// The definition that came with a version of the catalogue: each brings the next version of one, behind those that were
    /// there.
    private func definition(takenAs version: Int) -> (change: CorrectionCause.Change, reason: String?)? {
        let place = catalogue.definitions.count - 1 - (catalogueVersion - version)
        guard catalogue.definitions.indices.contains(place) else { return nil }
        let definition = catalogue.definitions[place]
        let before = catalogue.definitions[..<place].last { $0.id == definition.id }
        guard let before, before.version + 1 == definition.version else { return nil }
        let change = CorrectionCause.Change(
            field: definition.label, before: LocalizedText(ja: before.value, en: before.value),
            after: LocalizedText(ja: definition.value, en: definition.value))
        return (change, definition.reason)
    }
}
