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

/// Where a report goes: a file that is there whole or not at all, or the terminal.
final class ReportFile {
    private let file: NewFile?
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
        file = try path.map(NewFile.init)
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
        guard format == .pdf, let file else { return try write(MarkdownReport.text(of: page)) }
        try file.write(PDFDocument.bytes(of: page, language)[...])
    }

    func write(_ text: String) throws {
        if let file { return try file.write(Array(text.utf8)[...]) }
        // Line by line, so that nothing that somebody wrote acts on the terminal.
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(text.hasSuffix("\n") ? 1 : 0)
        {
            print(visible(String(line)))
        }
    }

    func write(_ table: MonthlyReportTable, as format: TableFormat, _ language: Language) throws {
        do {
            guard let file else {
                var bytes: [UInt8] = []
                try table.write(as: format, language) { bytes += $0 }
                var output = StandardOutput()
                try StandardOutput.assert(output.write(bytes[...]) && output.finish())
                return
            }
            try table.write(as: format, language, .utf8WithMark) { try file.write($0) }
        } catch let error as ExportError {
            throw CommandFailure(error.text.ja, error.text.en)
        }
    }

    func publish(_ language: Language) throws {
        guard let file else { return }
        do {
            try ReportFile.checkInterruption()
            try file.publish()
        } catch {
            file.discard()
            throw error
        }
        print(language("\(file.path) に書き出しました", "written to \(file.path)"))
    }

    func discard() { file?.discard() }
}
