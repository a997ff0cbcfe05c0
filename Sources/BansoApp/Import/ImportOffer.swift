import BansoDomain

/// What an importer can read, for whoever asks for the file.
public struct ImportOffer: Hashable, Sendable {
    /// The kinds of file that there are.
    public var kinds: [Choice]
    /// Those whose rows may all be about one event.
    public var kindsOfEvents: [String]
    /// The encodings that a person can name; the first leaves it to the file.
    public var encodings: [Choice]

    public init(kinds: [Choice], kindsOfEvents: [String], encodings: [Choice]) {
        self.kinds = kinds
        self.kindsOfEvents = kindsOfEvents
        self.encodings = encodings
    }
}
