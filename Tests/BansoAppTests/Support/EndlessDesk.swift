import BansoDomain

/// Undoes and redoes half of a step until it is given up, for at most so long; writes nothing else.
final class EndlessDesk: RefusingDesk {
    let reason = DeskError.readOnly(path: "")
    private(set) var isGivenUp = false
    private let most: Duration

    init(for most: Duration = .seconds(10)) { self.most = most }

    private func goOn(_ progress: StepProgress) throws -> UndoReceipt? {
        let end = ContinuousClock.now + most
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
