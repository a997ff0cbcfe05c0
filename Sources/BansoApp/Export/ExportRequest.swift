import BansoDomain

/// A list to be written to a file.
public struct ExportRequest: Hashable, Sendable {
    public var offer: ExportOffer
    public var style: ExportStyle
    /// Empty where none is given.
    public var purpose: String

    public init(_ offer: ExportOffer, as style: ExportStyle, purpose: String) {
        self.offer = offer
        self.style = style
        self.purpose = purpose
    }
}
