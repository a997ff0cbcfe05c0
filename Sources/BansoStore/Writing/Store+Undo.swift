import BansoDomain
import GRDB

extension Store {
    public func undo(by actor: Actor) throws -> UndoReceipt? {
        guard let last = try read({ try UndoableStep.last(by: actor, $0) }) else { return nil }
        return try change(.undo, by: actor, undoes: last.changeSet) { recorder in
            // Somebody may have used the moment in between: the same person at another screen.
            guard try UndoableStep.last(by: actor, recorder.db)?.changeSet == last.changeSet else {
                throw DeskError.undoRefused(action: last.action, name: last.name)
            }
            try last.takeBack(recorder)
            return UndoReceipt(action: last.action, name: last.name)
        }
    }
}
