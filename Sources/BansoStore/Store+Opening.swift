import BansoDomain
import CSQLite
import Crypto
import Foundation
import GRDB

extension Store {
    /// How the program's threads and SQLite take memory; said before there are other threads and before a store is opened.
    public static func shareHeap() { banso_share_heap() }

    /// Makes a new database and opens it. The file is 0600 and a missing folder 0700, whatever the umask.
    ///
    /// - Parameters:
    ///   - catalogueText: the catalogue as its file has it; kept in the database.
    ///   - catalogue: what `catalogueText` says.
    /// - Throws: `DeskError.exists`, `.networkFileSystem`, `.readOnly`, `.full`, `.failed`. Nothing is left half made.
    public static func create(at path: String, catalogueText: String, catalogue: Catalogue) throws -> Store {
        try create(at: path, catalogueText: catalogueText, catalogue: catalogue, migrations: Migration.all)
    }

    /// Opens a database. Where `mode` allows writing, one that an older program made is brought up to date, after a
    /// backup beside it.
    ///
    /// - Parameters:
    ///   - renewing: told while it is brought up to date, which takes a while with many records: how many of how many steps are
    ///     done. Whoever ends the program meanwhile leaves the old format whole.
    ///   - known: a text that the catalogue may have and that needn't be compared with its hash.
    ///   - parseCatalogue: reads the catalogue text that is kept in the database.
    /// - Throws: `DeskError.missing`, `.foreign`, `.newer`, `.corrupt`, `.networkFileSystem`, `.failed`.
    public static func open(
        at path: String, mode: Mode = .readWrite, renewing: (Int, Int) -> Void = { _, _ in }, known: String? = nil,
        parseCatalogue: (String) throws -> Catalogue
    ) throws -> Store {
        try open(
            at: path, mode: mode, migrations: Migration.all, renewing: renewing, known: known,
            parseCatalogue: parseCatalogue)
    }

    static func create(
        at path: String, catalogueText: String, catalogue: Catalogue, migrations: [Migration]
    ) throws -> Store {
        let made = try PrivateFiles.makeFolder(DatabasePath.folder(of: path))
        do {
            let place = try DatabasePath(new: path)
            // A log that an earlier file left behind would be played into the new one.
            for file in [place.text, place.wal, place.text + "-journal"] where FileIdentity(path: file) != nil {
                throw DeskError.exists(path: file)
            }
            let temporary = "\(place.text).new-\(UUID().uuidString)"
            defer { PrivateFiles.remove(temporary) }
            try fill(temporary, text: catalogueText, catalogue: catalogue, migrations: migrations)
            try PrivateFiles.publish(temporary, as: place.text)
            return try open(at: place.text, mode: .readWrite, migrations: migrations) { _ in catalogue }
        } catch {
            for folder in made.reversed() { rmdir(folder) }
            throw error
        }
    }

    static func open(
        at path: String, mode: Mode, migrations: [Migration], renewing: (Int, Int) -> Void = { _, _ in },
        known: String? = nil, parseCatalogue: (String) throws -> Catalogue
    ) throws -> Store {
        let place = try DatabasePath(existing: path)
        guard let identity = FileIdentity(path: place.text) else { throw DeskError.missing(path: path) }
        let reader = try ReadingConnection(place)
        let (found, kept) = try StoreErrors.mapped(place.text) {
            try reader.read { db in
                (try version(of: db, place, known: migrations.count), try keptCatalogue(db, place, known))
            }
        }
        let store = Store(
            place, mode: mode, identity: identity, reader: reader, catalogue: try parseCatalogue(kept.text),
            catalogueVersion: kept.version)
        if found < migrations.count { try store.bringUpToDate(from: found, migrations, renewing) }
        return store
    }

    /// - Throws: `DeskError.foreign`, `DeskError.newer`.
    private static func version(of db: Database, _ place: DatabasePath, known: Int) throws -> Int {
        guard try Int.fetchOne(db, sql: "PRAGMA application_id") == SchemaV1.applicationID else {
            throw DeskError.foreign(path: place.text)
        }
        let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard found <= known else { throw DeskError.newer(path: place.text, found: found, known: known) }
        return found
    }

    private static func keptCatalogue(
        _ db: Database, _ place: DatabasePath, _ known: String?
    ) throws -> (text: String, version: Int) {
        let row = try Row.fetchOne(db, sql: "SELECT text, sha256, version FROM catalogue ORDER BY version DESC LIMIT 1")
        guard let row else { throw DeskError.corrupt(path: place.text, detail: "no catalogue") }
        let text: String = row[0]
        guard text == known || sha256(text) == row[1] else {
            throw DeskError.corrupt(path: place.text, detail: "the catalogue's hash does not match")
        }
        return (text, row[2])
    }

    private func bringUpToDate(
        from found: Int, _ migrations: [Migration], _ renewing: (Int, Int) -> Void
    ) throws {
        guard mode == .readWrite else {
            throw DeskError.failed(path: path, detail: "format \(found) is old; open it once for writing")
        }
        try withWriter(isAlone: true) { db in
            // Another program may have been faster.
            guard try Store.version(of: db, place, known: migrations.count) == found else { return }
            // The backup is a step as well.
            let steps = migrations.count - found + 1
            renewing(0, steps)
            removeHalfBackups()
            try backup(to: freeBackup(of: found))
            try Migration.run(migrations, on: db, catalogue: catalogue) { done, _ in renewing(done + 1, steps) }
        }
    }

    /// Beside the database, named by its format and the time.
    private func freeBackup(of version: Int) -> String {
        var second = Int(Date().timeIntervalSince1970)
        func name() -> String { "\(path).v\(version)-\(second).bak" }
        while FileIdentity(path: name()) != nil { second += 1 }
        return name()
    }

    /// Takes away what programs left that were killed before such a backup was whole. Only for who is alone.
    private func removeHalfBackups() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: place.folder)) ?? []
        for name in names {
            let file = place.folder + "/" + name
            if file.hasPrefix(path + ".v"), name.contains(".bak.part-") { unlink(file) }
        }
    }

    private static func fill(_ path: String, text: String, catalogue: Catalogue, migrations: [Migration]) throws {
        try PrivateFiles.make(path)
        try StoreErrors.mapped(path) {
            let queue = try DatabaseQueue(path: path)
            try queue.inDatabase { db in
                _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
                try Migration.run(migrations, on: db, catalogue: catalogue)
                try db.execute(
                    sql: "INSERT INTO catalogue (version, id, text, sha256, taken_at) VALUES (?, ?, ?, ?, ?)",
                    arguments: [
                        catalogue.version, catalogue.id, text, sha256(text), Int(Date().timeIntervalSince1970),
                    ])
            }
            try queue.close()
        }
    }

    static func sha256(_ text: String) -> String {
        var (text, hash) = (text, SHA256())
        text.withUTF8 { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
        return hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
