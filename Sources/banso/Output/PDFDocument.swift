import BansoDomain
import BansoExchange
import Foundation

/// A report as a PDF, made by LibreOffice from a flat OpenDocument text: its line breaking and fonts are made for
/// Japanese, and the text in the PDF can be selected and searched.
enum PDFDocument {
    /// - Throws: `CommandFailure` where LibreOffice isn't there.
    static func assertAvailable() throws { _ = try program() }

    /// - Throws: `CommandFailure` where LibreOffice isn't there, ends in an error or doesn't end, or the person stopped it.
    /// - Parameter isStopped: asked now and then.
    static func bytes(
        of page: ReportPage, _ language: Language, isStopped: () -> Bool = { Interruption.isAsked }
    ) throws -> [UInt8] {
        let program = try program()
        let folder = try TemporaryFolder(.pdf)
        defer { folder.remove() }
        let source = folder.path + "/report.fodt"
        do {
            try PrivateFile.replace(source, with: Data(OpenDocument.text(of: page, language).utf8))
        } catch {
            throw TemporaryFolder.full
        }
        let status: Int32
        do throws(LibreOffice.Stopped) {
            status = try LibreOffice.convert(source, to: "pdf", in: folder.path, by: program, isStopped: isStopped)
        } catch {
            if case .interrupted = error { try ReportFile.checkInterruption() }
            if case .full = error { throw TemporaryFolder.full }
            if case .notStarted(let reason) = error { throw failure(reason) }
            throw failure(language("\(LibreOffice.patience)秒で終わりません", "no end within \(LibreOffice.patience) s"))
        }
        guard status == 0 else { throw failure(language("終了コード \(status)", "exit code \(status)")) }
        // Without its word processor LibreOffice ends well and has made nothing.
        guard let data = FileManager.default.contents(atPath: folder.path + "/report.pdf"), !data.isEmpty else {
            throw failure(
                language("libreoffice-writer-nogui がないようです", "libreoffice-writer-nogui seems to be missing"))
        }
        return Array(data)
    }

    private static func program() throws -> String {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
        let candidates = folders.flatMap { folder in ["soffice", "libreoffice"].map { folder + "/" + $0 } }
        guard let found = candidates.first(where: FileManager.default.isExecutableFile) else {
            throw CommandFailure(
                "PDF には LibreOffice が要ります（例：sudo apt install libreoffice-writer-nogui fonts-noto-cjk。--format md ならそのまま使えます）",
                "a PDF needs LibreOffice (try: sudo apt install libreoffice-writer-nogui fonts-noto-cjk; --format md works without)"
            )
        }
        return found
    }

    private static func failure(_ reason: String) -> CommandFailure {
        CommandFailure(
            "LibreOffice で PDF を作れません（\(reason)）。--format md を使うか、LibreOffice の状態を確かめてください",
            "LibreOffice can't make the PDF (\(reason)); use --format md, or look at LibreOffice")
    }
}
