import BansoDomain
import TerminalUI

/// The program at a terminal: one loop on one thread. Waits for a key or a tick, lets the top screen update, performs
/// the effects, looks whether another program has written, and shows the frame where anything changed.
public final class App {
    private let terminal: any Terminal
    private let reader: any DeskReader
    private let writer: any DeskWriter
    private var context: Context
    private var stack: ScreenStack
    private var message: Message?
    /// What was typed in forms and not saved, and when it was last put on disk.
    private var drafts: [FormRequest: Draft] = [:]
    private let keeper: (any DraftKeeper)?
    private var keptDrafts: [FormRequest: Draft] = [:]
    /// How pipelines' pages look.
    private var arrangements: [PipelineID: PipelineArrangement] = [:]
    private let arrangementKeeper: (any ArrangementKeeper)?
    /// Set when the database can't be used any more: nothing is written after that.
    private var fault: DeskError?
    private var isRunning = true
    private var isDirty = true
    private var token: Int?
    private var lastKey = ContinuousClock.now
    /// The frame that is shown: what a click means stands in it.
    private var frame = Canvas(size: Size(width: 0, height: 0))
    /// Something found beside the loop (a damaged file) that stops writing.
    private let alarm: (() -> DeskError?)?
    private let day: (() -> Day)?

    /// How often the loop looks for other programs' writes, in milliseconds: well within the promised 250.
    static let tick = 150
    /// Rows that a notch of the mouse's wheel goes.
    static let wheelSteps = 3
    /// How long live figures wait after a key in a field: a repaint erases the text an input method is composing.
    static let compositionPause = Duration.milliseconds(250)

    /// - Parameters:
    ///   - start: the page it begins with.
    ///   - drafts: where drafts outlive the program; nil forgets them with it.
    ///   - arrangements: where it is remembered how pages look; nil forgets it with the program.
    ///   - day: asked for the day, which changes at midnight; nil where it stays as the context has it.
    ///   - alarm: asked at each tick for what a check beside the program found; nil while all is well.
    public init(
        terminal: any Terminal, reader: any DeskReader, writer: any DeskWriter, context: Context,
        drafts keeper: (any DraftKeeper)? = nil, arrangements arrangementKeeper: (any ArrangementKeeper)? = nil,
        start: StartPage = .today, day: (() -> Day)? = nil, alarm: (() -> DeskError?)? = nil
    ) {
        self.terminal = terminal
        self.reader = reader
        self.writer = writer
        self.context = context
        self.alarm = alarm
        self.day = day
        self.keeper = keeper
        self.arrangementKeeper = arrangementKeeper
        keptDrafts = Dictionary((keeper?.load() ?? []).map { ($0.request, $0) }) { _, last in last }
        drafts = keptDrafts
        self.context.drafts = drafts
        self.context.size = terminal.size
        stack = ScreenStack(first: .today, Today())
        keeping { () throws(KeepingError) in arrangements = try arrangementKeeper?.load() ?? [:] }
        guard start != .today else { return }
        open(start.destination)
        guard !drafts.isEmpty else { return }
        let count = drafts.count
        message = Message(
            .hint, context.language("下書きが\(count)件あります（t：今日の画面から続き）", "drafts: \(count) (t: go on from today's page)"))
    }

    /// Runs until the person leaves or the terminal is gone.
    public func run() {
        if context.ambiguousWidth == nil { terminal.askAmbiguousWidth() }
        reload()
        render()
        if context.themes.automatic != nil { terminal.askBackground() }
        token = try? reader.changeToken()
        while isRunning {
            // Everything that is waiting is taken before one frame is drawn.
            var input = terminal.next(milliseconds: App.tick)
            while input != .none, isRunning {
                context.measuring { take(input) }
                input = isRunning ? terminal.next(milliseconds: 0) : .none
            }
            lookForChanges()
            // Before the frame: what a person sees on the screen outlives a crash.
            keepDrafts()
            if isRunning, isDirty { render() }
        }
    }

