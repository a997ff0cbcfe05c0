import BansoDomain
import Foundation
import GRDB

/// The desk's database: one SQLite file that several programs on one host read and write at once.
///
/// A store belongs to one thread at a time. A thread that works beside it (an import beside the screens) opens a store
/// of its own on the same path: the two see each other's commits like two programs do.
///
/// Every method throws `DeskError` and nothing else.
public final class Store: DeskReader, DeskWriter {
    public enum Mode: Hashable, Sendable {
        case readWrite
        /// For the wallboard: neither the database's bytes nor those of its log are changed, and no lock is taken.
        case readOnly
    }

    /// The catalogue that was copied into the database.
    public let catalogue: Catalogue
    public let mode: Mode
    /// The number under which the database keeps the catalogue: a change of a definition makes another.
    let catalogueVersion: Int
    /// Nobody who only looks on needs them.
    private(set) lazy var rules = CountingRules(catalogue)
    /// The SQLite that is linked.
    public let engine = Engine.linked
    /// How many seconds a write waits for another program's.
    public static let patience = 10.0
    /// How many seconds it waits: less where somebody sits before a screen that stands still meanwhile.
    public var patience = Store.patience {
        didSet { lock.patience = patience }
    }

    /// What time is written down with a change, in seconds since 1970.
    public var clock: () -> Double = { Date().timeIntervalSince1970 }

    let place: DatabasePath
    let reader: ReadingConnection
    private let identity: FileIdentity
    private let lock: WriteLock
    private var writer: DatabaseQueue?
    /// The damage that was met: nothing is written any more then, and the log stays as it is.
    private var damage: DeskError?
    /// What undo and redo go on below, where they were refused.
    var passedOver: [ChangeAction: PassedOver] = [:]
    /// The keys that search reads; nil where they aren't kept in memory.
    private(set) var memory: SearchMemory?

    init(
        _ place: DatabasePath, mode: Mode, identity: FileIdentity, reader: ReadingConnection, catalogue: Catalogue,
        catalogueVersion: Int
    ) {
        self.place = place
        self.mode = mode
        self.identity = identity
        self.reader = reader
        self.catalogue = catalogue
        self.catalogueVersion = catalogueVersion
        lock = WriteLock(place, patience: Store.patience)
    }

    /// The database's place, with every symbolic link followed.
    public var path: String { place.text }

    /// Keeps what search reads in memory from the first search on, for a program in which somebody types: it is read beside
    /// the desk, and follows every change.
    public func keepSearchKeys() { memory = memory ?? SearchMemory(SearchKeys(place)) }

    /// Whether they are read.
    public var hasSearchKeys: Bool { memory?.isReady == true }

    /// Ends both connections; what was written stands in the file itself then, unless somebody else is writing or reading.
    /// The store can't be used afterwards.
    public func close() {
        memory?.close()
        if writer != nil, damage == nil { settle() }
        try? writer?.close()
        try? reader.close()
        writer = nil
    }

    /// - Throws: `DeskError.gone` where there is no file at the path any more, `.replaced` where it names another one than
    ///   was opened.
    func assertSameFile() throws(DeskError) {
        guard let found = FileIdentity(path: path) else { throw .gone(path: path) }
        guard found == identity else { throw .replaced(path: path) }
    }

    /// Whether the system lets this program write to the database, whatever the mode.
    public var isWritable: Bool { place.isWritable }

    public var refusal: DeskError? { mode == .readWrite && isWritable ? nil : .readOnly(path: path) }

    /// Writes nothing from now on, because somebody has found the file damaged.
    public func stopWriting(for damage: DeskError) { self.damage = self.damage ?? damage }

    private func noting<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try StoreErrors.mapped(path, body)
        } catch let error as DeskError {
            if case .corrupt = error { stopWriting(for: error) }
            throw error
        }
    }

    /// One consistent snapshot.
    func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
        try noting { try reader.read(body) }
    }

    /// Runs `body` on the writing connection, as the only writer where the linked SQLite needs that or it is asked for.
    func withWriter<Result>(isAlone: Bool = false, _ body: (Database) throws -> Result) throws -> Result {
        try assertSameFile()
        if let refusal = damage ?? refusal { throw refusal }
        return try noting {
            try lock.whileNeeded(isAlone ? .lockFile : engine.writersTakeTurns) {
                let writer = try openedWriter()
                try assertSameFile()
                return try writer.inDatabase { db in
                    let result = try body(db)
                    if engine.hasWALResetBug, PrivateFiles.size(place.wal) > Checkpoint.threshold { Checkpoint.run(db) }
                    return result
                }
            }
        }
    }

    /// Moves a log that has grown back into the file: in an idle moment, so that nobody who saves waits for it.
    public func tidy() {
        guard engine.hasWALResetBug, writer != nil, damage == nil, PrivateFiles.size(place.wal) > Checkpoint.due
        else { return }
        settle()
    }

    /// Moves the log back into the file under the lock. All is durable as it is: where it can't be done now it isn't waited for.
    private func settle() {
        let patience = lock.patience
        lock.patience = 0
        defer { lock.patience = patience }
        try? lock.whileNeeded(engine.writersTakeTurns) {
            try assertSameFile()
            writer?.inDatabase { Checkpoint.run($0) }
        }
    }

    /// Opened at the first write, so that looking on starts fast.
    private func openedWriter() throws -> DatabaseQueue {
        if let writer { return writer }
        reader.unlock()
        let opened = try Connection.open(place, as: .writer)
        writer = opened
        return opened
    }
}
