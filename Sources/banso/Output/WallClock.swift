import Foundation

/// A moment as this machine's clock has it.
enum WallClock {
    /// `2025-11-20 14:05`.
    /// - Parameter seconds: since 1970.
    static func text(_ seconds: Double) -> String {
        var moment = time_t(seconds)
        var parts = tm()
        localtime_r(&moment, &parts)
        var text = [CChar](repeating: 0, count: 32)
        strftime(&text, text.count, "%Y-%m-%d %H:%M", &parts)
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
