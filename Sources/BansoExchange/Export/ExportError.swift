import BansoDomain

/// Why a table could not be written to a file.
public enum ExportError: Error, Hashable, Sendable {
    /// The system has no converter for the encoding.
    case encodingUnavailable(String)
    /// Characters that the encoding doesn't have: the first cells of all that have some, and how many there are.
    case notEncodable([ExportGap], cells: Int)
    /// A text that a spreadsheet's cell can't hold; `row` is 1 for the heading.
    case tooLong(row: Int, column: ImportColumn, limit: Int)
    /// More rows than a sheet can hold.
    case tooManyRows(limit: Int)
    /// The spreadsheet could not be made.
    case spreadsheet(String)
    /// libxlsxwriter isn't there, or another version of it.
    case noSpreadsheetLibrary(String)

    /// What is wrong and what to do.
    public var text: LocalizedText {
        switch self {
        case .encodingUnavailable(let name): ImportProblem.encodingUnavailable(name).text
        case .notEncodable(_, let cells):
            LocalizedText(
                ja: "CP932 で書けない文字のある欄が\(cells)あります。utf-8-bom で書き出すか、文字を直してください（何も書き出していません）",
                en:
                    "\(cells) \(cells == 1 ? "cell has" : "cells have") characters that CP932 lacks; export as utf-8-bom "
                    + "or change them (nothing was written)")
        case .tooLong(let row, let column, let limit):
            LocalizedText(
                ja: "\(row)行目\(column.number)列目（\(column.name.ja)）：xlsx の1セルは\(limit)文字までです。csv で書き出してください",
                en:
                    "row \(row), column \(column.number) (\(column.name.en)): a cell of xlsx holds \(limit) characters; "
                    + "export as csv")
        case .tooManyRows(let limit):
            LocalizedText(
                ja: "xlsx の1シートは\(limit)行までです。csv で書き出してください",
                en: "a sheet of xlsx holds \(limit) rows; export as csv")
        case .spreadsheet(let reason):
            LocalizedText(
                ja: "xlsx を作れません（\(reason)）。TMPDIR の空きを確かめてください",
                en: "can't make the xlsx (\(reason)); check the room in TMPDIR")
        case .noSpreadsheetLibrary(let reason):
            LocalizedText(
                ja: "xlsx を書くライブラリがありません（\(reason)）。Debian では apt install libxlsxwriter4 で入ります。csv でも書き出せます",
                en:
                    "the library that writes xlsx is missing (\(reason)); on Debian apt install libxlsxwriter4, or export as csv"
            )
        }
    }
}
