import BansoDomain

/// What is said once something is saved.
extension FormScreen {
    func saved(_ write: Write, _ context: Context) -> String {
        let label =
            switch write {
            case .add(let record), .edit(_, _, let record): record.label
            default: request.kind.label
            }
        let kind = label(context.language)
        let text = context.language("\(kind)を保存しました", "\(kind) saved")
        return request.isInside ? text : text + context.undoNote
    }

    func booked(_ receipt: BookingReceipt, _ context: Context) -> String {
        let name = file?.organisation.record.name ?? ""
        let limit = context.catalogue.consultation.limit
        let moved = receipt.movedTo.flatMap { id in
            context.catalogue.pipeline(context.catalogue.consultation.pipeline)?.stages.first { $0.id == id }?.label
        }
        let stage = moved.map { " → " + $0(context.language) } ?? ""
        return context.language(
            "\(name) の相談 \(receipt.ordinal.value)/\(limit) を記録しました\(stage)",
            "consultation \(receipt.ordinal.value)/\(limit) of \(name) saved\(stage)") + context.undoNote
    }
}
