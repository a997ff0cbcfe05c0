import BansoDomain
import BansoExchange

/// The file of the rows that were not taken: made at the first of them, in place once the others are in the database.
final class RejectsFile {
    private let path: String
    private var file: NewFile?

    /// - Throws: `CommandFailure` where a file is already there.
    init(_ path: String) throws {
        self.path = path
        try NewFile.assertFree(path)
    }

    func write(_ bytes: ArraySlice<UInt8>) throws {
        do {
            let file = try self.file ?? NewFile(path)
            self.file = file
            try file.write(bytes)
        } catch let error as CommandFailure {
            throw ImportProblem.rejects(error.text)
        }
    }

    /// - Returns: whether there is one.
    func publish() throws -> Bool {
        try file?.publish()
        return file != nil
    }

    func discard() { file?.discard() }
}
