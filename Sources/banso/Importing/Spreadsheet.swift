import BansoDomain
import Foundation

/// The first sheet of a spreadsheet (xlsx, ods, xls) as a CSV, which LibreOffice writes where it is installed: neither Swift nor
/// Debian has a library that reads one.
///
/// It runs with a profile of its own, in a folder that only its owner can read and that is gone afterwards.
final class Spreadsheet: Sendable {
    private let folder: TemporaryFolder
    /// The sheet in UTF-8.
    let csv: String

    /// Whether a file begins like a zip, which spreadsheets are, or like the compound files (MS-CFB) that they were.
    static func recognises(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var head: [UInt8] = [0, 0, 0, 0]
        guard read(descriptor, &head, head.count) == head.count else { return false }
        return head == [0x50, 0x4B, 0x03, 0x04] || head == [0xD0, 0xCF, 0x11, 0xE0]
    }

    /// - Parameters:
    ///   - isStopped: asked now and then.
    ///   - lasts: told now and then how many seconds LibreOffice has worked on it; it has `LibreOffice.patience` at most.
    /// - Throws: `CommandFailure` where there is no LibreOffice, it can't read the file or was stopped.
    init(_ path: String, isStopped: () -> Bool, lasts: (Int) -> Void) throws {
        guard let program = Spreadsheet.program else {
            throw CommandFailure(
                "\(path)：Excel のファイルを読むには LibreOffice（libreoffice-calc-nogui）が要ります。"
                    + "入れるか、「CSV UTF-8」で保存し直してください",
                "\(path): LibreOffice (libreoffice-calc-nogui) is needed to read a spreadsheet; install it, or save the "
                    + "file as CSV UTF-8")
        }
        let folder = try TemporaryFolder(.sheet)
        self.folder = folder
        csv = folder.path + "/sheet.csv"
        do {
            // Under a name of its own, so that what comes out has a known one.
            let source = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
            guard symlink(source, folder.path + "/sheet.xlsx") == 0 else {
                throw CommandFailure("\(path) を開けません", "can't open \(path)")
            }
            try Spreadsheet.run(program, in: folder.path, isStopped: isStopped, lasts: lasts)
            guard access(csv, R_OK) == 0 else {
                throw CommandFailure(
                    "\(path)：表計算のファイルとして読めません。「CSV UTF-8」で保存し直してください",
                    "\(path): is no spreadsheet that LibreOffice can read; save it as CSV UTF-8")
            }
        } catch {
            folder.remove()
            throw error
        }
    }

    deinit { folder.remove() }

    private static var program: String? {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
        let places = path.split(separator: ":").map { $0 + "/soffice" } + ["/usr/lib/libreoffice/program/soffice"]
        return places.first { access($0, X_OK) == 0 }
    }

    /// Comma, quotes, UTF-8, from the first row (the filter options of LibreOffice's CSV export).
    private static let filter = "csv:Text - txt - csv (StarCalc):44,34,76,1"

    /// A million rows of ten columns have about as much.
    private static let mostBytes = 128 << 20

    private static func run(
        _ program: String, in folder: String, isStopped: () -> Bool, lasts: (Int) -> Void
    ) throws {
        do throws(LibreOffice.Stopped) {
            _ = try LibreOffice.convert(
                folder + "/sheet.xlsx", to: filter, in: folder, by: program,
                environment: ["HOME": folder, "TMPDIR": folder, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"],
                mostBytes: mostBytes, isStopped: isStopped, lasts: { lasts(Int($0.components.seconds)) })
        } catch {
            throw switch error {
            case .notStarted: CommandFailure("LibreOffice を起動できません", "can't start LibreOffice")
            case .late:
                CommandFailure(
                    "LibreOffice が\(LibreOffice.patience)秒で終わりません。「CSV UTF-8」で保存し直してください",
                    "LibreOffice doesn't finish in \(LibreOffice.patience) s; save the file as CSV UTF-8")
            case .full: TemporaryFolder.full
            case .tooLarge:
                CommandFailure(
                    "表が大きすぎます（\(mostBytes >> 20) MiB を超えます）。遠くのセルに何か残っていないか確かめるか、「CSV UTF-8」で保存し直してください",
                    "the sheet is too large (over \(mostBytes >> 20) MiB); look for something left in a cell far out, or save "
                        + "it as CSV UTF-8")
            case .interrupted:
                CommandFailure("中断しました。何も書き込んでいません", "stopped; nothing was written", code: Interruption.code)
            }
        }
    }
}
