import BansoDomain

/// Performs what screens ask for, the same whether they are drawn or read out: writes, drafts, the way back with what was
/// saved. Beside that it notices what others do to the database, and what a check finds.
final class Performer {
    let reader: any DeskReader
    private let writer: any DeskWriter
    var context: Context
    weak var frontEnd: (any FrontEnd)?
    /// What was typed in forms and not saved, and when it was last put on disk.
    private(set) var drafts: [FormRequest: Draft] = [:]
    private var keptDrafts: [FormRequest: Draft] = [:]
    /// Whether a form has become free of which another draft may wait.
    private var isFormFreed = false
    private let keeper: (any DraftKeeper)?
    /// Set when the database can't be used any more: nothing is written after that.
    private(set) var fault: DeskError? {
        didSet { context.fault = fault }
    }
    private var token: Int?
    /// Before that it isn't looked again what others wrote.
    private var restsUntil: ContinuousClock.Instant = .now
    private let alarm: (() -> DeskError?)?
    private let processorTime: () -> Duration
    private let day: (() -> Day)?

    /// - Parameters:
    ///   - drafts: where drafts outlive the program; nil forgets them with it.
    ///   - day: asked for the day, which changes at midnight; nil where it stays as the context has it.
    ///   - alarm: asked for what a check beside the program (of a damaged file) has found; nil while all is well.
    ///   - processorTime: what processors have worked for this thread, by which it is told how busy the machine is.
    init(
        reader: any DeskReader, writer: any DeskWriter, context: Context, drafts keeper: (any DraftKeeper)?,
        day: (() -> Day)?, alarm: (() -> DeskError?)?,
        processorTime: @escaping () -> Duration
    ) {
        self.reader = reader
        self.writer = writer
        self.context = context
        self.keeper = keeper
        self.day = day
        self.alarm = alarm
        self.processorTime = processorTime
        keptDrafts = Dictionary((keeper?.load() ?? []).map { ($0.request, $0) }) { _, last in last }
        drafts = keptDrafts
        self.context.drafts = drafts
        self.context.refusal = writer.refusal
    }

    // MARK: Effects

    func perform(_ effects: [Effect]) {
        for effect in effects { perform(effect) }
    }

    private func perform(_ effect: Effect) {
        switch effect {
        case .open(let destination):
            if destination.isForWriting, let refusal = fault ?? writer.refusal {
                frontEnd?.say(Message(.error, refusal.text(context.language)))
            } else {
                frontEnd?.open(destination)
            }
        case .close: frontEnd?.close()
        case .finish(let key):
            frontEnd?.close()
            tell(.returned(key))
        case .pass(let action):
            frontEnd?.close()
            frontEnd?.press(action)
        case .quit: frontEnd?.quit()
        case .say(let message): frontEnd?.say(message)
        case .forgetDraft(let request):
            drafts[request] = nil
            context.drafts[request] = nil
        case .write(let write): perform(write)
        case .copy, .offerExport, .export, .offerImport, .importing, .writeFile, .repaint, .suspend, .useTheme,
            .remember:
            frontEnd?.show(effect)
        }
    }

    private func perform(_ write: Write) {
        let outcome: Outcome
        if let fault {
            outcome = .failed(fault)
        } else {
            let step = LongStep { [weak self] in self?.frontEnd?.isGivenUp(write, percent: $0, secondsLeft: $1) ?? false
            }
            do {
                outcome = try write.perform(
                    on: writer, by: context.actor, today: context.today, progress: step.tell)
            } catch is LongStep.GivenUp {
                outcome = .givenUp
            } catch let error as DeskError {
                outcome = .failed(error)
                note(error)
            } catch {
                outcome = .failed(.failed(path: "", detail: String(describing: error)))
            }
        }
        tell(.written(write, outcome))
        reload()
        // What this program wrote itself is known already.
        token = (try? reader.changeToken()) ?? token
    }

    private func tell(_ event: Event) { perform(frontEnd?.tell(event) ?? []) }

    // MARK: Screens

