import BansoDomain
import CXlsxWriter

/// A table as a spreadsheet of Excel: typed cells, a bold heading that stays while one scrolls and can be filtered, columns
/// as wide as what they hold, a Japanese font, one page wide on paper.
///
/// The rows lie in a private folder until the end (libxlsxwriter's constant-memory mode): memory does not grow with them.
/// Yes and no are words, as in a CSV: LibreOffice makes formulas of a spreadsheet's truth values. A text that would be a formula in a CSV is guarded here too. A cell with text never runs, but what is saved as CSV or
/// copied from it would.
final class XLSXTableWriter: TableWriter {
    /// Excel's limits; a text's is in UTF-16 units.
    private static let mostRows = 1_048_576
    private static let longestText = 32_767
    /// In characters of half width.
    private static let widths = 6...60

    private let columns: [TableColumn]
    private let language: Language
    private let sink: TableFormat.Sink
    private let folder: WorkFolder
    private let library: XLSXLibrary
    private let book: UnsafeMutablePointer<lxw_workbook>
    private let sheet: UnsafeMutablePointer<lxw_worksheet>
    private let looks: XLSXLooks
    private var widths: [Int]
    private var row: UInt32 = 0
    private var isClosed = false

    /// - Throws: `ExportError.noSpreadsheetLibrary`, `.spreadsheet`.
    init(
        _ columns: [TableColumn], title: LocalizedText, _ language: Language, to sink: @escaping TableFormat.Sink
    ) throws {
        self.columns = columns
        self.language = language
        self.sink = sink
        let library = try XLSXLibrary.load()
        self.library = library
        let folder = try WorkFolder()
        self.folder = folder
        widths = columns.map { XLSXTableWriter.least($0.kind) }
        let made = folder.path.withCString { temporary in
            var options = lxw_workbook_options()
            options.constant_memory = 1
            options.tmpdir = UnsafeMutablePointer(mutating: temporary)
            return library.workbook_new_opt(folder.file, &options)
        }
        guard let made else { throw ExportError.spreadsheet("libxlsxwriter") }
        guard let sheet = library.workbook_add_worksheet(made, XLSXText.sheetName(title(language))) else {
            library.lxw_workbook_free(made)
            throw ExportError.spreadsheet("libxlsxwriter")
        }
        book = made
        self.sheet = sheet
        looks = try XLSXLooks(made, language, by: library)
        for (index, column) in columns.enumerated() {
            let isNumber = column.kind == .number
            try put(
                column.heading(language), at: UInt16(index), isNumber ? looks.numberHeading : looks.heading)
            // Room for the filter's button.
            widths[index] = max(widths[index], XLSXText.width(column.heading(language)) + 3)
        }
        row = 1
    }

    deinit {
        if !isClosed { library.lxw_workbook_free(book) }
    }

    func write(_ cells: [TableCell]) throws {
        guard row < XLSXTableWriter.mostRows else { throw ExportError.tooManyRows(limit: XLSXTableWriter.mostRows - 1) }
        for (index, cell) in cells.enumerated() { try write(cell, at: UInt16(index)) }
        row += 1
    }

    func finish() throws {
        for (index, width) in widths.enumerated() {
            let column = UInt16(index)
            _ = library.worksheet_set_column(sheet, column, column, Double(width), nil)
        }
        library.worksheet_freeze_panes(sheet, 1, 0)
        _ = library.worksheet_repeat_rows(sheet, 0, 0)
        library.worksheet_set_landscape(sheet)
        library.worksheet_set_paper(sheet, XLSXTableWriter.a4)
        library.worksheet_fit_to_pages(sheet, 1, 0)
        if let last = columns.indices.last {
            _ = library.worksheet_autofilter(sheet, 0, 0, max(1, row - 1), UInt16(last))
            let all = XLSXText.reference(ofColumn: 0) + "1:" + XLSXText.reference(ofColumn: last) + "\(max(1, row))"
            // Corporate numbers and postcodes are text on purpose.
            _ = library.worksheet_ignore_errors(sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), all)
        }
        isClosed = true
        let outcome = library.workbook_close(book)
        guard outcome == LXW_NO_ERROR else {
            throw ExportError.spreadsheet(library.lxw_strerror(outcome).map { String(cString: $0) } ?? "libxlsxwriter")
        }
        try folder.pass(to: sink)
    }

    private static let a4: UInt8 = 9

    private func write(_ cell: TableCell, at column: UInt16) throws {
        switch cell {
        case .empty: return
        case .text(let text):
            try put(CSVCell.guarded(text), at: column, text.utf8.contains(0x0A) ? looks.lines : looks.text)
        case .list, .flag: try put(CSVCell.guarded(cell.text(language)), at: column, looks.text)
        case .number(let number):
            try check(library.worksheet_write_number(sheet, row, column, Double(number), looks.text), column)
        case .decimal(let number):
            try check(library.worksheet_write_number(sheet, row, column, number, looks.decimal), column)
        case .time(let time):
            let share = Double(time.minutes) / (24 * 60)
            try check(library.worksheet_write_number(sheet, row, column, share, looks.time), column)
        case .day(let day):
            guard let serial = XLSXText.serial(day) else { return try put(day.iso, at: column, looks.text) }
            try check(library.worksheet_write_number(sheet, row, column, Double(serial), looks.day), column)
        }
        if case .number(let number) = cell { widen(column, to: String(number).utf8.count + 1) }
    }

    private func put(_ text: String, at column: UInt16, _ look: UnsafeMutablePointer<lxw_format>) throws {
        guard !text.isEmpty else { return }
        guard text.utf8.count <= XLSXTableWriter.longestText || text.utf16.count <= XLSXTableWriter.longestText else {
            throw ExportError.tooLong(row: Int(row) + 1, column: named(column), limit: XLSXTableWriter.longestText)
        }
        try check(library.worksheet_write_string(sheet, row, column, XLSXText.escaped(text), look), column)
        widen(column, to: XLSXText.width(text) + 2)
    }

    private func widen(_ column: UInt16, to width: Int) {
        let wanted = min(width, XLSXTableWriter.widths.upperBound)
        if wanted > widths[Int(column)] { widths[Int(column)] = wanted }
    }

    private func check(_ outcome: lxw_error, _ column: UInt16) throws {
        switch outcome {
        case LXW_NO_ERROR: return
        case LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED:
            throw ExportError.tooLong(row: Int(row) + 1, column: named(column), limit: XLSXTableWriter.longestText)
        default:
            throw ExportError.spreadsheet(library.lxw_strerror(outcome).map { String(cString: $0) } ?? "libxlsxwriter")
        }
    }

    private func named(_ column: UInt16) -> ImportColumn {
        ImportColumn(number: Int(column) + 1, name: columns[Int(column)].heading)
    }

    private static func least(_ kind: TableColumn.Kind) -> Int {
        switch kind {
        case .day: 12
        case .time, .flag: 8
        case .text, .number: widths.lowerBound
        }
    }
}
