import ArgumentParser
import BansoDomain
import BansoExchange
import Foundation
import TerminalUI

/// What a report is written as.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    case md, csv, xlsx, json, pdf

    /// Whether it is bytes that no terminal should be given.
    var isBinary: Bool { self == .xlsx || self == .pdf }
}

/// Where a report goes: a file that is there whole or not at all, or standard output.
final class ReportFile {
    private let file: any OutgoingFile
    private let outgoing: LedgeredFile
    private let path: String?
    private let format: ReportFormat

    /// - Throws: `CommandFailure` where the file can't be made, or a document has nowhere to go.
    init(_ path: String?, format: ReportFormat) throws {
        self.format = format
        guard path != nil || !format.isBinary else {
            throw CommandFailure(
                "\(format.rawValue) はファイルに書きます（--out 報告.\(format.rawValue)）",
                "\(format.rawValue) goes into a file; name it with --out report.\(format.rawValue)")
        }
        if format == .pdf { try PDFDocument.assertAvailable() }
        // Before there is a file that a signal could leave behind.
        if path != nil { Interruption.watch() }
        file = try path.map { try NewFile($0) } ?? PrintedFile()
        outgoing = LedgeredFile(file)
        self.path = path
    }

    /// - Throws: `CommandFailure` where the person stopped it.
    static func checkInterruption() throws {
        guard Interruption.isAsked else { return }
        throw CommandFailure("中断しました。何も書き出していません", "interrupted; nothing was written", code: Interruption.code)
    }

    /// The programmes asked for; all where none is named.
    /// - Throws: `CommandFailure` where there is none of the name.
    static func programmes(_ name: String?, in catalogue: Catalogue) throws -> [ProgrammeID] {
        guard let name else { return catalogue.programmes.map(\.id) }
        let id = ProgrammeID(Folding.typed(name).uppercased())
        guard catalogue.programmes.contains(where: { $0.id == id }) else {
            let known = catalogue.programmes.map(\.id.text).joined(separator: ", ")
            throw CommandFailure("事業区分 \(name) はありません（\(known)）", "no programme \(name); there are \(known)")
        }
        return [id]
    }

    /// A page as Markdown or as a PDF.
    func write(_ page: ReportPage, _ language: Language) throws {
        guard format == .pdf else { return try write(MarkdownReport.text(of: page)) }
        try outgoing.write(PDFDocument.bytes(of: page, language)[...])
    }

    func write(_ text: String) throws {
        guard path == nil else { return try outgoing.write(text) }
        // Line by line, so that nothing that somebody wrote acts on the terminal.
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(text.hasSuffix("\n") ? 1 : 0)
        {
            try outgoing.write(visible(String(line)) + "\n")
        }
    }

    func write(_ table: MonthlyReportTable, as format: TableFormat, _ language: Language) throws {
        do {
            try table.write(as: format, language, path == nil ? .utf8 : .utf8WithMark, to: outgoing.write)
        } catch let error as ExportError {
            throw CommandFailure(error.text.ja, error.text.en)
        }
    }

    /// - Parameter entry: what the ledger is told of it; nil where it holds no personal data.
    func publish(_ language: Language, noting entry: ReportEntry? = nil) throws {
        do {
            try ReportFile.checkInterruption()
            try file.seal()
            try outgoing.publish(noting: entry)
        } catch {
            file.discard()
            throw error
        }
        guard let path else { return }
        let noted = entry == nil ? "" : language("（書き出し台帳に記録）", " (entered in the export ledger)")
        print(language("\(path) に書き出しました", "written to \(path)") + noted)
    }

    func discard() { file.discard() }
}
