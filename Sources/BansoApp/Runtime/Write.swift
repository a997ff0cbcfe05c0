import BansoDomain

/// One transaction that the program performs for a screen.
enum Write: Hashable {
    case book(Consultation, NextAction?)
    case move(PipelineEntryID, version: Int, to: StageID, name: String)
    case enter(PipelineEntry, name: String)
    case add(Record)
    case edit(RecordKey, version: Int, to: Record)
    case delete(RecordKey, version: Int, title: String)
    /// The same kind of change to several records: one step for undo.
    case several([Edit])
    case arrive(Arrival)
    case merge(OrganisationID, version: Int, into: OrganisationID, intoVersion: Int)
    case freeze(FiscalMonth, [ProgrammeID])
    case undo
    /// Of what was done at an event's door, nothing else.
    case undoAtDoor(event: Int64)
    case redo

    struct Edit: Hashable {
        var key: RecordKey
        var version: Int
        var record: Record
    }

    /// Somebody who has come to an event.
    struct Arrival: Hashable {
        enum Who: Hashable {
            /// Is on the roster, and is there now.
            case expected(StoredRecord)
            case known(RecordKey)
            /// A company that nobody has heard of; those of its name among `besides` are others, as a person has seen.
            case walkIn(name: String, besides: Set<Int64>)
        }

        var event: Int64
        var who: Who
        /// Registered before the event's day, there from that day on.
        var presence = Presence.attended
        var role: AttendanceRole
        var name: String
        /// Who came for the organisation; empty where it is not known.
        var attendee = ""
    }
}

enum Outcome: Hashable {
    case booked(BookingReceipt)
    case moved
    case entered
    case added(RecordKey)
    case edited
    /// Somebody else let them in, or registered them, since the roster was read.
    case onRosterAlready
    case deleted
    case merged
    case frozen([FrozenReport])
    /// The person ended it before it was done: nothing has changed.
    case givenUp
    case undone(UndoReceipt?)
    case redone(UndoReceipt?)
    /// A step can't be taken back, or done again; asked once more, the next one in turn is.
    case passedOver(DeskError, next: UndoReceipt?)
    case failed(DeskError)
}

extension Write {
    /// Performs the one transaction this stands for.
    /// - Parameter progress: told how far a step of many records is; what it throws ends it.
    func perform(
        on writer: any DeskWriter, by actor: Actor, today: Day, progress: StepProgress = { _, _ in }
    ) throws -> Outcome {
        switch self {
        case .book(let consultation, let nextAction):
            return .booked(try writer.book(consultation, nextAction: nextAction, by: actor))
        case .move(let entry, let version, let stage, _):
            try writer.move(entry, version: version, to: stage, on: today, by: actor)
            return .moved
        case .enter(let entry, _):
            _ = try writer.add(entry, by: actor)
            return .entered
        case .add(let record): return .added(RecordKey(record.kind, try writer.add(record, by: actor)))
        case .edit(let key, let version, let record):
            try writer.edit(key, version: version, to: record, by: actor)
            return .edited
        case .delete(let key, let version, _):
            try writer.delete(key, version: version, by: actor)
            return .deleted
        case .several(let edits):
            try writer.bulk(.editSeveral, by: actor, isDryRun: false) { desk in
                for edit in edits { try desk.edit(edit.key, version: edit.version, to: edit.record) }
            }
            return .edited
        case .arrive(let arrival):
            var key: RecordKey?
            do {
                try writer.bulk(.arrive, by: actor, isDryRun: false) { key = try arrival.perform(on: $0) }
            } catch is Arrival.OnRosterAlready {
                return .onRosterAlready
            }
            return key.map { .added($0) } ?? .edited
        case .merge(let other, let version, let kept, let keptVersion):
            try writer.merge(other, version: version, into: kept, version: keptVersion, by: actor)
            return .merged
        case .freeze(let month, let programmes):
            return .frozen(try writer.freeze(month, of: programmes, on: today, by: actor))
        case .undo:
            return try .passing(.undo, at: nil, on: writer, by: actor) {
                .undone(try writer.undo(at: nil, by: actor, progress: progress))
            }
        case .undoAtDoor(let event):
            return try .passing(.undo, at: event, on: writer, by: actor) {
                .undone(try writer.undo(at: event, by: actor, progress: progress))
            }
        case .redo:
            return try .passing(.redo, at: nil, on: writer, by: actor) {
                .redone(try writer.redo(by: actor, progress: progress))
            }
        }
    }
}

extension Outcome {
    fileprivate static func passing(
        _ action: ChangeAction, at event: Int64?, on writer: any DeskWriter, by actor: Actor,
        _ body: () throws -> Outcome
    ) throws -> Outcome {
        do {
            return try body()
        } catch let error as DeskError where error.isUndoRefusal {
            return .passedOver(error, next: try writer.next(action, at: event, by: actor))
        }
    }
}

extension Write {
    /// How far it is, and how to end it.
    func message(percent: Int, secondsLeft: Int?, _ context: Context) -> Message {
        let language = context.language
        let what = self == .redo ? language("やり直しています", "doing it again") : language("取り消しています", "taking it back")
        let rest = secondsLeft.map { language("、残り\($0)秒", ", \($0) s left") } ?? ""
        let end = language("（Ctrl-C でやめる）", " (Ctrl-C gives it up)")
        return Message(.hint, "\(what)… \(percent)%\(rest)\(end)")
    }
}

extension Write.Arrival {
    fileprivate struct OnRosterAlready: Error {}

    /// - Returns: the attendance.
    /// - Throws: `OnRosterAlready` where there is nothing left to be done.
    fileprivate func perform(on desk: any BulkDesk) throws -> RecordKey {
        var attendance = Record(
            .attendance,
            [
                "event": .number(event), "role": .token(role), "presence": .token(presence),
                "attendee": .text(attendee),
            ])
        switch who {
        case .expected(let stored):
            if let now = try desk.record(stored.key) { try refuse(now) }
            return try mark(stored, on: desk)
        case .known(let key):
            if let there = try desk.attendance(of: key, at: event) {
                try refuse(there.record)
                return try mark(there, on: desk)
            }
            attendance[key.kind == .talent ? "talent" : "organisation"] = .number(key.id)
        case .walkIn(let name, let besides):
            // At another door it may just have been made.
            let others = try desk.organisations(matching: name, isUnnumbered: false).filter {
                !besides.contains($0.value)
            }
            for other in others {
                let there = try desk.attendance(of: RecordKey(.organisation, other.value), at: event)
                if let there { try refuse(there.record) }
            }
            guard others.isEmpty else {
                throw DeskError.invalid(
                    field: RecordKind.organisation.label,
                    reason: LocalizedText(
                        ja: "「\(name)」は今ほかの端末で登録されました。候補から選んでください",
                        en: "'\(name)' was just added by somebody else: pick it from those found"))
            }
            attendance["organisation"] = .number(try desk.add(Record(.organisation, ["name": .text(name)])))
        }
        return RecordKey(.attendance, try desk.add(attendance))
    }

    private func refuse(_ attendance: Record) throws {
        let now = attendance["presence"]
        if now == .token(Presence.attended) || now == .token(presence) { throw OnRosterAlready() }
    }

    private func mark(_ attendance: StoredRecord, on desk: any BulkDesk) throws -> RecordKey {
        var record = attendance.record
        record["presence"] = .token(presence)
        try desk.edit(attendance.key, version: attendance.version, to: record)
        return attendance.key
    }
}
