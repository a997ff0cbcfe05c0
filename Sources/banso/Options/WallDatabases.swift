import BansoDomain
import BansoStore
import Foundation

/// The databases of one wall: a coordinator's, or those of several contractors.
struct WallDatabases {
    private let paths: [String]

    init(_ paths: [String]) { self.paths = paths }

    /// - Throws: `CommandFailure` where one file is named twice: its figures would count twice.
    func assertDistinct() throws {
        var seen: [FileIdentity: String] = [:]
        for path in paths {
            guard let identity = FileIdentity(path: path) else { continue }
            if let first = seen.updateValue(path, forKey: identity) {
                throw CommandFailure(
                    "\(path) は \(first) と同じファイルです（--db は一つずつ別のファイルに）",
                    "\(path) is the same file as \(first); give each database once")
            }
        }
    }

    /// Those that can be read; the others are named.
    ///
    /// - Throws: where none can, or where they count other things.
    func open() throws -> any WallReader {
        var stores: [any WallReader] = []
        var absent: [AbsentDesk] = []
        for (path, name) in zip(paths, names) {
            do {
                stores.append(try Store.open(at: path, mode: .readOnly) { try InitCommand.parse($0, file: path) })
            } catch  where paths.count > 1 {
                let error = error as? DeskError ?? .failed(path: path, detail: String(describing: error))
                absent.append(AbsentDesk(name: name, error: error))
            }
        }
        guard let first = stores.first else { throw absent[0].error }
        if paths.count == 1 { return first }
        guard let joined = JoinedDesks(stores, names: names, absent: absent) else {
            throw DeskError.invalid(
                field: LocalizedText(ja: "--db", en: "--db"),
                reason: LocalizedText(
                    ja: "カタログの異なるデータベースは一つの画面に出せません", en: "databases with different catalogues can't be on one board"))
        }
        return joined
    }

    /// Tells of writes to any of them; nil where one is missing.
    func watch() -> FileWatch? { FileWatch(databases: paths) }

    /// As the files are called; where that is the same, with their folders.
    private var names: [String] {
        let files = paths.map { URL(fileURLWithPath: $0).deletingPathExtension() }
        let stems = files.map(\.lastPathComponent)
        return Set(stems).count == stems.count
            ? stems : files.map { $0.deletingLastPathComponent().lastPathComponent + "/" + $0.lastPathComponent }
    }
}