    private func take(_ input: Input) {
        switch input {
        case .none: break
        case .gone: isRunning = false
        case .background(let isDark):
            guard let automatic = context.themes.automatic else { return }
            use(theme: isDark ? automatic.dark : automatic.light)
            isDirty = true
        case .ambiguousWidth(let width):
            guard context.ambiguousWidth == nil else { return }
            context.use(width)
            terminal.repaint()
            isDirty = true
        case .resized:
            context.size = terminal.size
            terminal.repaint()
            load { try stack.load(from: reader, context) }
            isDirty = true
        case .key(let key):
            message = nil
            lastKey = .now
            press(key)
            isDirty = true
        }
    }

    private func press(_ key: Key) {
        switch key {
        case .click(let point):
            switch frame.touch(at: point) {
            case .key(let key): press(key)
            case .usual(let keys): for key in keys { pressUsual(key) }
            case nil: break
            }
        case .wheel(let isDown): for _ in 0..<App.wheelSteps { pressUsual(isDown ? .down : .up) }
        default: pressTyped(key)
        }
    }

    /// A key with the meaning that it has where nobody has given it to something else.
    private func pressUsual(_ key: Key) {
        if let binding = stack.top.bindings(context).first(where: { $0.keys.contains(key) }) {
            use(binding)
        } else {
            send(.key(key))
        }
    }

    private func pressTyped(_ key: Key) {
        let screen = stack.top
        let command = screen.takesText ? key : key.command
        if let binding = stack.bindings(context).first(where: { $0.keys.contains(command) }) {
            use(binding)
        } else if !screen.takesText, key.isKana {
            message = Message(.hint, context.language("日本語入力がオンです（半角/全角キーで切り替え）", "the input method is on"))
        } else {
            send(.key(key))
        }
    }

    /// What a layer chose: the top screen's own action, one that works anywhere, or one that no key stands for.
    private func press(_ action: Action) {
        if let binding = stack.bindings(context).first(where: { $0.action == action }) {
            use(binding)
        } else if let effects = PageActions.effects(for: action, at: nil, context) {
            for effect in effects { perform(effect) }
        } else {
            send(.action(action))
        }
    }

    private func use(_ binding: Binding) {
        if let refusal = binding.refusal {
            message = Message(.error, refusal(context.language))
        } else {
            send(.action(binding.action))
        }
    }

    private func send(_ event: Event) {
        let effects = stack.updateTop(event, context)
        noteDraft()
        for effect in effects { perform(effect) }
        load { try stack.loadTop(from: reader, context) }
    }

    private func perform(_ effect: Effect) {
        switch effect {
        case .open(let destination): open(destination)
        case .close: stack.pop()
        case .finish(let key):
            stack.pop()
            for effect in stack.updateTop(.returned(key), context) { perform(effect) }
        case .pass(let action):
            stack.pop()
            press(action)
        case .quit: isRunning = false
        case .say(let message): self.message = message
        case .forgetDraft(let request):
            drafts[request] = nil
            context.drafts[request] = nil
        case .copy: copy()
        case .repaint: terminal.repaint()
        case .suspend: terminal.suspend()
        case .useTheme(let name): use(theme: name)
        case .remember(let arrangement, let pipeline):
            arrangements[pipeline] = arrangement
            keeping { () throws(KeepingError) in try arrangementKeeper?.save(arrangement, of: pipeline) }
        case .write(let write): perform(write)
        }
        isDirty = true
    }

    private func copy() {
        guard let text = stack.top.copied(context) else {
            message = Message(.hint, context.language("コピーするものがありません", "nothing to copy here"))
            return
        }
        terminal.copy(text)
        message = Message(.good, context.language("コピーしました：\(text)", "copied: \(text)"))
    }

    private func keeping(_ body: () throws(KeepingError) -> Void) {
        do throws(KeepingError) {
            try body()
        } catch {
            message = Message(.error, error.text(context.language))
        }
    }

    private func use(theme name: String) {
        do throws(ThemeShelf.Refused) {
            guard name != context.themes.current else { return }
            terminal.use(try context.themes.theme(name))
            terminal.repaint()
            context.themes.current = name
            // What a person has chosen the terminal no longer decides.
            context.themes.automatic = nil
        } catch {
            message = Message(.error, error.reason(context.language))
        }
    }

