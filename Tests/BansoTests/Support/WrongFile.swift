import Foundation
import Glibc
import Testing

/// Something that is no file of companies.
struct WrongFile: CustomTestStringConvertible, Sendable {
    var name: String
    /// What the line must say.
    var says: String
    /// Where each row has its reason, more than one line.
    var lines = 1
    var make: @Sendable (String) throws -> Void

    var testDescription: String { name }

    init(_ name: String, says: String, lines: Int = 1, _ make: @escaping @Sendable (String) throws -> Void) {
        self.name = name
        self.says = says
        self.lines = lines
        self.make = make
    }

    private static func bytes(_ bytes: [UInt8]) -> @Sendable (String) throws -> Void {
        { try Data(bytes).write(to: URL(fileURLWithPath: $0)) }
    }

    private static func text(_ text: String) -> @Sendable (String) throws -> Void { bytes(Array(text.utf8)) }

    static let all = [
        WrongFile("a binary", says: "NUL", bytes([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 10, 44, 0])),
        WrongFile("bytes of no encoding", says: "文字コードを読み取れません", bytes([0xFF, 0x80, 0xFE, 0x0A, 0x81, 0x0A])),
        WrongFile(
            "one byte that is not UTF-8", says: "2行目 1列目（名称）：4バイト目の 0xFF は UTF-8 として読めません",
            bytes(Array("名称\n株".utf8) + [0xFF, 0x0A] + Array("乙\n".utf8))),
        WrongFile("EUC-JP", says: "EUC-JP", bytes([0xCC, 0xBE, 0xBE, 0xCE, 0x0A, 0xB3, 0xF4, 0xBC, 0xB0, 0x0A])),
        WrongFile(
            "UTF-16 without a mark", says: "UTF-16", bytes([0x0D, 0x54, 0xF0, 0x79, 0x0A, 0, 0x32, 0x75, 0x0A, 0])),
        WrongFile("UTF-16", says: "UTF-16", bytes([0xFF, 0xFE, 0x0D, 0x54])),
        WrongFile("NUL in a row", says: "NUL", bytes(Array("名称\nあ".utf8) + [0, 0x0A])),
        WrongFile("a field of 10 MB", says: "長すぎます") { path in
            try text("名称\n\"" + String(repeating: "a", count: 10 << 20) + "\"\n")(path)
        },
        WrongFile("100,000 columns", says: "列が多すぎます") { path in
            try text(Array(repeating: "x", count: 100_000).joined(separator: ",") + "\n")(path)
        },
        WrongFile(
            "a ragged row among sound ones", says: "3行目：列の数が3です（見出しは2列）", text("名称,業種\na,b\na,b,c\nd,e\n")),
        WrongFile("two equal headings", says: "重複", text("名称,名称\na,b\n")),
        WrongFile("headings only", says: "データの行がありません", text("名称,業種\n")),
        WrongFile("nothing", says: "空のファイル", text("")),
        WrongFile("a quote that stays open", says: "閉じていません", text("名称\n\"あ\n")),
        WrongFile("a folder", says: "フォルダー") { path in
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        },
        WrongFile("a pipe", says: "通常のファイルではありません") { path in _ = mkfifo(path, 0o600) },
        WrongFile("a file that is not there", says: "ファイルがありません") { _ in },
    ]
}
