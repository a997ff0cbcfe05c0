import Foundation
import FoundationXML
import Testing

/// Opens a file as a person's spreadsheet would.
enum LibreOffice {
    /// The file's sheet as flat OpenDocument: each cell with its type, value and formula.
    /// - Parameter filter: how a CSV is read: `44,34,76` is commas, double quotes, UTF-8.
    static func flat(_ path: String, filter: String? = nil) throws -> String {
        let folder = NSTemporaryDirectory() + "/banso-office-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let office = Process()
        office.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        office.arguments =
            ["soffice", "-env:UserInstallation=file://\(folder)/profile", "--headless"]
            + (filter.map { ["--infilter=CSV:\($0)"] } ?? []) + ["--convert-to", "fods", "--outdir", folder, path]
        office.standardOutput = FileHandle.nullDevice
        office.standardError = FileHandle.nullDevice
        try office.run()
        office.waitUntilExit()
        let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
        return try String(contentsOfFile: "\(folder)/\(name).fods", encoding: .utf8)
    }

    /// The cells of each row: `type:value` with what a person sees, such as `date:2025-09-10|2025-09-10`.
    static func rows(_ flat: String) -> [[String]] {
        let reader = FlatReader()
        let parser = XMLParser(data: Data(flat.utf8))
        parser.delegate = reader
        #expect(parser.parse())
        return reader.rows
    }
}
