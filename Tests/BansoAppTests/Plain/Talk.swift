import BansoDomain
import BansoStore
import TerminalUI

@testable import BansoApp

/// A conversation with a desk, as a person at a screen reader has it.
final class Talk {
    let desk: Desk
    let greeting: [String]
    private let conversation: Conversation

    init(_ desk: Desk, _ language: Language = .ja, drafts: MemoryDrafts? = nil, as name: String = "田中") {
        self.desk = desk
        var context = desk.context(language, size: Size(width: 80, height: 24))
        context.actor = Actor(name)
        conversation = Conversation(reader: desk.store, writer: desk.store, context: context, drafts: drafts)
        greeting = conversation.begin()
    }

    var isOver: Bool { conversation.isOver }

    /// Says these lines one after the other.
    /// - Returns: what was answered to the last one.
    @discardableResult
    func say(_ lines: String...) -> [String] {
        var answer: [String] = []
        for line in lines { answer = conversation.hear(line) }
        return answer
    }

    /// The number under which a text was read out; empty where it wasn't.
    static func number(of text: String, in lines: [String]) -> String {
        lines.first { $0.contains(text) }.map { String($0.prefix { $0 != "." }) } ?? ""
    }
}
