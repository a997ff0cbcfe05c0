import BansoCatalogue
import BansoDomain
import Foundation
import Synchronization

/// The catalogue and the holidays that come with the program, read beside its start: most databases keep the same catalogue, and
/// the first frame comes sooner by the time that reading them takes.
final class EmbeddedAhead: Sendable {
    static let shared = EmbeddedAhead()

    private let (readsCatalogue, readsCalendar) = (DispatchGroup(), DispatchGroup())
    private let read = Mutex<(catalogue: Catalogue?, calendar: WorkingCalendar?)>((nil, nil))

    private init() {}

    /// Called once, when the program begins. What is wrong with either is said by whoever reads it for a person.
    func begin() {
        readsCatalogue.enter()
        readsCalendar.enter()
        Thread { [self] in
            let catalogue = try? CatalogueFile.parseEmbedded()
            read.withLock { $0.catalogue = catalogue }
            readsCatalogue.leave()
            let calendar = try? HolidayFile.parseEmbedded()
            read.withLock { $0.calendar = calendar }
            readsCalendar.leave()
        }.start()
    }

    /// - Returns: nil where the text is another one.
    func catalogue(of text: String) -> Catalogue? {
        guard text == CatalogueFile.embedded else { return nil }
        readsCatalogue.wait()
        return read.withLock { $0.catalogue }
    }

    func calendar() -> WorkingCalendar? {
        readsCalendar.wait()
        return read.withLock { $0.calendar }
    }
}
