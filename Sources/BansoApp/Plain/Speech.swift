import BansoDomain
import TerminalUI

/// How what is read out is put together.
enum Speech {
    /// What is there of the parts, with a pause between.
    static func joined(_ parts: [String], _ context: Context) -> String {
        parts.filter { !$0.isEmpty }.joined(separator: context.language("、", ", "))
    }

    /// 日付：令和7年8月5日(火).
    static func pair(_ label: String, _ value: String, _ context: Context) -> String {
        label + context.language("：", ": ") + value
    }

    /// A text that was put together for the screen, with pauses where that leaves room.
    static func paused(_ text: String, _ context: Context) -> String {
        let pause = context.language("、", ", ")
        return text.replacing(" · ", with: pause).replacing("  ", with: pause)
    }

    static func numbered(_ number: Int, _ text: String) -> String { "\(number). \(text)" }

    /// What stands for a mark of the screen in a text that is read out.
    static func glyphs() -> Glyphs {
        var glyphs = Glyphs.ascii
        (glyphs.met, glyphs.short, glyphs.ellipsis) = ("OK", "NG", "…")
        return glyphs
    }

    /// As lines that can be sent to any terminal: nothing raw, one line each.
    static func visibleLines(_ texts: [String]) -> [String] {
        texts.flatMap { text in
            text.split(omittingEmptySubsequences: true) { $0.isNewline }.map { visible(String($0)) }
        }
    }
}
