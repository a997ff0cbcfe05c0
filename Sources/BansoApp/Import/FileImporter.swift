import BansoDomain

/// Imports files beside the program, one at a time: previewed first, then taken.
public protocol FileImporter: AnyObject {
    var offer: ImportOffer { get }

    /// Does a step. What is known at once is the answer; what takes time becomes `news`.
    func ask(_ step: ImportStep) -> ImportNews?

    /// Asked at each tick; nil where nothing is new.
    func news() -> ImportNews?
}
