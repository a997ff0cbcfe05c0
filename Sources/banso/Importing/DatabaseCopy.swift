import BansoCatalogue
import BansoStore
import Foundation

/// The database as it was when a file was looked at, in a private folder that is gone with its last reference: while
/// somebody looks, others go on writing to the database itself.
final class DatabaseCopy: Sendable {
    /// The last entry of its audit trail; 0 where there is none.
    let head: Int64
    private let folder: TemporaryFolder
    private var path: String { folder.path + "/copy.db" }

    /// - Throws: `CommandFailure`, `DeskError` where there is no room for it.
    init(of store: Store) throws {
        let folder = try TemporaryFolder(.preview)
        self.folder = folder
        do {
            try store.copy(to: folder.path + "/copy.db")
            let copy = try DatabaseCopy.open(folder.path + "/copy.db")
            defer { copy.close() }
            head = try copy.auditHead()?.seq ?? 0
        } catch {
            folder.remove()
            throw error
        }
    }

    deinit { folder.remove() }

    func open() throws -> Store { try DatabaseCopy.open(path) }

    private static func open(_ path: String) throws -> Store {
        try Store.open(at: path) { try CatalogueFile.parse($0, file: path) }
    }
}
