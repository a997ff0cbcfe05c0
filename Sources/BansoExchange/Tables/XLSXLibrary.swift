import CXlsxWriter

/// libxlsxwriter, loaded when the first sheet is written.
typealias XLSXLibrary = banso_xlsx

extension XLSXLibrary {
    /// The file of the version that this program was built for.
    private static let file = String(cString: banso_xlsx_file())

    /// - Throws: `ExportError.noSpreadsheetLibrary`.
    static func load(_ name: String = file) throws -> XLSXLibrary {
        var library = XLSXLibrary()
        if let missing = banso_load_xlsx(name, &library) {
            throw ExportError.noSpreadsheetLibrary(String(cString: missing))
        }
        return library
    }
}
