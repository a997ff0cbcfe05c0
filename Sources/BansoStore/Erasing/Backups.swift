import BansoDomain
import Foundation
import GRDB

/// A backup of the database, and whether somebody is still in it.
public struct BackupCopy: Hashable, Sendable {
    public enum State: Hashable, Sendable {
        case holds, without
        /// They are in it, and somebody has worked in it since: it is a database now, with what no other one has.
        case worked
        /// Nobody knows where it is now.
        case moved
        case unreadable
    }

    public var path: String
    public var state: State
}

/// Finds the backups of a database: those whose making it noted, and every other banso database in its folder.
enum Backups {
    /// As SQLite's header and the desk's number in it say (sqlite.org/fileformat.html, 1.3).
    static func isDatabase(_ path: String) -> Bool {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard file >= 0 else { return false }
        defer { close(file) }
        var header = [UInt8](repeating: 0, count: 100)
        guard Glibc.read(file, &header, header.count) == header.count else { return false }
        let number = header[68..<72].reduce(0) { $0 << 8 | Int($1) }
        return header.starts(with: Array("SQLite format 3\0".utf8)) && number == SchemaV1.applicationID
    }

    static func state(of path: String, _ key: RecordKey, spellings: [String]) -> BackupCopy.State {
        guard FileIdentity(path: path) != nil else { return .moved }
        do {
            let place = try DatabasePath(existing: path)
            let holds = FileIdentity(path: place.lock) == nil ? BackupCopy.State.holds : .worked
            guard try !ByteScan(spellings).finds(in: path) else { return holds }
            // A backup never changes, and looking at it must make nothing beside it.
            let queue = try Connection.open(place, as: .stillReader)
            defer { try? queue.close() }
            return try queue.read { db in
                let name = try String.fetchOne(
                    db, sql: "SELECT name FROM \(key.kind.table) WHERE id = ?", arguments: [key.id])
                return name.map { !Erasing.isErased($0) } ?? false ? holds : .without
            }
        } catch {
            return .unreadable
        }
    }
}

extension Store {
    /// Every backup that is known of, with whether somebody is in it.
    /// - Parameter spellings: how they are written; where there are none, only their own record is looked for.
    public func backups(holding key: RecordKey, spellings: [String]) throws -> [BackupCopy] {
        let noted = try? String(contentsOfFile: place.backups, encoding: .utf8)
        let known = (noted ?? "").split(separator: "\n").map(String.init)
        let found = try filesBeside().filter { $0 != path && Backups.isDatabase($0) }
        return Set(known + found).sorted().map {
            BackupCopy(path: $0, state: Backups.state(of: $0, key, spellings: spellings))
        }
    }

    /// Takes a backup away that `backups` found, and out of what is noted.
    /// - Throws: `DeskError.failed` where it can't be.
    public func remove(backup path: String) throws {
        PrivateFiles.remove(path)
        guard FileIdentity(path: path) == nil else {
            throw DeskError.failed(path: path, detail: DatabasePath.systemMessage())
        }
        let noted = try? String(contentsOfFile: place.backups, encoding: .utf8)
        let staying = (noted ?? "").split(separator: "\n").filter { $0 != path }
        guard noted != nil else { return }
        let fresh = place.backups + "-new"
        unlink(fresh)
        try PrivateFiles.make(fresh)
        for line in staying { try PrivateFiles.append(String(line), to: fresh) }
        guard rename(fresh, place.backups) == 0 else {
            throw DeskError.failed(path: place.backups, detail: DatabasePath.systemMessage())
        }
    }

    func filesBeside() throws(DeskError) -> [String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: place.folder) else {
            throw .failed(path: place.folder, detail: DatabasePath.systemMessage())
        }
        return names.sorted().map { (place.folder == "/" ? "" : place.folder) + "/" + $0 }
    }
}
