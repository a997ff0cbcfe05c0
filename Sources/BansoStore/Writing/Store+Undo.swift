import BansoDomain
import GRDB

extension Store {
    public func undo(at event: Int64?, by actor: Actor) throws -> UndoReceipt? {
        try takeBack(.undo, by: actor) { db in
            guard let last = try UndoableStep.last(by: actor, db) else { return nil }
            return try event.map { try last.isAbout(event: $0, db) } ?? true ? last : nil
        }
    }

    public func redo(by actor: Actor) throws -> UndoReceipt? {
        try takeBack(.redo, by: actor) { try UndoableStep.lastUndone(by: actor, $0) }
    }

    private func takeBack(
        _ action: ChangeAction, by actor: Actor, _ find: (Database) throws -> UndoableStep?
    ) throws -> UndoReceipt? {
        guard let last = try read(find) else { return nil }
        return try change(action, by: actor, undoes: last.changeSet) { recorder in
            // Somebody may have used the moment in between: the same person at another screen.
            guard try find(recorder.db)?.changeSet == last.changeSet else {
                throw DeskError.undoRefused(action: last.action, name: last.name, by: actor.name, isRedo: last.isRedo)
            }
            try last.takeBack(recorder)
            // What was added has a name only while it is there.
            let name = last.name.isEmpty ? try UndoableStep.name(of: last.changeSet, recorder.db) : last.name
            return UndoReceipt(action: last.action, name: name, change: try last.change(recorder.db))
        }
    }
}
