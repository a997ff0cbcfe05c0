import BansoDomain
import TerminalUI

/// The program at a terminal: one loop on one thread. Waits for a key or a tick, lets the top screen update, has the
/// effects performed, looks whether another program has written, and shows the frame where anything changed.
public final class App {
    private let terminal: any Terminal
    private let performer: Performer
    private var stack: ScreenStack
    private var message: Message?
    /// How pipelines' pages look: read for the first of them, which as a rule isn't the first page.
    private lazy var arrangements = readArrangements()
    private let arrangementKeeper: (any ArrangementKeeper)?
    private let exporter: (any ListExporter)?
    private let importer: (any FileImporter)?
    private let reportKeeper: (any ReportKeeper)?
    private var isRunning = true
    private var isDirty = true
    private var lastKey = ContinuousClock.now
    /// Whether the terminal tells when the database's files change.
    private let isTold: Bool
    /// Whether it has told so and it wasn't looked what it is.
    private var hasNews = false
    /// The frame that is shown: what a click means stands in it.
    private var frame = Canvas(size: Size(width: 0, height: 0))
    /// What keys do as long as that frame is true.
    private var bindings: [Binding] = []

    private var context: Context {
        get { performer.context }
        set { performer.context = newValue }
    }

    /// How often the loop looks for other programs' writes, in milliseconds: well within the promised 250.
    static let tick = 150
    /// The same where it is told of them: what nobody tells of, like another day, can wait so long.
    static let quietTick = 500
    /// Rows that a notch of the mouse's wheel goes.
    static let wheelSteps = 3
    /// How long live figures wait after a key in a field: a repaint erases the text an input method is composing.
    static let compositionPause = Duration.milliseconds(250)

    /// - Parameters:
    ///   - start: the page it begins with.
    ///   - drafts: where drafts outlive the program; nil forgets them with it.
    ///   - arrangements: where it is remembered how pages look; nil forgets it with the program.
    ///   - exporter: writes lists to files; nil where that can't be.
    ///   - importer: imports files; nil where that can't be.
    ///   - reports: where reports are written to; nil where they can't be.
    ///   - day: asked for the day, which changes at midnight; nil where it stays as the context has it.
    ///   - processorTime: what processors have worked for this thread, by which it is told how busy the machine is.
    ///   - alarm: asked at each tick for what a check beside the program found; nil while all is well.
    ///   - isTold: whether `.news` comes from the terminal when somebody writes to the database.
    public init(
        terminal: any Terminal, reader: any DeskReader, writer: any DeskWriter, context: Context,
        drafts keeper: (any DraftKeeper)? = nil, arrangements arrangementKeeper: (any ArrangementKeeper)? = nil,
        exporter: (any ListExporter)? = nil, importer: (any FileImporter)? = nil,
        reports reportKeeper: (any ReportKeeper)? = nil, start: StartPage = .today, day: (() -> Day)? = nil,
        processorTime: @escaping () -> Duration = { .zero }, alarm: (() -> DeskError?)? = nil, isTold: Bool = false
    ) {
        self.terminal = terminal
        self.isTold = isTold
        self.arrangementKeeper = arrangementKeeper
        self.exporter = exporter
        self.importer = importer
        self.reportKeeper = reportKeeper
        performer = Performer(
            reader: reader, writer: writer, context: context, drafts: keeper, day: day, alarm: alarm,
            processorTime: processorTime)
        stack = ScreenStack(first: .today, Today())
        performer.frontEnd = self
        self.context.size = terminal.size
        guard start != .today else { return }
        open(start.destination)
        let count = performer.drafts.count
        guard count > 0 else { return }
        message = Message(
            .hint, context.language("下書きが\(count)件あります（t：今日の画面から続き）", "drafts: \(count) (t: go on from today's page)"))
    }

