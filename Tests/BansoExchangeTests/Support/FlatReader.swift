import Foundation
import FoundationXML

/// Reads the cells of a flat OpenDocument sheet. A cell with a formula begins with `formula!`.
final class FlatReader: NSObject, XMLParserDelegate {
    private(set) var rows: [[String]] = []
    private var cell: [String: String]?
    private var paragraphs: [String] = []
    private var isInText = false

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        switch name {
        case "table:table-row": rows.append([])
        case "table:table-cell":
            cell = attributes
            paragraphs = []
        case "text:p":
            paragraphs.append("")
            isInText = true
        case "text:s":
            let count = Int(attributes["text:c"] ?? "1") ?? 1
            if !paragraphs.isEmpty { paragraphs[paragraphs.count - 1] += String(repeating: " ", count: count) }
        default: break
        }
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        if isInText { paragraphs[paragraphs.count - 1] += text }
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        if name == "text:p" { isInText = false }
        guard name == "table:table-cell", let cell, !rows.isEmpty else { return }
        let shown = paragraphs.joined(separator: "\n")
        let value =
            cell["office:date-value"] ?? cell["office:time-value"] ?? cell["office:boolean-value"]
            ?? cell["office:value"] ?? ""
        let formula = cell["table:formula"] == nil ? "" : "formula!"
        let type = cell["office:value-type"] ?? ""
        rows[rows.count - 1].append(formula + (type == "string" || type.isEmpty ? shown : "\(type):\(value)|\(shown)"))
        self.cell = nil
    }
}
