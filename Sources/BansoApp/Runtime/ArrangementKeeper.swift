import BansoDomain

/// Where arrangements wait for the next start.
public protocol ArrangementKeeper: AnyObject {
    /// - Throws: where something is kept that can't be understood.
    func load() throws(KeepingError) -> [PipelineID: PipelineArrangement]
    func save(_ arrangement: PipelineArrangement, of pipeline: PipelineID) throws(KeepingError)
}

/// Why arrangements can't be read or kept, as it is said to a person.
public struct KeepingError: Error, Hashable {
    public var text: LocalizedText

    public init(_ ja: String, _ en: String) { text = LocalizedText(ja: ja, en: en) }
}
