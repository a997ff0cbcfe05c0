import BansoDomain
import TOMLKit

/// Reads any text as TOML, or says why not. Every TOML file that a person can write goes through here: given some broken
/// texts, toml++ by itself ends the process or exhausts memory or stack.
public enum TOMLText {
    /// - Parameter isOwn: it comes with the program, whose tests have read it as if a person had written it.
    public static func table(_ text: String, isOwn: Bool = false) throws(TOMLFault) -> TOMLTable {
        if !isOwn { try assertHarmless(Array(text.utf8)) }
        do {
            return try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            let begin = error.source.begin
            throw TOMLFault(
                position: TOMLFault.Position(line: begin.line, column: begin.column),
                reason: LocalizedText(
                    ja: "TOMLとして読めません（\(error.description)）", en: "not TOML: \(error.description)"))
        } catch {
            throw TOMLFault(reason: LocalizedText(ja: "TOMLとして読めません", en: "not TOML"))
        }
    }

    private static func assertHarmless(_ bytes: [UInt8]) throws(TOMLFault) {
        if let problem = TextGuard.problem(in: bytes) { throw TOMLFault(reason: problem) }
        if let position = SyntaxGuard.problem(in: bytes) {
            throw TOMLFault(
                position: position,
                reason: LocalizedText(ja: "TOMLとして読めません（括弧の中が違います）", en: "not TOML: a key or value is missing here"))
        }
    }
}
