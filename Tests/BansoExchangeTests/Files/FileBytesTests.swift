import Foundation
import Testing

@testable import BansoExchange

@Suite struct FileBytesTests {
    private func problem(_ path: String) -> ImportProblem? {
        #expect(throws: ImportError.self) { try FileBytes(path: path) }?.problem
    }

    private func problem(_ bytes: [UInt8]) throws -> ImportProblem? {
        let file = try TemporaryFile(bytes)
        return withExtendedLifetime(file) { problem(file.path) }
    }

    @Test func whatIsNoFileIsRefused() throws {
        let file = try TemporaryFile("a\n")
        #expect(problem(file.folder + "/none.csv") == .missing)
        #expect(problem(file.path + "/under.csv") == .missing)
        #expect(problem(file.folder) == .directory)
        #expect(problem("/dev/null") == .notRegular)
        let pipe = file.folder + "/pipe"
        #expect(mkfifo(pipe, 0o600) == 0)
        #expect(problem(pipe) == .notRegular)
    }

    @Test func anEmptyFileIsRefused() throws {
        #expect(try problem([]) == .empty)
        #expect(try problem([0xEF, 0xBB, 0xBF]) == .empty)
    }

    @Test func utf16IsRefused() throws {
        #expect(try problem([0xFF, 0xFE, 0x41, 0x00]) == .utf16)
        #expect(try problem([0xFE, 0xFF, 0x00, 0x41]) == .utf16)
    }

    @Test func errorsNameTheFile() throws {
        let error = #expect(throws: ImportError.self) { try FileBytes(path: "/none/x.csv") }
        #expect(error?.text.ja.hasPrefix("/none/x.csv：") == true)
        #expect(error?.text.en.hasPrefix("/none/x.csv: ") == true)
    }

    @Test func bytesComeInBlocksAndAgainAfterRewinding() throws {
        let temporary = try TemporaryFile("\u{FEFF}abcde")
        let file = try FileBytes(path: temporary.path, bufferSize: 2)
        for _ in 0..<2 {
            var found: [UInt8] = []
            while try file.refill() {
                #expect(file.count <= 2)
                found += UnsafeBufferPointer(start: file.buffer, count: file.count)
            }
            #expect(found == Array("abcde".utf8))
            #expect(file.bytesRead == file.totalBytes)
            try file.rewind()
        }
    }
}
