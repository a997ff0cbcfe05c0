import BansoDomain

extension Write {
    /// Performs the one transaction this stands for.
    func perform(on writer: any DeskWriter, by actor: Actor, today: Day) throws -> Outcome {
        switch self {
        case .book(let consultation, let coordinatorName, let nextAction):
            return .booked(
                try writer.book(consultation, coordinatorName: coordinatorName, nextAction: nextAction, by: actor))
        case .move(let entry, let version, let stage, _):
            try writer.move(entry, version: version, to: stage, on: today, by: actor)
            return .moved
        case .enter(let entry, _):
            _ = try writer.add(entry, by: actor)
            return .entered
        case .undo: return .undone(try writer.undo(by: actor))
        }
    }
}
