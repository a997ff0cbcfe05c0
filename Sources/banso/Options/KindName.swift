import ArgumentParser
import BansoDomain
import BansoExchange

/// A kind of record as every command names it: companies or company, surveys or survey-answer.
struct KindName: ExpressibleByArgument {
    private let text: String

    init?(argument: String) { text = argument }

    /// - Throws: `CommandFailure`, with those that there are.
    var kind: FileKind {
        get throws {
            guard let kind = FileKind(named: text) else {
                throw CommandFailure(
                    "\(text) という種類はありません（\(KindName.all)）", "no kind called \(text); there are \(KindName.all)")
            }
            return kind
        }
    }

    static let all = FileKind.allCases.map(\.rawValue).joined(separator: ", ")
    static let defaultCompletionKind = CompletionKind.list(FileKind.allCases.map(\.rawValue))
}
