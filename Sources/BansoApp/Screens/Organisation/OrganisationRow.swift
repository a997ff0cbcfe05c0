import BansoDomain

/// A line of an organisation's page that can be chosen.
enum OrganisationRow: Hashable {
    case draft(FormRequest)
    case eligibility
    case card(Listed<PipelineEntry>)
    case contact(StoredRecord)
    case snooze(StoredRecord)
    case twin(SearchHit)

    /// Those of a file, in the order in which they stand.
    static func rows(of file: OrganisationFile, _ context: Context) -> [OrganisationRow] {
        let organisation = file.organisation
        let cards = Set(file.entries.map { RecordKey(.pipelineEntry, $0.id.value) })
        let own = cards.union(file.timeline.map(\.key) + file.contacts.map(\.key))
            .union([file.eligibilityCheck?.key, file.snooze?.key].compactMap { $0 })
        let drafts = context.drafts.keys.filter { request in
            request.isAbout(organisation.id)
                || request.several.contains { cards.contains(RecordKey(.pipelineEntry, $0)) }
                || request.record.map { own.contains(RecordKey(request.kind, $0)) } ?? false
        }.sorted { $0.order < $1.order }
        var rows = drafts.map(OrganisationRow.draft)
        if organisation.record.kind == .company { rows.append(.eligibility) }
        rows += file.entries.map(OrganisationRow.card) + file.contacts.map(OrganisationRow.contact)
        if let snooze = file.snooze, let until = snooze.record["until"].day, until >= context.today {
            rows.append(.snooze(snooze))
        }
        return rows + file.twins.map(OrganisationRow.twin)
    }

    /// The heading above the first of its sort.
    func heading(_ language: Language) -> String {
        switch self {
        case .draft: language("下書き", "Drafts")
        case .eligibility: language("適格", "Eligibility")
        case .card: language("パイプライン", "Pipelines")
        case .contact: language("連絡先", "Contacts")
        case .snooze: language("保留", "Snoozed")
        case .twin: language("同じ名前の組織", "The same name")
        }
    }

    /// The record that it stands for; nil where there is none, or it is another organisation's.
    func record(in file: OrganisationFile) -> RecordKey? {
        switch self {
        case .card(let card): RecordKey(.pipelineEntry, card.id.value)
        case .contact(let stored), .snooze(let stored): stored.key
        case .eligibility: file.eligibilityCheck?.key
        case .draft, .twin: nil
        }
    }

    func isSame(sortAs other: OrganisationRow) -> Bool {
        switch (self, other) {
        case (.draft, .draft), (.eligibility, .eligibility), (.card, .card), (.contact, .contact), (.snooze, .snooze),
            (.twin, .twin):
            true
        default: false
        }
    }
}

extension FormRequest {
    /// Whether it is a form of the organisation, or of a record of its own.
    func isAbout(_ organisation: OrganisationID) -> Bool {
        if kind == .organisation { return record == organisation.value }
        return ["organisation", "sender", "receiver"].contains { given[$0] == .number(organisation.value) }
    }
}
