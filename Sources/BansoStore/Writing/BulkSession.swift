import BansoDomain
import GRDB

/// Many records in one transaction.
final class BulkSession: BulkDesk {
    private let recorder: ChangeRecorder
    private let booking: Booking
    private let path: String
    private let numbered, unnumbered: DirectStatement
    private let waiting: WaitingOrganisations
    /// The number that was asked about last, and how many rows were changed by then.
    private var asked: (number: CorporateNumber, id: OrganisationID?, changes: Int)?

    init(_ recorder: ChangeRecorder, path: String) throws {
        self.recorder = recorder
        self.path = path
        booking = try Booking(recorder)
        numbered = try DirectStatement(recorder.db, sql: "SELECT id FROM organisation WHERE corporate_number = ?")
        unnumbered = try DirectStatement(
            recorder.db, sql: "SELECT id FROM organisation WHERE corporate_number IS NULL LIMIT 1")
        waiting = WaitingOrganisations(recorder.db, path: path)
        recorder.gatherEntries()
    }

    /// To be called last.
    func finish() throws { try whole {} }

    /// Runs what may ask for organisations, or refer to them: those that wait are written first.
    private func whole<Result>(_ body: () throws -> Result) throws -> Result {
        try StoreErrors.mapped(path) {
            try waiting.write()
            return try body()
        }
    }

    func add(_ organisation: Organisation) throws -> OrganisationID {
        try whole {
            OrganisationID(try recorder.insert(.organisation, OrganisationRow.values(organisation)))
        }
    }

    func add(_ entry: PipelineEntry) throws -> PipelineEntryID {
        try whole {
            let values = try PipelineEntryRow.values(entry, catalogue: recorder.catalogue)
            return PipelineEntryID(try recorder.insert(.pipelineEntry, values))
        }
    }

    func book(_ consultation: Consultation, nextAction: NextAction?) throws -> BookingReceipt {
        try whole { try booking.book(consultation, nextAction: nextAction) }
    }

    func coordinator(named name: String) throws -> CoordinatorID {
        try whole { CoordinatorID(try CoordinatorRow.id(named: name, recorder.db)) }
    }

    /// The kind of an organisation that is already there stays: files of companies also list institutions.
    func merge(_ organisation: Organisation, into known: Int64?) throws -> (outcome: MergeOutcome, id: Int64) {
        let numbered = try organisation.corporateNumber.flatMap { try self.organisation(numbered: $0)?.value }
        guard let id = known ?? numbered else { return (.created, try addNew(organisation)) }
        return try whole {
            let entered = try OrganisationRow.values(organisation)
            guard let row = try recorder.current(.organisation, id: id) else {
                throw DeskError.notFound(what: RecordKind.organisation.label)
            }
            var merged = row.values
            // The kind stays, and what the file doesn't say.
            for (index, field) in RecordKind.organisation.fields.enumerated().dropFirst()
            where entered[index] != RecordRow.initial(field) {
                merged[index] = entered[index]
            }
            guard merged != row.values else { return (.unchanged, id) }
            try recorder.update(.organisation, id: id, version: row.version) { $0 = merged }
            return (.updated, id)
        }
    }

    /// Adds one whose corporate number, if it has one, no other has.
    private func addNew(_ organisation: Organisation) throws -> Int64 {
        guard let number = organisation.corporateNumber else { return try add(organisation).value }
        return try StoreErrors.mapped(path) {
            let values = try OrganisationRow.values(organisation)
            let id = try waiting.add(number, values)
            try recorder.noteInsert(.organisation, id, values)
            return id
        }
    }

    func organisation(numbered number: CorporateNumber) throws -> OrganisationID? {
        if let id = waiting[number] { return OrganisationID(id) }
        // A row is looked for twice: for its namesakes, and to be written.
        if let asked, asked.number == number, asked.changes == recorder.changes { return asked.id }
        let found = try StoreErrors.mapped(path) {
            numbered.bind(number.digits, at: 1)
            return try numbered.number().map { OrganisationID($0) }
        }
        asked = (number, found, recorder.changes)
        return found
    }

