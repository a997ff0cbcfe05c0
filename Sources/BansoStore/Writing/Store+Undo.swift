import BansoDomain
import GRDB

extension Store {
    public func undo(at event: Int64?, by actor: Actor, progress: StepProgress) throws -> UndoReceipt? {
        try takeBack(.undo, at: event, by: actor, progress)
    }

    public func redo(by actor: Actor, progress: StepProgress) throws -> UndoReceipt? {
        try takeBack(.redo, at: nil, by: actor, progress)
    }

    public func next(_ action: ChangeAction, at event: Int64?, by actor: Actor) throws -> UndoReceipt? {
        try read { db in
            let passed = try passed(action, by: actor, db)
            return try step(action, before: passed ?? .max, at: event, by: actor, db)?.receipt(db)
        }
    }

    private func takeBack(
        _ action: ChangeAction, at event: Int64?, by actor: Actor, _ progress: StepProgress
    ) throws -> UndoReceipt? {
        // Below what was passed over; at the end from the top again.
        func next(_ db: Database) throws -> UndoableStep? {
            if let passed = try passed(action, by: actor, db),
                let step = try step(action, before: passed, at: event, by: actor, db)
            {
                return step
            }
            return try step(action, before: .max, at: event, by: actor, db)
        }
        guard let (last, size) = try read({ db in try next(db).map { ($0, try $0.size(db)) } }) else { return nil }
        let isLong = size >= UndoableStep.longFrom
        return try change(action, by: actor, undoes: last.changeSet, isLong: isLong) { recorder in
            if isLong { recorder.gatherEntries() }
            // Somebody may have used the moment in between: the same person at another screen.
            guard try next(recorder.db)?.changeSet == last.changeSet else {
                throw DeskError.undoRefused(action: last.action, name: last.name, by: actor.name, isRedo: last.isRedo)
            }
            do {
                try last.takeBack(recorder) { try progress($0, size) }
            } catch let error as DeskError {
                if error.isUndoRefusal { passedOver[action] = try PassedOver(last, action, by: actor, recorder.db) }
                throw error
            }
            // What was added has a name only while it is there.
            return try last.receipt(recorder.db)
        }
    }

    private func passed(_ action: ChangeAction, by actor: Actor, _ db: Database) throws -> Int64? {
        guard let passed = passedOver[action], try passed.stands(for: action, by: actor, db) else { return nil }
        return passed.changeSet
    }

    private func step(
        _ action: ChangeAction, before changeSet: Int64, at event: Int64?, by actor: Actor, _ db: Database
    ) throws -> UndoableStep? {
        guard action == .undo else { return try UndoableStep.lastUndone(by: actor, before: changeSet, db) }
        guard
            let last = try UndoableStep.last(
                by: actor, before: changeSet, isAnything: event == nil && changeSet == .max, db)
        else {
            return nil
        }
        return try event.map { try last.isAbout(event: $0, db) } ?? true ? last : nil
    }
}
