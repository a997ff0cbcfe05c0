import BansoDomain
import Foundation
import GRDB

extension Store {
    /// Writes a copy of the database as it is now while others go on working, 0600, and reads it through afterwards.
    /// - Throws: `DeskError.exists` where a file is already there, `.full`, `.readOnly`, `.corrupt`.
    public func backup(to path: String) throws {
        try assertSameFile()
        let target = try DatabasePath(new: path)
        // A log that an earlier file left behind would be played into the copy.
        for file in [target.text, target.wal, target.text + "-journal"] where FileIdentity(path: file) != nil {
            throw DeskError.exists(path: file)
        }
        let temporary = "\(target.text).part-\(UUID().uuidString)"
        defer { PrivateFiles.remove(temporary) }
        try PrivateFiles.make(temporary)
        try StoreErrors.mapped(target.text) {
            try reader.inDatabase { db in
                // The connection stays one that can't write to the database itself: it was opened read-only.
                try db.execute(sql: "PRAGMA query_only = OFF")
                defer { try? db.execute(sql: "PRAGMA query_only = ON") }
                try db.execute(sql: "VACUUM INTO ?", arguments: [temporary])
            }
        }
        try Store.verifyCopy(temporary)
        try PrivateFiles.publish(temporary, as: target.text)
        // Who may not write here can still take a backup; nobody finds that one again for them.
        if isWritable { try PrivateFiles.append(target.text, to: place.backups) }
    }

    /// Writes a copy of the database as it is now, 0600, to look at for a while: page by page, without reading it through
    /// or waiting for the disk. Others go on writing meanwhile.
    /// - Throws: `DeskError.exists`, `.full`, `.readOnly`, `.failed`.
    public func copy(to path: String) throws {
        try assertSameFile()
        try PrivateFiles.make(path)
        try StoreErrors.mapped(path) {
            var configuration = Configuration()
            configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = OFF") }
            let copy = try DatabaseQueue(path: path, configuration: configuration)
            try reader.inDatabase { db in try copy.writeWithoutTransaction { try db.backup(to: $0) } }
            try copy.close()
        }
    }

    private static func verifyCopy(_ path: String) throws {
        try quickCheck(at: path)
        let connection = try ReadingConnection(DatabasePath(existing: path))
        try StoreErrors.mapped(path) {
            try connection.read { db in
                let verdict = try AuditVerifier.verify(db, head: nil)
                guard try Int.fetchOne(db, sql: "PRAGMA application_id") == SchemaV1.applicationID,
                    verdict.flaw == nil
                else { throw DeskError.corrupt(path: path, detail: "the copy is not whole") }
            }
            try connection.close()
        }
    }
}
