import BansoDomain
import GRDB

/// A step that a person couldn't take back, or do again: what comes after it in turn is next, until they do anything else.
struct PassedOver {
    let actor: Actor
    let changeSet: Int64
    /// The last that the person did beside it then.
    private let last: Int64

    /// - Parameter action: undo or redo.
    init(_ step: UndoableStep, _ action: ChangeAction, by actor: Actor, _ db: Database) throws {
        self.actor = actor
        changeSet = step.changeSet
        last = try PassedOver.last(besides: action, by: actor, db)
    }

    func stands(for action: ChangeAction, by actor: Actor, _ db: Database) throws -> Bool {
        try self.actor == actor && last == PassedOver.last(besides: action, by: actor, db)
    }

    /// The number of the person's last change set that is no undo, or no redo; 0 where there is none.
    private static func last(besides action: ChangeAction, by actor: Actor, _ db: Database) throws -> Int64 {
        try Int64.fetchOne(
            db,
            sql: """
                WITH me AS (SELECT id FROM coordinator WHERE name = ?)
                SELECT max(
                    ifnull((
                        SELECT max(seq) FROM audit
                        WHERE actor = (SELECT id FROM me) AND seq = change_set AND undoes IS NULL), 0),
                    ifnull((
                        SELECT max(seq) FROM audit
                        WHERE actor = (SELECT id FROM me) AND seq = change_set AND undoes IS NOT NULL
                            AND action <> ?), 0))
                """, arguments: [Folding.stored(actor.name), action.rawValue]) ?? 0
    }
}
