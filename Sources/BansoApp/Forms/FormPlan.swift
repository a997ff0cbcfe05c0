import BansoDomain

/// Which fields a form asks for, in which order: those of its kind that aren't settled, and where a record brings the next
/// action with it, that too.
enum FormPlan {
    /// - Parameter base: the record as it is, or as a new one begins: what isn't asked stands in it.
    static func form(for request: FormRequest, over base: Record, _ context: Context) -> Form {
        let asked = request.kind.fields.filter { field in
            guard field.isAsked(in: request, context) else { return false }
            guard request.kind == .pipelineEntry, field.id == "side" else { return true }
            // Only a pipeline with two sides has one to ask for.
            return base["pipeline"].text.flatMap { context.catalogue.pipeline(PipelineID($0)) }?.subject == .twoSided
        }
        var fields = asked.map { FormField($0, of: request.kind, context) }
        let settled = request.kind.fields.filter { field in !asked.contains { $0.id == field.id } }
        if request.kind == .consultation, request.record == nil {
            fields += ["next_action", "next_due"].compactMap { id in
                let kind = RecordKind.pipelineEntry
                return kind.index(of: id).map { FormField(kind.fields[$0], of: kind, context) }
            }
        }
        return Form(fields, given: Dictionary(uniqueKeysWithValues: settled.map { ($0.id, base[$0.id]) }))
    }

    /// What a new record begins with.
    static func initial(_ request: FormRequest, _ context: Context) -> Record {
        var record = Record(request.kind)
        for (index, field) in request.kind.fields.enumerated() where record.values[index] == field.initial {
            switch field.kind {
            case .day(let inPeriod) where field.isRequired && request.kind != .event && request.kind != .snooze:
                if !inPeriod || context.catalogue.period.contains(context.today) {
                    record.values[index] = .day(context.today)
                }
            case .minutes where field.isRequired:
                record.values[index] = .number(context.catalogue.consultation.usualMinutes.lowerBound)
            case .activity(let sources):
                let activities = context.catalogue.activities(countedFrom: sources)
                if activities.count == 1 { record.values[index] = .text(activities[0].text) }
            case .choice(let choices) where field.isRequired && field.initial == .none && request.kind == .consultation:
                record.values[index] = .text(choices[0].token)
            default: break
            }
        }
        for (field, value) in request.given.merging(request.suggested, uniquingKeysWith: { given, _ in given })
        where request.kind.index(of: field) != nil {
            record[field] = value
        }
        return record
    }
}

extension RecordField {
    fileprivate func isAsked(in request: FormRequest, _ context: Context) -> Bool {
        guard !isAssigned, request.given[id] == nil else { return false }
        if case .activity(let sources) = kind, context.catalogue.activities(countedFrom: sources).count == 1 {
            return false
        }
        if request.kind.derivedFields.contains(id) { return false }
        return request.record == nil || !request.kind.fixedFields.contains(id)
    }
}
