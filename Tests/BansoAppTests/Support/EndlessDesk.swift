import BansoDomain

/// Undoes and redoes half of a step until it is given up, for at most ten seconds; writes nothing else.
final class EndlessDesk: RefusingDesk {
    let reason = DeskError.readOnly(path: "")
    private(set) var isGivenUp = false

    private func goOn(_ progress: StepProgress) throws -> UndoReceipt? {
        let end = ContinuousClock.now + .seconds(10)
        do {
            while .now < end { try progress(50, 100) }
        } catch {
            isGivenUp = true
            throw error
        }
        return nil
    }

    func undo(at event: Int64?, by actor: Actor, progress: StepProgress) throws -> UndoReceipt? { try goOn(progress) }
    func redo(by actor: Actor, progress: StepProgress) throws -> UndoReceipt? { try goOn(progress) }
}
