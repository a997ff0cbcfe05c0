import BansoDomain
import TerminalUI

/// The program without a screen: it is told a line and answers in lines, so that a screen reader can read them out as
/// they come. The same screens and forms stand behind it; nothing here knows where lines come from and go to.
public final class Conversation {
    private let reader: any DeskReader
    private let writer: any DeskWriter
    private var context: Context
    private var topics: [(serial: Int, topic: any Topic)] = []
    private var serial = 0
    private var said: [String] = []
    private let keeper: (any DraftKeeper)?
    private var drafts: [FormRequest: Draft] = [:]
    private var keptDrafts: [FormRequest: Draft] = [:]
    /// Set when the database can't be used any more: nothing is written after that.
    private var fault: DeskError?
    private var token: Int?
    private let alarm: (() -> DeskError?)?
    private let day: (() -> Day)?

    public private(set) var isOver = false

    /// What screens take as their size: rows enough to hold what somebody listens to.
    private static let size = Size(width: 80, height: 300)

    /// - Parameters:
    ///   - drafts: where drafts outlive the program; nil forgets them with it.
    ///   - day: asked for the day, which changes at midnight; nil where it stays as the context has it.
    ///   - alarm: asked before each line for what a check beside the program found; nil while all is well.
    public init(
        reader: any DeskReader, writer: any DeskWriter, context: Context, drafts keeper: (any DraftKeeper)? = nil,
        day: (() -> Day)? = nil, alarm: (() -> DeskError?)? = nil
    ) {
        self.reader = reader
        self.writer = writer
        self.context = context
        self.keeper = keeper
        self.day = day
        self.alarm = alarm
        keptDrafts = Dictionary((keeper?.load() ?? []).map { ($0.request, $0) }) { _, last in last }
        drafts = keptDrafts
        self.context.drafts = drafts
        self.context.size = Conversation.size
        self.context.glyphs = Speech.glyphs()
        self.context.themes = ThemeShelf()
        push(Page(Today(isBrief: true)))
    }

    // MARK: Talking

    /// The day, who one is, how much needs a hand, and the few commands.
    public func begin() -> [String] {
        said = []
        token = try? reader.changeToken()
        attempt { try topics[0].topic.load(from: reader, context) }
        guard var page = topics[0].topic as? Page else { return [] }
        page.prepare(context)
        topics[0].topic = page
        let language = context.language
        let sample = context.isDemo ? language("サンプルデータです", "sample data") : ""
        return spoken(
            said + [
                "banso" + language("、", ", ") + context.today.spelled(language),
                Speech.joined([Speech.pair(language("担当", "as"), context.actor.name, context), sample], context),
                page.screen.spokenTitle(context),
            ] + PlainHelp.first(context))
    }

    /// What is answered to a line.
    public func hear(_ line: String) -> [String] {
        guard !isOver else { return [] }
        said = []
        lookForChanges()
        let before = topics[topics.count - 1].serial
        let depth = topics.count
        var reply = Reply()
        attempt { reply = try topics[topics.count - 1].topic.hear(line, reader, context) }
        noteDraft()
        let isSilent = reply.lines.isEmpty
        perform(reply)
        attempt { try loadTop() }
        if !isOver { arrive(from: before, depth: depth, isSilent: isSilent && said.isEmpty) }
        keepDrafts()
        return spoken(said)
    }

    private func spoken(_ lines: [String]) -> [String] { Speech.visibleLines(lines) }

    private func arrive(from before: Int, depth: Int, isSilent: Bool) {
        let top = topics.count - 1
        let isNew = topics[top].serial > before
        said +=
            isNew
            ? topics[top].topic.begin(context)
            : topics[top].topic.goOn(isReturn: topics[top].serial != before, isSilent: isSilent, context)
    }

    // MARK: Doing

    private func perform(_ reply: Reply) {
        said += reply.lines
        for effect in reply.effects { perform(effect) }
        if let page = reply.page { push(Page(page)) }
    }

