import Foundation
import Testing

@testable import banso

/// A run of another program that is ended from here.
@Suite struct LibreOfficeTests {
    /// Stands for one that has a sheet of terabytes to write.
    private func endless(in folder: String) throws -> String {
        let path = folder + "/endless"
        let script = "#!/bin/sh\nwhile :; do head -c 1000000 /dev/zero >> \"$7/sheet.csv\"; sleep 0.01; done\n"
        try Script.write(script, to: path)
        return path
    }

    private func run(
        in folder: String, mostBytes: Int = .max, isStopped: () -> Bool, lasts: (Duration) -> Void = { _ in }
    ) throws -> LibreOffice.Stopped? {
        let program = try endless(in: folder)
        let out = folder + "/out"
        try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: false)
        do throws(LibreOffice.Stopped) {
            _ = try LibreOffice.convert(
                "sheet.xlsx", to: "csv", in: out, by: program, mostBytes: mostBytes, isStopped: isStopped, lasts: lasts)
            return nil
        } catch {
            return error
        }
    }

    @Test func whatGrowsWithoutEndIsEnded() throws {
        let folder = try TestFolder()
        let stopped = try run(in: folder.path, mostBytes: 5_000_000) { false }
        guard case .tooLarge? = stopped else { return #expect(Bool(false), "\(String(describing: stopped))") }
        // Nothing of it goes on
        func size() throws -> Int {
            try FileManager.default.attributesOfItem(atPath: folder.path + "/out/sheet.csv")[.size] as? Int ?? 0
        }
        let left = try size()
        #expect(left > 5_000_000)
        usleep(100_000)
        #expect(try size() == left)
    }

    @Test func soIsWhatIsStoppedAndItIsToldHowLongItLasts() throws {
        let folder = try TestFolder()
        var told: [Duration] = []
        let stopped = try run(in: folder.path, isStopped: { told.count > 3 }, lasts: { told.append($0) })
        #expect(told.count == 4 && told == told.sorted() && told[3] > .milliseconds(50), "\(told)")
        guard case .interrupted? = stopped else { return #expect(Bool(false), "\(String(describing: stopped))") }
    }
}
