import Glibc

/// Reads the log through as SQLite does when it takes it up (sqlite.org/fileformat2.html, "The Write-Ahead Log"). From the first
/// frame with a wrong checksum on nothing counts any more, and SQLite doesn't say so.
struct LogCheck {
    private static let headerSize = 32
    private static let frameHeaderSize = 24

    private let file: Int32
    private let pageSize: Int
    private let header: [UInt8]

    /// The first frame, from 1, from which on acknowledged writes are missing; nil where none are.
    ///
    /// A power cut may tear the last transaction, which nobody was told of. The one after it is written only once it is on
    /// disk: so where two ended after the wrong frame, the log was damaged.
    static func firstLostFrame(_ path: String, pageSize: Int) -> Int? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        // What others add meanwhile is theirs.
        let frames = (PrivateFiles.size(path) - headerSize) / (frameHeaderSize + pageSize)
        guard frames > 1, let header = bytes(of: file, at: 0, count: headerSize) else { return nil }
        let lost = LogCheck(file: file, pageSize: pageSize, header: header).firstLostFrame(of: frames)
        // Another log has begun in its place.
        guard bytes(of: file, at: 0, count: headerSize) == header else { return nil }
        return lost
    }

    private func firstLostFrame(of frames: Int) -> Int? {
        var sum = Sum(isBigEndian: header[3] & 1 == 1)
        sum.add(header[..<24])
        let isWhole = Self.word(header, 8) == pageSize && sum.is(header[24...])
        var salts = header[16..<24]
        var lost = isWhole ? nil : 1
        var ended = 0
        for frame in 1...frames {
            let place = Self.headerSize + (frame - 1) * (Self.frameHeaderSize + pageSize)
            guard let bytes = Self.bytes(of: file, at: place, count: Self.frameHeaderSize + pageSize) else {
                return nil
            }
            if !isWhole, frame == 1 { salts = bytes[8..<16] }
            let isOfLog = bytes[8..<16].elementsEqual(salts)
            if lost == nil {
                sum.add(bytes[..<8])
                sum.add(bytes[Self.frameHeaderSize...])
                if !isOfLog || !sum.is(bytes[16..<24]) { lost = frame }
            } else if isOfLog, Self.word(bytes, 4) != 0 {
                // The last frame of a transaction says how large the database is then.
                ended += 1
            }
        }
        return ended > 1 ? lost : nil
    }

    private static func word(_ bytes: [UInt8], _ place: Int) -> Int {
        bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) }
    }

    private static func bytes(of file: Int32, at place: Int, count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        return pread(file, &bytes, count, place) == count ? bytes : nil
    }

    /// The running checksum of header and frames.
    private struct Sum {
        let isBigEndian: Bool
        private var first: UInt32 = 0
        private var second: UInt32 = 0

        init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

        /// - Parameter bytes: a multiple of eight.
        mutating func add(_ bytes: ArraySlice<UInt8>) {
            bytes.withUnsafeBytes { bytes in
                for place in stride(from: 0, to: bytes.count, by: 8) {
                    first &+= word(bytes, place) &+ second
                    second &+= word(bytes, place + 4) &+ first
                }
            }
        }

        private func word(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt32 {
            let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)
            return isBigEndian ? UInt32(bigEndian: word) : UInt32(littleEndian: word)
        }

        /// Whether eight bytes say the same, always in big-endian order.
        func `is`(_ bytes: ArraySlice<UInt8>) -> Bool {
            bytes.reduce(0 as UInt64) { $0 << 8 | UInt64($1) } == UInt64(first) << 32 | UInt64(second)
        }
    }
}