    private func perform(_ effect: Effect) {
        switch effect {
        case .open(let destination): open(destination)
        case .close: close()
        case .finish(let key):
            close()
            attempt { try loadTop() }
            for effect in topics[topics.count - 1].topic.update(.returned(key), context) { perform(effect) }
        case .pass(let action):
            close()
            attempt { try loadTop() }
            perform(topics[topics.count - 1].topic.press(action, context))
        case .quit:
            isOver = true
            said.append(context.language("終了します", "goodbye"))
        case .say(let message): said.append(message.text)
        case .forgetDraft(let request):
            drafts[request] = nil
            context.drafts[request] = nil
        case .write(let write): perform(write)
        case .repaint, .suspend, .useTheme, .copy, .remember: break
        }
    }

    private func open(_ destination: Destination) {
        switch destination {
        case .today: show(Today(isBrief: true))
        case .overview: show(Overview())
        case .pipeline(let id):
            guard let pipeline = context.catalogue.pipeline(id) else { return }
            var screen = PipelineScreen(pipeline: pipeline, today: context.today)
            _ = screen.update(.action(.toggleView), context)
            show(screen)
        case .organisation(let id): push(Page(OrganisationScreen(organisation: id)))
        case .explain(let id): push(Page(ExplainScreen(indicator: id)))
        case .record(let key): push(Page(RecordScreen(key: key)))
        case .history(let scope): push(Page(HistoryScreen(scope: scope)))
        case .entryLayer(let id): push(Page(EntryLayer(organisation: id)))
        case .additions(let organisation): push(Page(AdditionLayer(organisation: organisation)))
        case .search: push(Page(SearchLayer()))
        case .form(let request):
            var screen = FormScreen(request, draft: drafts[request])
            attempt {
                try screen.load(from: reader, context)
                if let refusal = screen.refusal(context) {
                    said.append(refusal(context.language))
                } else {
                    push(FormTalk(screen))
                }
            }
        case .matching, .roster, .merge, .several, .filter, .columns, .palette, .help:
            said.append(context.language("これは画面のある banso で使えます", "this needs banso with its screen"))
        }
    }

    private func push(_ topic: any Topic) {
        serial += 1
        topics.append((serial, topic))
    }

    /// A page at the bottom.
    private func show(_ screen: any Spoken) {
        topics = []
        push(Page(screen))
    }

    private func close() {
        if topics.count > 1 {
            topics.removeLast()
        } else if (topics[0].topic as? Page)?.isFirst == true {
            said.append(context.language("ここが最初です。qで終了", "this is the first page; q leaves"))
        } else {
            show(Today(isBrief: true))
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
                note(error)
            } catch {
                outcome = .failed(.failed(path: "", detail: String(describing: error)))
            }
        }
        context.dataVersion += 1
        let effects = topics[topics.count - 1].topic.update(.written(write, outcome), context)
        for effect in effects { perform(effect) }
        attempt { try loadTop() }
        token = (try? reader.changeToken()) ?? token
    }

    // MARK: The data

    private func loadTop() throws { try topics[topics.count - 1].topic.load(from: reader, context) }

    private func attempt(_ body: () throws -> Void) {
        do {
            try body()
        } catch let error as DeskError {
            said.append(error.text(context.language))
            note(error)
        } catch {
            said.append(String(describing: error))
        }
    }

    /// Only what stays wrong is a fault: a busy or full disk may be over at the next try.
    private func note(_ error: DeskError) {
        switch error {
        case .busy, .full: break
        default: if error.isAboutDatabase { fault = error }
        }
    }

    private func lookForChanges() {
        if fault == nil, let found = alarm?() {
            said.append(found.text(context.language))
            note(found)
        }
        if let today = day?(), today != context.today {
            context.today = today
            context.dataVersion += 1
        }
        guard fault == nil else { return }
        attempt {
            let now = try reader.changeToken()
            if now != token { context.dataVersion += 1 }
            token = now
            try loadTop()
        }
    }

    private func noteDraft() {
        guard let form = topics[topics.count - 1].topic as? FormTalk else { return }
        // Nil where everything is again as it was.
        drafts[form.screen.request] = form.draft
    }

    /// What was answered outlives the program.
    private func keepDrafts() {
        noteDraft()
        guard drafts != keptDrafts else { return }
        keeper?.save(drafts.values.sorted { $0.request.order < $1.request.order })
        keptDrafts = drafts
        context.drafts = drafts
    }
}
