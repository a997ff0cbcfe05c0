import BansoDomain
import BansoExchange
import BansoStore
import Foundation
import Synchronization

/// What a start has to look after, beside the program, so that the first frame needn't wait for it: damage in the database's
/// file, and files with personal data that a killed program left among the temporary ones. It begins when it is first asked.
final class BackgroundCheck: Sendable {
    private let path: String
    private let found = Mutex<(hasBegun: Bool, finding: DeskError?)>((false, nil))

    /// As nice(1) counts.
    private static let niceness: Int32 = 10

    /// What was found so far, for which the store writes nothing any more; nil while all is well.
    func finding(stopping store: Store) -> DeskError? {
        let (hasBegun, finding) = found.withLock { found in
            defer { found.hasBegun = true }
            return found
        }
        if !hasBegun { begin() }
        if let finding { store.stopWriting(for: finding) }
        return finding
    }

    init(path: String) { self.path = path }

    private func begin() {
        let thread = Thread { [self] in
            // The person at the keys comes first, as far as that can be: the heap's lock is held by this thread too.
            setpriority(Int32(PRIO_PROCESS.rawValue), 0, BackgroundCheck.niceness)
            // The first frame is drawn meanwhile: starting a reader of the whole file beside it would delay it.
            usleep(200_000)
            PrivateFolder.removeAbandoned()
            do {
                try Store.quickCheck(at: path)
            } catch let error as DeskError {
                // Only damage stops the program; a file that is gone is noticed by the program itself.
                if case .corrupt = error { found.withLock { $0.finding = error } }
            } catch {}
        }
        thread.start()
    }
}
