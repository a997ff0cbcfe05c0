import BansoDomain
import Foundation

/// How long 200,000 companies of a file in the Agency's layout take, beside SQLite's own shell, which only puts the cells
/// into a table: without indexes, rules, audit trail or undo.
struct Imports {
    static let rows = 200_000
    /// How many times as long it may take.
    static let bound = 8.0
    /// In MiB, whatever the file's size.
    static let memoryBound = 64.0

    /// One run may fall into a moment when the machine has other things to do.
    private static let runs = 3

    let folder: String
    let program: String

    func run() throws {
        let file = folder + "/companies.csv"
        try write(Imports.rows, to: file)
        var (floors, taken, memory): ([Double], [Double], Double) = ([], [], 0)
        let place = folder + "/run"
        for _ in 1...Imports.runs {
            try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: false)
            // What a run wrote would still be on its way to the disk in the next one.
            defer { try? FileManager.default.removeItem(atPath: place) }
            floors.append(
                try TimedCommand(["/usr/bin/sqlite3", place + "/floor.db", ".import --csv \(file) t"]).seconds)
            let database = place + "/import.db"
            _ = try TimedCommand([program, "init", "--db", database])
            let own = try TimedCommand([program, "import", "companies", file, "--db", database])
            taken.append(own.seconds)
            memory = max(memory, own.memory)
        }
        let (floor, own) = (Times(floors).p50, Times(taken).p50)
        Bench.row(
            "\(Imports.rows) companies imported, p50; floor: sqlite3 .import", own, floor: floor,
            bound: "ratio \(Bench.decimal(Imports.bound, 0))")
        Bench.row(
            "the same, peak memory", Bench.decimal(memory, 1) + " MiB",
            bound: Bench.decimal(Imports.memoryBound, 0) + " MiB")
    }

    /// As the Agency's file is: numbers in no order, names that many share.
    private func write(_ rows: Int, to path: String) throws {
        guard let file = fopen(path, "w") else { throw BenchError.system("can't write \(path)") }
        defer { fclose(file) }
        let names = ["山田", "博多", "有明", "阿蘇", "桜島", "天神", "筑後", "玄海", "日向", "霧島", "未来", "九州"]
        let trades = ["製作所", "工業", "商事", "建設", "食品", "運輸", "システム", "電機", "精密", "印刷", "農園", "水産"]
        let prefectures = Prefecture.kyushu
        for row in 0..<rows {
            // Odd and prime to 10^12: every number once, spread over all of them.
            let digits = String((row * 618_033_988_749) % 1_000_000_000_000)
            let twelve = String(repeating: "0", count: 12 - digits.count) + digits
            let number = CorporateNumber(twelve: twelve)?.digits ?? ""
            let place = prefectures[row % prefectures.count]
            let name = "株式会社" + names[row % 12] + trades[row / 12 % 12] + String(row % 4999)
            fputs(
                "\(row + 1),\(number),01,1,2018-04-02,2015-10-05,\"\(name)\",,301,\"\(place.name.ja)\",\"\(names[row % 11])市\","
                    + "\"\(names[row % 7])\(row % 9 + 1)丁目\(row % 97)番\(row % 31)号\",,\(place.code),132,8\(100_000 + row),,,,,,,"
                    + "2015-10-05,1,,,,,\"ヤマダセイサクショ\(row % 97)\",0\n", file)
        }
    }
}