    /// Runs until the person leaves or the terminal is gone.
    public func run() {
        if context.ambiguousWidth == nil { terminal.askAmbiguousWidth() }
        if context.themes.automatic != nil { terminal.askBackground() }
        performer.reload()
        // A terminal that has answered meanwhile never sees another theme or width.
        takeAll(from: terminal.next(milliseconds: 0))
        if isRunning { render() }
        performer.begin()
        while isRunning {
            let input = terminal.next(milliseconds: isTold && !hasNews ? App.quietTick : App.tick)
            let isQuiet = input == .none
            takeAll(from: input)
            // A key is answered before it is looked what others have done.
            showKept()
            let isTyping = stack.top.takesText && lastKey.duration(to: .now) < App.compositionPause
            if performer.lookForChanges(isUnderWay: isTyping) { hasNews = false }
            if !isTyping, let news = exporter?.news() { say(news.message(context.language)) }
            if stack.top.hearsImports, let news = importer?.news() { hear(news) }
            showKept()
            if isQuiet, isRunning { performer.tidy() }
        }
    }

    /// Everything that is waiting is taken before one frame is drawn.
    private func takeAll(from first: Input) {
        var input = first
        while input != .none, isRunning {
            context.measuring { take(input) }
            input = isRunning ? terminal.next(milliseconds: 0) : .none
        }
    }

    /// Draws what has changed. Before that drafts are kept: what a person sees on the screen outlives a crash.
    private func showKept() {
        performer.keepDrafts()
        if isRunning, isDirty { render() }
    }

