import BansoDomain

/// A report as a flat OpenDocument text (OASIS OpenDocument 1.3): one XML file that LibreOffice opens and prints.
public enum OpenDocument {
    public static func text(of page: ReportPage, _ language: Language) -> String {
        var body = ""
        for (number, sheet) in page.blocks.split(separator: .newSheet).enumerated() {
            let (blocks, points) = SheetFit.fitted(sheet)
            for (place, block) in blocks.enumerated() {
                append(block, startsSheet: number > 0 && place == 0, points, to: &body)
            }
        }
        return head(language) + body + "</office:text></office:body></office:document>\n"
    }

    /// - Parameter points: the size of passages.
    private static func append(
        _ block: ReportPage.Block, startsSheet: Bool, _ points: Int, to body: inout String
    ) {
        switch block {
        case .heading(let title, let level):
            let style = startsSheet ? "Sheet" : "H\(level)"
            body += "<text:h text:style-name=\"\(style)\" text:outline-level=\"\(level)\">\(escaped(title))</text:h>\n"
        case .text(let text): body += paragraph(text, "Body\(points)")
        case .facts(let facts):
            for fact in facts {
                body += "<text:p text:style-name=\"Body\(SheetFit.sizes.upperBound)\"><text:span "
                body += "text:style-name=\"Label\">\(escaped(fact.label))</text:span>　\(lines(fact.value))</text:p>\n"
            }
        case .table(let table): append(table, to: &body)
        case .newSheet: break
        }
    }

    private static func append(_ table: ReportPage.Table, to body: inout String) {
        body += "<table:table table:style-name=\"Table\">"
        for share in shares(of: table) { body += "<table:table-column table:style-name=\"W\(share)\"/>" }
        let heading = table.columns.map { cell($0.heading, "Heading") }.joined()
        body += "<table:table-header-rows><table:table-row>\(heading)</table:table-row></table:table-header-rows>\n"
        for row in table.rows {
            let cells = zip(table.columns, row).map { cell($1, $0.isNumber ? "Number" : "Cell") }.joined()
            body += "<table:table-row>\(cells)</table:table-row>\n"
        }
        body += "</table:table>\n"
    }

    /// Each column's share of the width: its longest text in characters of half width. Where a line has no room for all,
    /// the widest are cut, so that short words never break.
    private static func shares(of table: ReportPage.Table) -> [Int] {
        let wanted = table.columns.enumerated().map { place, column in
            table.rows.reduce(XLSXText.width(column.heading)) { max($0, XLSXText.width($1[place])) } + 2
        }
        func shares(upTo most: Int) -> [Int] { wanted.map { min(most, max(Self.shares.lowerBound, $0)) } }
        let most = Self.shares.reversed().first { shares(upTo: $0).reduce(0, +) <= line }
        return shares(upTo: most ?? Self.shares.lowerBound)
    }

    private static let shares = 6...40

    /// As many characters of half width as a line of a table has room for, in the size of its cells.
    private static let line = 116

    private static func cell(_ text: String, _ style: String) -> String {
        "<table:table-cell table:style-name=\"Ruled\" office:value-type=\"string\">\(paragraph(text, style))"
            + "</table:table-cell>"
    }

    private static func paragraph(_ text: String, _ style: String) -> String {
        "<text:p text:style-name=\"\(style)\">\(lines(text))</text:p>\n"
    }

    private static func lines(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { escaped(String($0)) }.joined(
            separator: "<text:line-break/>")
    }

    /// Characters that XML can't hold (most controls) are left out; records have none.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\t": result += "<text:tab/>"
            case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": break
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A4, and fonts that have every kanji: named ones where they are installed, else what the system takes for Japanese.
    private static func head(_ language: Language) -> String {
        let locale = "fo:language=\"\(language.rawValue)\" fo:country=\"\(language == .ja ? "JP" : "GB")\""
        let font = "style:font-name=\"Sans\" style:font-name-asian=\"Sans\""
        func style(_ name: String, _ paragraph: String, _ text: String) -> String {
            """
            <style:style style:name="\(name)" style:family="paragraph"><style:paragraph-properties style:text-autospace="none" \(paragraph)/>\
            <style:text-properties \(font) \(text)/></style:style>

            """
        }
        func size(_ points: Int, isBold: Bool = false) -> String {
            let bold = isBold ? " fo:font-weight=\"bold\" style:font-weight-asian=\"bold\"" : ""
            return "fo:font-size=\"\(points)pt\" style:font-size-asian=\"\(points)pt\"" + bold
        }
        let widths = shares.map { share in
            """
            <style:style style:name="W\(share)" style:family="table-column"><style:table-column-properties \
            style:column-width="\(share)mm"/></style:style>

            """
        }.joined()
        let bodies = SheetFit.sizes.map { style("Body\($0)", "fo:margin-bottom=\"0.1cm\"", size($0)) }.joined()
        let keep = "fo:keep-with-next=\"always\""
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
            xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
            xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
            xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" \
            xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" \
            office:mimetype="application/vnd.oasis.opendocument.text">
            <office:font-face-decls><style:font-face style:name="Sans" \
            svg:font-family="'Noto Sans CJK JP', 'IPAexGothic', 'Yu Gothic', sans-serif"/></office:font-face-decls>
            <office:styles><style:default-style style:family="paragraph"><style:text-properties \(locale) \
            style:language-asian="ja" style:country-asian="JP"/></style:default-style></office:styles>
            <office:automatic-styles>
            \(style("H1", "fo:margin-bottom=\"0.3cm\" \(keep)", size(16, isBold: true)))\
            \(style("Sheet", "fo:break-before=\"page\" fo:margin-bottom=\"0.3cm\" \(keep)", size(16, isBold: true)))\
            \(style("H2", "fo:margin-top=\"0.5cm\" fo:margin-bottom=\"0.2cm\" \(keep)", size(12, isBold: true)))\
            \(style("H3", "fo:margin-top=\"0.3cm\" fo:margin-bottom=\"0.1cm\" \(keep)", size(10, isBold: true)))\
            \(bodies)\
            \(style("Heading", "fo:text-align=\"center\"", size(8, isBold: true)))\
            \(style("Cell", "fo:text-align=\"start\"", size(8)))\
            \(style("Number", "fo:text-align=\"end\"", size(8)))\
            <style:style style:name="Label" style:family="text"><style:text-properties fo:font-weight="bold" \
            style:font-weight-asian="bold"/></style:style>
            <style:style style:name="Table" style:family="table"><style:table-properties style:width="17cm" \
            table:align="margins" style:may-break-between-rows="true"/></style:style>
            \(widths)\
            <style:style style:name="Ruled" style:family="table-cell"><style:table-cell-properties \
            fo:border="0.02cm solid #888888" fo:padding="0.08cm"/></style:style>
            <style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" \
            fo:page-height="29.7cm" fo:margin="2cm"/></style:page-layout>
            </office:automatic-styles>
            <office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/>\
            </office:master-styles>
            <office:body><office:text>

            """
    }
}
