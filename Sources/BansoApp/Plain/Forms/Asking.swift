import BansoDomain
import TerminalUI

/// A screen with a form, so that it can ask field by field.
protocol Asking: Screen {
    /// Its fields; none before it was loaded.
    var questions: Form { get }
    mutating func change(_ body: (inout Form) -> Void)

    /// What is asked for.
    func askedTitle(_ context: Context) -> String

    /// The question at the end, and what yes does.
    func lastQuestion(_ context: Context) -> String

    /// What the answers come to.
    func outlook(_ context: Context) -> (String, Role)?

    /// Why nothing can be asked; nil where it can.
    func refusal(_ context: Context) -> LocalizedText?

    var conflict: Conflict? { get }
    var isFromDraft: Bool { get }
    /// Whether there is nothing to choose from before it asks.
    var asksAtOnce: Bool { get }
    /// Turns to its form from what else there is to choose from.
    mutating func beginAsking()
}

extension Asking {
    func lastQuestion(_ context: Context) -> String { context.language("保存しますか。y 保存", "save? y saves") }
    func outlook(_ context: Context) -> (String, Role)? { nil }
    func refusal(_ context: Context) -> LocalizedText? { nil }
    var conflict: Conflict? { nil }
    var isFromDraft: Bool { false }
    var asksAtOnce: Bool { true }
    mutating func beginAsking() {}
}