    private func open(_ destination: Destination) {
        switch destination {
        case .today: stack.show(page: destination) { Today() }
        case .overview: stack.show(page: destination) { Overview() }
        case .pipeline(let id):
            guard let pipeline = context.catalogue.pipeline(id) else { return }
            stack.show(page: destination) { PipelineScreen(pipeline: pipeline, arrangements[id], today: context.today) }
        case .matching: stack.show(page: destination) { MatchingScreen() }
        case .organisation(let id): stack.push(OrganisationScreen(organisation: id))
        case .explain(let id): stack.push(ExplainScreen(indicator: id))
        case .record(let key): stack.push(RecordScreen(key: key))
        case .form(let request): stack.push(FormScreen(request, draft: drafts[request]))
        case .roster(let event): stack.push(RosterScreen(event: event))
        case .history(let scope): stack.push(HistoryScreen(scope: scope))
        case .entryLayer(let id): stack.push(EntryLayer(organisation: id))
        case .additions(let organisation): stack.push(AdditionLayer(organisation: organisation))
        case .merge(let id): stack.push(MergeLayer(organisation: id))
        case .several(let id, let cards):
            guard let pipeline = context.catalogue.pipeline(id) else { return }
            stack.push(SeveralLayer(cards, in: pipeline, context))
        case .filter(let id, let record):
            guard let pipeline = context.catalogue.pipeline(id) else { return }
            stack.push(FilterLayer(pipeline, record: record))
        case .columns(let id, let arrangement):
            guard let pipeline = context.catalogue.pipeline(id) else { return }
            stack.push(ColumnLayer(arrangement, of: pipeline, context))
        case .search: stack.push(SearchLayer())
        case .palette: stack.push(PaletteLayer(over: stack.bindings(context), of: stack.top.subject, context))
        case .help: stack.push(HelpLayer(bindings: stack.bindings(context)))
        }
    }

    private func perform(_ write: Write) {
        let outcome: Outcome
        if let fault {
            outcome = .failed(fault)
        } else {
            do {
                outcome = try write.perform(on: writer, by: context.actor, today: context.today)
            } catch let error as DeskError {
                outcome = .failed(error)
                if error.isAboutDatabase { raise(error) }
            } catch {
                outcome = .failed(.failed(path: "", detail: String(describing: error)))
            }
        }
        for effect in stack.updateTop(.written(write, outcome), context) { perform(effect) }
        reload()
        // What this program wrote itself is on the screen already.
        token = (try? reader.changeToken()) ?? token
    }

    /// Only what stays wrong is a fault: a busy or full disk may be over at the next try.
    private func raise(_ error: DeskError) {
        switch error {
        case .busy, .full: message = Message(.error, error.text(context.language))
        default:
            fault = error
            isDirty = true
        }
    }

    private func noteDraft() {
        guard let request = stack.top.draftedForm else { return }
        // What was typed and taken back is none.
        drafts[request] = stack.top.draft
    }

    private func keepDrafts() {
        noteDraft()
        guard drafts != keptDrafts else { return }
        keeper?.save(drafts.values.sorted { $0.request.order < $1.request.order })
        keptDrafts = drafts
        context.drafts = drafts
    }

    private func lookForChanges() {
        if fault == nil, let found = alarm?() { raise(found) }
        if let today = day?(), today != context.today {
            context.today = today
            reload()
        }
        if stack.top.takesText, lastKey.duration(to: .now) < App.compositionPause { return }
        guard fault == nil else { return }
        do {
            let now = try reader.changeToken()
            guard now != token else { return }
            token = now
            reload()
        } catch let error as DeskError {
            raise(error)
        } catch {}
    }

    /// Reads everything that is visible anew.
    private func reload() {
        context.dataVersion += 1
        load { try stack.load(from: reader, context) }
        isDirty = true
    }

    private func load(_ body: () throws -> Void) {
        do {
            try body()
        } catch let error as DeskError {
            raise(error)
        } catch {
            message = Message(.error, String(describing: error))
        }
    }

    private func render() {
        terminal.setTitle(Chrome.windowTitle(of: stack.page, context))
        context.measuring {
            var canvas = Canvas(size: context.size, isPlain: context.glyphs == .ascii)
            let cursor = stack.draw(on: &canvas, message: message, fault: fault, context)
            frame = canvas
            terminal.show(canvas, cursor: cursor, isCursorShown: stack.top.takesText)
        }
        isDirty = false
    }
}