    private func take(_ input: Input) {
        switch input {
        case .none: break
        case .news: hasNews = true
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
            performer.attempt { try load() }
        case .key(let key):
            // A click is for the row that a person would have seen there, whatever came with it.
            if case .click = key, isDirty { _ = draw() }
            message = nil
            lastKey = .now
            // What a key is refused for has to hold now, not a tick ago.
            if context.isReadOnly {
                performer.lookWhetherToWrite()
                isDirty = true
            }
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
        if let binding = stack.usualBindings(context).first(where: { $0.keys.contains(key) }) {
            use(binding)
        } else {
            send(.key(key))
        }
    }

    private func pressTyped(_ key: Key) {
        let screen = stack.top
        let command = screen.takesText ? key : key.command
        let bindings = isDirty ? stack.bindings(context) : bindings
        if let binding = bindings.first(where: { $0.keys.contains(command) }) {
            use(binding)
        } else if !screen.takesText, key.isKana {
            message = Message(.hint, context.language("日本語入力がオンです（半角/全角キーで切り替え）", "the input method is on"))
        } else {
            send(.key(key))
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
        performer.noteDraft()
        performer.perform(effects)
        performer.attempt { try stack.loadTop(from: performer.reader, context) }
    }

    private func copy() {
        guard let text = stack.top.copied(context) else {
            message = Message(.hint, context.language("コピーするものがありません", "nothing to copy here"))
            return
        }
        terminal.copy(text)
        message = Message(.good, context.language("コピーしました：\(text)", "copied: \(text)"))
    }

    private func offerExport() {
        guard let exporter, let offer = stack.top.exported(context) else {
            message = Message(.hint, context.language("書き出すものがありません", "nothing to export here"))
            return
        }
        open(.export(offer, exporter.terms(of: offer)))
    }

    private func offerImport() {
        guard let importer else {
            message = Message(.hint, context.language("ここでは取り込めません", "nothing can be imported here"))
            return
        }
        open(.importFile(importer.offer))
    }

    private func hear(_ news: ImportNews) {
        performer.perform(stack.hearTop(news, context))
        performer.attempt { try stack.loadTop(from: performer.reader, context) }
        isDirty = true
    }

    private func write(_ sheet: ReportSheet) {
        guard let reportKeeper else {
            message = Message(.hint, context.language("ここではファイルに書けません", "no file can be written here"))
            return
        }
        do throws(KeepingError) {
            let path = try reportKeeper.write(sheet)
            message = Message(.good, context.language("\(path) に書き出しました", "written to \(path)"))
        } catch {
            message = Message(.error, error.text(context.language))
        }
    }

    private func readArrangements() -> [PipelineID: PipelineArrangement] {
        var read: [PipelineID: PipelineArrangement] = [:]
        keeping { () throws(KeepingError) in read = try arrangementKeeper?.load() ?? [:] }
        return read
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

    private func render() {
        terminal.setTitle(Chrome.windowTitle(of: stack.page, context))
        context.measuring {
            let cursor = draw()
            terminal.show(frame, cursor: cursor, isCursorShown: stack.top.takesText)
        }
        isDirty = false
    }

    /// Fills the frame.
    /// - Returns: where the cursor stands.
    private func draw() -> Point {
        var canvas = Canvas(size: context.size, isPlain: context.isPlain)
        bindings = stack.bindings(context)
        let cursor = stack.draw(on: &canvas, bindings: bindings, message: message, context)
        frame = canvas
        return cursor
    }
}

extension App: FrontEnd {
    var top: any Screen { stack.top }
    var hasForm: Bool { stack.hasForm }

    func open(_ destination: Destination) {
        switch destination {
        case .pipeline(let id):
            guard let pipeline = context.catalogue.pipeline(id) else { return }
            stack.show(page: destination) { PipelineScreen(pipeline: pipeline, arrangements[id], today: context.today) }
        case .palette:
            stack.push(
                PaletteLayer(
                    over: stack.bindings(context), of: stack.top.subject, elsewhere: Elsewhere.commands(context),
                    context))
        case .help: stack.push(HelpLayer(bindings: stack.bindings(context)))
        default:
            guard let screen = performer.screen(at: destination) else { return }
            if destination.isPage {
                stack.show(page: destination) { screen }
            } else {
                stack.push(screen)
                if case .importPreview(let request) = destination {
                    performer.perform([.importing(.read(request))])
                }
            }
        }
    }

    func close() { stack.pop() }

    func quit() { isRunning = false }

    func say(_ message: Message) {
        self.message = message
        isDirty = true
    }

    /// Keys that come meanwhile were for what is then no longer there: only those that end it are heard.
    func isGivenUp(_ write: Write, percent: Int, secondsLeft: Int?) -> Bool {
        message = write.message(percent: percent, secondsLeft: secondsLeft, context)
        render()
        var isGivenUp = false
        while true {
            switch terminal.next(milliseconds: 0) {
            case .none: return isGivenUp
            case .key(.control("c")), .key(.escape): isGivenUp = true
            case .key: break
            // Nothing is read while it is written.
            case .resized:
                context.size = terminal.size
                terminal.repaint()
            case .gone:
                isRunning = false
                return true
            case let other: take(other)
            }
        }
    }

    /// What stays wrong stands in the header.
    func report(_ error: DeskError) {
        message = performer.fault == nil ? Message(.error, error.text(context.language)) : nil
        isDirty = true
    }

    func tell(_ event: Event) -> [Effect] { stack.updateTop(event, context) }

    /// What a layer chose: the top screen's own action, one that works anywhere, or one that no key stands for.
    func press(_ action: Action) {
        if let binding = stack.bindings(context).first(where: { $0.action == action }) {
            use(binding)
        } else if let effects = PageActions.effects(for: action, at: nil, context) {
            performer.perform(effects)
        } else {
            send(.action(action))
        }
    }

    func load() throws {
        isDirty = true
        try stack.load(from: performer.reader, context)
    }

    func show(_ effect: Effect) {
        switch effect {
        case .copy: copy()
        case .offerExport: offerExport()
        case .export(let request): exporter?.begin(request)
        case .offerImport: offerImport()
        case .importing(let step): if let news = importer?.ask(step) { hear(news) }
        case .writeFile(let sheet): write(sheet)
        case .repaint: terminal.repaint()
        case .suspend:
            terminal.suspend()
            // Meanwhile the terminal's size was the shell's to be told.
            take(.resized)
        case .useTheme(let name): use(theme: name)
        case .remember(let arrangement, let pipeline):
            arrangements[pipeline] = arrangement
            keeping { () throws(KeepingError) in try arrangementKeeper?.save(arrangement, of: pipeline) }
        default: break
        }
        isDirty = true
    }
}
