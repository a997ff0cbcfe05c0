import BansoApp
import Foundation

/// Moments as clocks in Japan have them, whatever the machine's own time zone: days begin there for the desk too.
enum WallClock {
    /// - Parameters:
    ///   - seconds: since 1970.
    ///   - format: as strftime takes it; `2025-11-20 14:05` where none is given.
    static func text(_ seconds: Double, format: String = "%Y-%m-%d %H:%M") -> String {
        var moment = time_t(seconds) + Context.japan
        var parts = tm()
        gmtime_r(&moment, &parts)
        parts.tm_gmtoff = Context.japan
        var text = [CChar](repeating: 0, count: 64)
        strftime(&text, text.count, format, &parts)
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
