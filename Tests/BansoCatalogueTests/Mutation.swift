import BansoDomain
import Testing

@testable import BansoCatalogue

/// One change to the embedded catalogue that makes it wrong, and what the refusal must say.
struct Mutation: CustomTestStringConvertible {
    var old: String
    var new: String
    var place: String
    var reason: String

    init(_ old: String, _ new: String, at place: String, _ reason: String) {
        self.old = old
        self.new = new
        self.place = place
        self.reason = reason
    }

    var testDescription: String { "\(place): \(reason)" }

    /// The embedded text with the first `old` replaced.
    func text() throws -> String {
        let text = Array(CatalogueFile.embedded.utf8)
        let pattern = Array(old.utf8)
        let start = try #require(
            text.indices.first { text[$0...].starts(with: pattern) }, "\(old) isn't in the catalogue any more")
        return String(decoding: text[..<start] + Array(new.utf8) + text[(start + pattern.count)...], as: UTF8.self)
    }

    func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
        let text = try text()
        let error = try #require(throws: CatalogueError.self, sourceLocation: sourceLocation) {
            try CatalogueFile.parse(text, file: "x.toml")
        }
        #expect(error.description.hasPrefix("x.toml: \(place): "), "\(error)", sourceLocation: sourceLocation)
        #expect(error.description.contains(reason), "\(error)", sourceLocation: sourceLocation)
        #expect(!error.message.ja.contains("\n") && error.message.ja != error.message.en, "\(error)")
    }
}
