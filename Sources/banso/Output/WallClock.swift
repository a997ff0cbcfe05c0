import Foundation

/// Moments as this machine's clock has them.
enum WallClock {
    /// Seconds by which local time is ahead of UTC now.
    static var utcOffset: Int { local(Date().timeIntervalSince1970).tm_gmtoff }

    /// - Parameters:
    ///   - seconds: since 1970.
    ///   - format: as strftime takes it; `2025-11-20 14:05` where none is given.
    static func text(_ seconds: Double, format: String = "%Y-%m-%d %H:%M") -> String {
        var parts = local(seconds)
        var text = [CChar](repeating: 0, count: 64)
        strftime(&text, text.count, format, &parts)
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static func local(_ seconds: Double) -> tm {
        var moment = time_t(seconds)
        var parts = tm()
        localtime_r(&moment, &parts)
        return parts
    }
}
