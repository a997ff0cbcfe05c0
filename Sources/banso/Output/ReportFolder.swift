import BansoApp
import BansoDomain
import BansoExchange

/// Writes reports as Markdown into a folder, and enters in the export ledger those that hold personal data.
final class ReportFolder: ReportKeeper {
    private let path: String
    private let ledger: any ExportLedger
    private let actor: Actor

    /// - Parameter path: of the folder; nil for the one that the desk was started in.
    init(_ path: String? = nil, ledger: any ExportLedger, actor: Actor) {
        self.path = path.map { $0 + "/" } ?? ""
        (self.ledger, self.actor) = (ledger, actor)
    }

    func write(_ sheet: ReportSheet) throws(KeepingError) -> String {
        let report = sheet.month.report
        let state = sheet.month.frozen == nil ? "-draft" : ""
        do {
            let file = try NewFile("\(path)report-\(report.month.iso)-\(report.programme)\(state).md")
            let outgoing = LedgeredFile(file)
            do {
                try outgoing.write(MarkdownReport.text(of: sheet.month.page(sheet.language)))
                try file.seal()
                let entry = ReportEntry(
                    of: [sheet.month], purpose: "", format: ReportFormat.md.rawValue, sheet.language,
                    into: { ledger }, by: actor)
                try outgoing.publish(noting: entry)
            } catch {
                file.discard()
                throw error
            }
            return file.path
        } catch let error as CommandFailure {
            throw KeepingError(error.text.ja, error.text.en)
        } catch {
            throw KeepingError("\(error)", "\(error)")
        }
    }
}
