import BansoDomain
import BansoStore
import Foundation
import Synchronization

/// Looks through the database's file for damage beside the program, so that the first frame needn't wait for it.
final class BackgroundCheck: Sendable {
    private let found = Mutex<DeskError?>(nil)

    /// What was found so far; nil while all is well.
    var finding: DeskError? { found.withLock { $0 } }

    init(path: String) {
        let thread = Thread { [self] in
            do {
                try Store.quickCheck(at: path)
            } catch let error as DeskError {
                // Only damage stops the program; a file that is gone is noticed by the program itself.
                if case .corrupt = error { found.withLock { $0 = error } }
            } catch {}
        }
        thread.qualityOfService = .background
        thread.start()
    }
}
