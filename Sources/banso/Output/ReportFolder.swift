import BansoApp
import BansoDomain
import BansoExchange

/// Writes reports as Markdown into the folder that the desk was started in.
final class ReportFolder: ReportKeeper {
    func write(_ sheet: ReportSheet) throws(KeepingError) -> String {
        let report = sheet.month.report
        let state = sheet.month.frozen == nil ? "-draft" : ""
        do {
            let file = try NewFile("report-\(report.month.iso)-\(report.programme)\(state).md")
            try file.write(Array(MarkdownReport.text(of: sheet.month.page(sheet.language)).utf8)[...])
            try file.publish()
            return file.path
        } catch let error as CommandFailure {
            throw KeepingError(error.text.ja, error.text.en)
        } catch {
            throw KeepingError("\(error)", "\(error)")
        }
    }
}