    func organisations(matching name: String, isUnnumbered: Bool) throws -> [OrganisationID] {
        try StoreErrors.mapped(path) {
            if isUnnumbered {
                // Of most files no name needs to be folded for this; those that wait have numbers.
                guard try unnumbered.number() != nil else { return [] }
            }
            try waiting.write()
            let condition = isUnnumbered ? "AND corporate_number IS NULL" : ""
            let find = try recorder.db.cachedStatement(
                sql: "SELECT id FROM organisation WHERE match_key = ? \(condition) ORDER BY id LIMIT 2")
            return try Int64.fetchAll(find, arguments: [MatchKey(name).text]).map { OrganisationID($0) }
        }
    }

    func put(_ record: Record, id: Int64?, nextAction: NextAction?) throws -> (outcome: MergeOutcome, id: Int64) {
        try whole { try recorder.put(record, id: id, nextAction: nextAction) }
    }

    func record(_ key: RecordKey) throws -> Record? {
        try whole {
            try recorder.current(key.kind, id: key.id).map { RecordRow.record(key.kind, $0.values) }
        }
    }

    func attendance(of guest: RecordKey, at event: Int64) throws -> StoredRecord? {
        try whole { try Store.attendance(of: guest, at: event, recorder.db) }
    }

    func wasAttended(_ event: Int64) throws -> Bool { try whole { try Store.wasAttended(event, recorder.db) } }

    func edit(_ key: RecordKey, version: Int, to record: Record) throws {
        try whole { try recorder.edit(key, version: Int64(version), to: record) }
    }

    func delete(_ key: RecordKey, version: Int) throws {
        try whole { try recorder.remove(key, version: Int64(version)) }
    }

    func numbers(of kind: RecordKind, called text: String) throws -> [Int64] {
        guard let column = kind.nameColumn else { return [] }
        return try whole {
            if kind == .organisation, let number = try? CorporateNumber(text) {
                return try organisation(numbered: number).map { [$0.value] } ?? []
            }
            let name = column == "match_key" ? MatchKey(text).text : Folding.stored(text)
            let find = try recorder.db.cachedStatement(
                sql: "SELECT id FROM \(kind.table) WHERE \(column) = ? ORDER BY id LIMIT 2")
            let found = try Int64.fetchAll(find, arguments: [name])
            guard found.isEmpty, kind == .event, let (day, theme) = Day.leading(name) else { return found }
            let dated = try recorder.db.cachedStatement(
                sql: "SELECT id FROM event WHERE theme = ? AND date = ? ORDER BY id LIMIT 2")
            return try Int64.fetchAll(dated, arguments: [theme, day.iso])
        }
    }

    func lastNumber(of kind: RecordKind) throws -> Int64 {
        try whole { try Int64.fetchOne(recorder.db, sql: "SELECT max(id) FROM \(kind.table)") ?? 0 }
    }

    func twin(of record: Record, among numbers: ClosedRange<Int64>) throws -> Int64? {
        let kind = record.kind
        return try whole {
            let values = try RecordRow.values(record)
            let own = kind.fields.indices.filter { !kind.fields[$0].isAssigned }
            // Keys that follow from the others are asked for too: they have indexes. The number's own is not to be used.
            let columns = own.map { kind.columns[$0] } + kind.derivedColumns
            let find = try recorder.db.cachedStatement(
                sql: """
                    SELECT min(+id) FROM \(kind.table)
                    WHERE \(columns.map { "\($0) IS ?" }.joined(separator: " AND ")) AND +id BETWEEN ? AND ?
                    """)
            return try Int64.fetchOne(
                find,
                arguments: StatementArguments(
                    own.map { values[$0] } + kind.derivedValues(values)
                        + [numbers.lowerBound.databaseValue, numbers.upperBound.databaseValue]))
        }
    }

    func exists(_ key: RecordKey) throws -> Bool {
        try whole {
            let find = try recorder.db.cachedStatement(sql: "SELECT 1 FROM \(key.kind.table) WHERE id = ?")
            return try Int.fetchOne(find, arguments: [key.id]) != nil
        }
    }
}
