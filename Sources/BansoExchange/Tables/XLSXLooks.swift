import BansoDomain
import CXlsxWriter

/// How cells of a spreadsheet look. They belong to its workbook.
struct XLSXLooks {
    let text, lines, decimal, day, time, heading, numberHeading: UnsafeMutablePointer<lxw_format>

    /// - Throws: `ExportError.spreadsheet` where there is no memory.
    init(_ book: UnsafeMutablePointer<lxw_workbook>, _ language: Language, by library: XLSXLibrary) throws {
        func make(_ set: (UnsafeMutablePointer<lxw_format>) -> Void = { _ in }) throws -> UnsafeMutablePointer<
            lxw_format
        > {
            guard let format = library.workbook_add_format(book) else { throw ExportError.spreadsheet("libxlsxwriter") }
            // The font of Japanese Excel; by either name it is found on every system that has it.
            library.format_set_font_name(format, language("游ゴシック", "Yu Gothic"))
            library.format_set_font_size(format, 11)
            library.format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            set(format)
            return format
        }
        func makeHeading(_ align: lxw_format_alignments) throws -> UnsafeMutablePointer<lxw_format> {
            try make {
                library.format_set_bold($0)
                library.format_set_align($0, UInt8(align.rawValue))
                library.format_set_bg_color($0, 0xE8EEF4)
                library.format_set_bottom($0, UInt8(LXW_BORDER_THIN.rawValue))
            }
        }
        text = try make()
        lines = try make { library.format_set_text_wrap($0) }
        decimal = try make { library.format_set_num_format($0, "0.0") }
        day = try make { library.format_set_num_format($0, "yyyy-mm-dd") }
        time = try make { library.format_set_num_format($0, "hh:mm") }
        heading = try makeHeading(LXW_ALIGN_LEFT)
        numberHeading = try makeHeading(LXW_ALIGN_RIGHT)
    }
}
