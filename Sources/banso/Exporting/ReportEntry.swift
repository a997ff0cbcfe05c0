import BansoDomain

/// What the export ledger is told of a month's report that holds personal data.
struct ReportEntry {
    static let usualPurpose = LocalizedText(ja: "九州経済産業局への月次報告", en: "monthly report to the Bureau")

    var entry: ExportEntry
    var ledger: any ExportLedger
    var actor: Actor

    /// - Parameters:
    ///   - purpose: empty for what such a report is for (seed, 報告（４）).
    ///   - ledger: opened only where something is to be entered.
    /// - Returns: nil where the reports hold no personal data.
    init?(
        of months: [ReportedMonth], purpose: String, format: String, _ language: Language,
        into ledger: () throws -> any ExportLedger, by actor: Actor
    ) rethrows {
        let programmes = months.filter(\.report.holdsPersonalData).map(\.report.programme.text)
        guard let month = months.first?.report.month, !programmes.isEmpty else { return nil }
        entry = ExportEntry(
            subject: "report", filter: "\(month.iso) \(programmes.joined(separator: " "))", rows: months.count,
            hash: [],
            purpose: purpose.isEmpty ? ReportEntry.usualPurpose(language) : purpose, format: format, name: "")
        self.ledger = try ledger()
        self.actor = actor
    }
}

extension LedgeredFile {
    /// Lets a report go out, with its entry where there is one. It is sealed.
    func publish(noting report: ReportEntry?) throws {
        guard let report else { return try file.publish() }
        try publish(report.entry, into: report.ledger, by: report.actor)
    }
}
