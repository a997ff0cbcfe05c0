import Foundation
import Synchronization

/// Ctrl-C in the middle of long work: asked for now and then, so that nothing is left half done.
enum Interruption {
    private static let wasAsked = Atomic<Bool>(false)

    /// What the shell is told of a program that Ctrl-C ended.
    static let code: Int32 = 130

    /// From now on Ctrl-C only asks; a second one ends the program as ever.
    static func begin() {
        signal(SIGINT) { _ in
            Interruption.wasAsked.store(true, ordering: .relaxed)
            signal(SIGINT, SIG_DFL)
        }
    }

    static var isAsked: Bool { wasAsked.load(ordering: .relaxed) }
}
