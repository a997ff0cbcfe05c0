import BansoDomain

extension Action {
    /// Whether it changes records, or leads to nothing but a change of them.
    var isForWriting: Bool {
        switch self {
        case .consult, .add, .enter, .edit, .delete, .nextAction, .stageForward, .stageBack, .undo, .redo, .several,
            .markHeld, .noShow, .survey, .merge, .snooze, .followUp, .done, .documents, .interview, .offer, .contract,
            .decline, .addPosting, .addApplicant, .askToFreeze, .freeze, .importFile:
            true
        default: false
        }
    }
}

extension [Binding] {
    /// Where nothing is written, what would write says why.
    func refusingWrites(_ context: Context) -> [Binding] {
        guard let refusal = context.writeRefusal else { return self }
        return map { binding in
            var binding = binding
            if binding.action.isForWriting { binding.refusal = refusal.text }
            return binding
        }
    }
}
