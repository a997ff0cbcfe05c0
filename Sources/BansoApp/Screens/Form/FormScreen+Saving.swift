import BansoDomain

/// From the form to a record, and what became of it.
extension FormScreen {
    mutating func save(_ context: Context) -> [Effect] {
        guard var form, let base, !isSaving else { return [] }
        defer { self.form = form }
        form.takeNamed(context.language)
        let mend = Effect.say(
            Message(.error, context.language("印の付いた項目を直すと保存できます", "mend what is marked, then save")))
        // All that is wrong is marked, and the first of it is gone to.
        let card =
            isBooking ? form.record(.pipelineEntry, over: Record(.pipelineEntry, FormScreen.anyCard), context) : nil
        guard let record = form.record(request.kind, over: base, context), !isBooking || card != nil else {
            return [mend]
        }
        if let problem = RecordRules.ahead(record, of: context.today, beside: known.days) {
            form.mark([form.index(of: problem.field, in: request.kind) ?? 0: problem.reason])
            return [mend]
        }
        failure = nil
        let write: Write
        if let card {
            if let reason = bookingRefusal(context) {
                form.mark([form.index(of: "organisation", in: .consultation) ?? 0: reason])
                return [mend]
            }
            let action = card["next_action"].text ?? ""
            if action.isEmpty, card["next_due"] != .none {
                let reason = LocalizedText(ja: "期限だけでは何をするか分かりません", en: "a due date needs something to do")
                form.mark([form.index(of: "next_action", in: .pipelineEntry) ?? 0: reason])
                return [mend]
            }
            let next = action.isEmpty ? nil : NextAction(text: action, due: card["next_due"].day)
            write = .book(Consultation(record), next)
        } else if let key, let version {
            guard record != base else {
                let unchanged = context.language("変更はありません", "nothing changed")
                return [.close, .forgetDraft(request), .say(Message(.hint, unchanged))]
            }
            write = .edit(key, version: version, to: record)
        } else {
            write = .add(record)
        }
        if let doubt = doubt(context), doubt != pointedOut {
            pointedOut = doubt
            return [.say(Message(.hint, doubt.question(context.language)))]
        }
        isSaving = true
        return [.write(write)]
    }

    /// What the card's own required fields are while only the next action is asked.
    private static let anyCard: KeyValuePairs<String, FieldValue> = [
        "organisation": .number(1), "pipeline": .text("-"), "stage": .text("-"), "stage_order": .number(0),
        "since": .day(Day(ordinal: 0)),
    ]

    mutating func saveSettled(_ context: Context) -> [Effect] {
        guard let conflict, let key, conflict.isSettled, !isSaving else { return [] }
        guard conflict.settled != conflict.theirs.record else {
            return [.close, .forgetDraft(request), .say(Message(.hint, conflict.kept(context.language)))]
        }
        isSaving = true
        failure = nil
        return [.write(.edit(key, version: conflict.theirs.version, to: conflict.settled))]
    }

    mutating func written(_ write: Write, _ outcome: Outcome, _ context: Context) -> [Effect] {
        switch outcome {
        case .booked(let receipt):
            return done(RecordKey(.consultation, receipt.consultation.value), booked(receipt, context))
        case .added(let key) where isSaving: return done(key, saved(write, context))
        case .added(let key):
            made = key
            guard case .add(let record) = write, let name = record[FormScreen.nameField(of: key.kind)].text else {
                return []
            }
            let kind = record.label(context.language)
            return [.say(Message(.good, context.language("新しい\(kind)「\(name)」を登録しました", "new \(kind) '\(name)' added")))]
        case .edited:
            guard let key else { return [] }
            return done(key, saved(write, context))
        case .failed(let error):
            isSaving = false
            conflict = nil
            failure = error
            // Both versions are about to be shown, with what to do.
            if case .stale = error { return [] }
            if case .invalid(let label, let reason) = error, var form,
                let index = form.shown.first(where: { form.fields[$0].field.label == label })
            {
                form.mark([index: reason])
                (self.form, failure) = (form, nil)
            }
            return [.say(Message(.error, error.text(context.language)))]
        default: return PageActions.effects(for: outcome, write, context)
        }
    }

    private func done(_ key: RecordKey, _ text: String) -> [Effect] {
        [.forgetDraft(request), .finish(key)] + (request.isShownWhenSaved ? [.open(.showing(key))] : [])
            + [.say(Message(.good, text))]
    }
}
