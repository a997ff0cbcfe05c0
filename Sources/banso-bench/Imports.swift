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

    let folder: String
    let program: String

    func run() throws {
        let file = folder + "/companies.csv"
        try write(Imports.rows, to: file)
        let floor = try TimedCommand(["/usr/bin/sqlite3", folder + "/floor.db", ".import --csv \(file) t"])
        let database = folder + "/import.db"
        _ = try TimedCommand([program, "init", "--db", database])
        let taken = try TimedCommand([program, "import", "companies", file, "--db", database])
        print(
            "\(Imports.rows) companies imported: \(Bench.decimal(taken.seconds, 2)) s (sqlite3 .import "
                + "\(Bench.decimal(floor.seconds, 2)) s, ratio \(Bench.decimal(taken.seconds / floor.seconds, 1))) · bound "
                + "ratio \(Bench.decimal(Imports.bound, 0)); peak \(Bench.decimal(taken.memory, 1)) MiB (bound "
                + "\(Bench.decimal(Imports.memoryBound, 0)) MiB)")
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
