import BansoCatalogue
import BansoDomain
import Foundation
import Synchronization

/// The catalogue that comes with the program, read beside its start: most databases keep the same text, and the first
/// frame comes sooner by the time that reading it takes.
final class CatalogueAhead: Sendable {
    static let shared = CatalogueAhead()

    private let reading = DispatchGroup()
    private let catalogue = Mutex<Catalogue?>(nil)

    private init() {}

    /// Called once, when the program begins.
    func begin() {
        reading.enter()
        Thread { [self] in
            // What is wrong with it is said by whoever reads it for a person.
            let read = try? CatalogueFile.parse(CatalogueFile.embedded, file: CatalogueFile.embeddedName)
            catalogue.withLock { $0 = read }
            reading.leave()
        }.start()
    }

    /// - Returns: nil where the text is another one.
    func catalogue(of text: String) -> Catalogue? {
        guard text == CatalogueFile.embedded else { return nil }
        reading.wait()
        return catalogue.withLock { $0 }
    }
}