    /// A new screen; nil for what is made of the keys of the screen below.
    func screen(at destination: Destination) -> (any Screen)? {
        switch destination {
        case .today: Today()
        case .overview: Overview()
        case .pipeline(let id):
            context.catalogue.pipeline(id).map { PipelineScreen(pipeline: $0, today: context.today) }
        case .matching: MatchingScreen()
        case .organisation(let id): OrganisationScreen(organisation: id)
        case .explain(let id): ExplainScreen(indicator: id)
        case .record(let key): RecordScreen(key: key)
        case .form(let request): form(request)
        case .roster(let event): RosterScreen(event: event)
        case .history(let scope): HistoryScreen(scope: scope)
        case .entryLayer(let id): EntryLayer(organisation: id)
        case .additions(let organisation): AdditionLayer(organisation: organisation)
        case .additionsNaming(let key): AdditionLayer(naming: key)
        case .merge(let id): MergeLayer(organisation: id)
        case .filter(let id, let record):
            context.catalogue.pipeline(id).map { FilterLayer($0, record: record, draft: drafts[.filter(id)]) }
        case .columns(let id, let arrangement):
            context.catalogue.pipeline(id).map { ColumnLayer(arrangement, of: $0, context) }
        case .search: SearchLayer()
        case .reports(let month): ReportsScreen(month: month)
        case .report(let month, let programme): ReportScreen(month: month, programme: programme)
        case .corrections(let month, let programme): CorrectionsScreen(month: month, programme: programme)
        case .exports: ExportsScreen()
        case .export(let offer, let terms): ExportLayer(offer, on: terms, context)
        case .importFile(let offer): ImportLayer(offer, context)
        case .importPreview(let request): ImportScreen(request)
        case .rejects(let request, let decisions): RejectsLayer(of: request.path, decisions, context)
        case .palette, .help: nil
        }
    }

    private func form(_ request: FormRequest) -> (any Screen)? {
        if let id = request.filtered { return screen(at: .filter(id, nil)) }
        guard !request.several.isEmpty else {
            let request = request.isAnew ? request.anew(besides: drafts.keys) : request
            return FormScreen(request, draft: drafts[request])
        }
        let pipeline = request.given["pipeline"]?.text.flatMap { context.catalogue.pipeline(PipelineID($0)) }
        return pipeline.map { SeveralLayer(request, in: $0, draft: drafts[request], context) }
    }

    // MARK: The data

    /// From when on changes of others are noticed.
    func begin() { token = try? reader.changeToken() }

    /// Looks whether a check has found something, another day has begun, or another program has written.
    /// - Parameter isUnderWay: whether what others wrote may wait, for somebody is typing.
    /// - Returns: false where it was not looked what others wrote.
    @discardableResult
    func lookForChanges(isUnderWay: Bool = false) -> Bool {
        if fault == nil, let found = alarm?() { report(found) }
        if let today = day?(), today != context.today {
            context.today = today
            reload()
        }
        guard fault == nil, !isUnderWay, .now >= restsUntil else { return fault != nil }
        let reading = Rereading(processorTime: processorTime)
        lookWhetherToWrite()
        do {
            let now = try reader.changeToken()
            guard now != token else { return true }
            token = now
            reload()
            restsUntil = .now + reading.rest()
        } catch let error as DeskError {
            report(error)
        } catch {}
        return true
    }

    /// In a moment in which nobody presses a key.
    func tidy() {
        if fault == nil { writer.tidy() }
    }

    /// Looks whether it has changed why nothing can be written: files may be locked and unlocked meanwhile.
    func lookWhetherToWrite() {
        guard context.refusal != writer.refusal else { return }
        context.refusal = writer.refusal
        reload()
    }

    /// Reads anew what is there to see.
    func reload() {
        context.dataVersion += 1
        attempt { try frontEnd?.load() }
    }

    /// Reads; what goes wrong is said.
    func attempt(_ body: () throws -> Void) {
        do {
            try body()
        } catch let error as DeskError {
            report(error)
        } catch {
            frontEnd?.say(Message(.error, String(describing: error)))
        }
    }

    /// Only what stays wrong is a fault: a busy or full disk may be over at the next try, and what can't be written can be
    /// read.
    private func note(_ error: DeskError) {
        switch error {
        case .busy, .full, .readOnly: break
        default: if error.isAboutDatabase { fault = error }
        }
    }

    private func report(_ error: DeskError) {
        note(error)
        frontEnd?.report(error)
    }

    // MARK: Drafts

    /// What stands in the form in front of the person; what was typed and taken back is none.
    func noteDraft() {
        guard let screen = frontEnd?.top, let request = screen.draftedForm else { return }
        drafts[request] = screen.draft
    }

    /// Puts aside what a crash would take.
    func keepDrafts() {
        noteDraft()
        if drafts != keptDrafts { saveDrafts() }
        // An open form would say that there is none.
        if isFormFreed, frontEnd?.hasForm == false { takeUpDrafts() }
    }

    private func saveDrafts() {
        do throws(KeepingError) {
            try keeper?.save(drafts.values.sorted { $0.request.order < $1.request.order })
            if keptDrafts.keys.contains(where: { drafts[$0] == nil }) { isFormFreed = true }
        } catch {
            frontEnd?.say(Message(.error, error.text(context.language)))
        }
        keptDrafts = drafts
        context.drafts = drafts
    }

    /// Drafts that have waited for a form to be free.
    private func takeUpDrafts() {
        isFormFreed = false
        let waiting = (keeper?.load() ?? []).filter { drafts[$0.request] == nil }
        guard !waiting.isEmpty else { return }
        for draft in waiting { drafts[draft.request] = draft }
        keptDrafts = drafts
        context.drafts = drafts
        attempt { try frontEnd?.load() }
    }
}
