import BansoDomain
import TerminalUI

/// The program without a screen: it is told a line and answers in lines, so that a screen reader can read them out as
/// they come. The same screens and forms stand behind it; nothing here knows where lines come from and go to.
public final class Conversation {
    private let performer: Performer
    private var topics: [(serial: Int, topic: any Topic)] = []
    /// What lies at the bottom, and the pages that are kept while another one does.
    private var page = Destination.today
    private var pages: [Destination: any Topic] = [:]
    private var serial = 0
    private var said: [String] = []
    private let meanwhile: (String) -> Void
    /// When it was last said how far a long step is.
    private var told: ContinuousClock.Instant?
    /// So often that somebody who listens knows that it goes on.
    private static let pause = Duration.seconds(3)

    private var context: Context {
        get { performer.context }
        set { performer.context = newValue }
    }

    public private(set) var isOver = false

    /// What screens take as their size: rows enough to hold what somebody listens to.
    private static let size = Size(width: 80, height: 300)

    /// - Parameters:
    ///   - drafts: where drafts outlive the program; nil forgets them with it.
    ///   - day: asked for the day, which changes at midnight; nil where it stays as the context has it.
    ///   - alarm: asked before each line for what a check beside the program found; nil while all is well.
    ///   - meanwhile: told how far a step of many records is, while its answer is waited for.
    public init(
        reader: any DeskReader, writer: any DeskWriter, context: Context, drafts keeper: (any DraftKeeper)? = nil,
        day: (() -> Day)? = nil, alarm: (() -> DeskError?)? = nil, meanwhile: @escaping (String) -> Void = { _ in }
    ) {
        self.meanwhile = meanwhile
        performer = Performer(
            reader: reader, writer: writer, context: context, drafts: keeper, day: day, alarm: alarm,
            processorTime: { .zero })
        performer.frontEnd = self
        self.context.size = Conversation.size
        self.context.glyphs = Speech.glyphs()
        self.context.themes = ThemeShelf()
        push(Page(Today(), self.context))
    }

    // MARK: Talking

    /// The day, who one is, how much needs a hand, and the few commands.
    public func begin() -> [String] {
        said = []
        performer.begin()
        performer.attempt { try load() }
        guard var page = topics[0].topic as? Page else { return [] }
        page.prepare(context)
        topics[0].topic = page
        let language = context.language
        let sample = context.isDemo ? language("サンプルデータです", "sample data") : ""
        return spoken(
            said + [
                "banso" + language("、", ", ") + context.today.spelled(language),
                Speech.joined(
                    [
                        Speech.pair(language("担当", "as"), context.actor.name, context), sample,
                        context.isReadOnly ? language("読み取り専用です", "read-only") : "",
                    ], context),
                page.screen.spokenTitle(context),
            ] + PlainHelp.first(context))
    }

    /// What is answered to a line.
    public func hear(_ line: String) -> [String] {
        guard !isOver else { return [] }
        (said, told) = ([], nil)
        performer.lookForChanges()
        let before = topics[topics.count - 1].serial
        var reply = Reply()
        performer.attempt { reply = try topics[topics.count - 1].topic.hear(line, performer.reader, context) }
        performer.noteDraft()
        let isSilent = reply.lines.isEmpty
        answer(reply)
        performer.attempt { try load() }
        if !isOver { arrive(from: before, isSilent: isSilent && said.isEmpty) }
        performer.keepDrafts()
        return spoken(said)
    }

    private func spoken(_ lines: [String]) -> [String] { Speech.visibleLines(lines) }

    private func arrive(from before: Int, isSilent: Bool) {
        let top = topics.count - 1
        let isNew = topics[top].serial > before
        said +=
            isNew
            ? topics[top].topic.begin(context)
            : topics[top].topic.goOn(isReturn: topics[top].serial != before, isSilent: isSilent, context)
    }

    private func answer(_ reply: Reply) {
        said += reply.lines
        performer.perform(reply.effects)
        if let page = reply.page { push(Page(page, context)) }
        if let form = reply.form {
            topics.removeLast()
            push(FormTalk(form))
        }
    }

    private func push(_ topic: any Topic) {
        serial += 1
        topics.append((serial, topic))
    }

    /// A page at the bottom, as it was left.
    private func show(_ screen: any Spoken, at destination: Destination) {
        pages[page] = topics[0].topic
        page = destination
        topics = []
        push(pages[destination] ?? Page(screen, context))
    }

    /// What asks is loaded first: whether there is anything to ask its record decides.
    private func ask(_ screen: any Asking) {
        var screen = screen
        performer.attempt {
            try screen.load(from: performer.reader, context)
            if let refusal = screen.refusal(context) {
                said.append(refusal(context.language))
            } else if !screen.asksAtOnce, let page = screen as? any Spoken {
                push(Page(page, context))
            } else {
                push(FormTalk(screen))
            }
        }
    }
}

extension Conversation: FrontEnd {
    var top: any Screen { topics[topics.count - 1].topic.top }
    var hasForm: Bool { topics.contains { $0.topic.top.draftedForm != nil } }

    func open(_ destination: Destination) {
        switch performer.screen(at: destination) {
        case let form as any Asking: ask(form)
        case let page as any Spoken where destination.isPage: show(page, at: destination)
        case let page as any Spoken: push(Page(page, context))
        default: said.append(context.language("これは画面のある banso で使えます", "this needs banso with its screen"))
        }
    }

    func close() {
        if topics.count > 1 {
            topics.removeLast()
            performer.attempt { try load() }
        } else if (topics[0].topic as? Page)?.isFirst == true {
            said.append(context.language("ここが最初です。qで終了", "this is the first page; q leaves"))
        } else {
            open(.today)
        }
    }

    func quit() {
        isOver = true
        said.append(context.language("終了します", "goodbye"))
    }

    /// An arrow is for the eye.
    func say(_ message: Message) {
        said.append(message.text.replacing(" → ", with: context.language("、段階は", ", now ")))
    }

    /// How far it is is told, the answer comes when it is done; Ctrl-C ends the program, and nothing of the write stays.
    func isGivenUp(_ write: Write, percent: Int, secondsLeft: Int?) -> Bool {
        guard told.map({ $0.duration(to: .now) >= Conversation.pause }) ?? true else { return false }
        told = .now
        meanwhile(write.message(percent: percent, secondsLeft: secondsLeft, context).text)
        return false
    }

    func report(_ error: DeskError) { said.append(error.text(context.language)) }

    func tell(_ event: Event) -> [Effect] { topics[topics.count - 1].topic.update(event, context) }

    func press(_ action: Action) { answer(topics[topics.count - 1].topic.press(action, context)) }

    func load() throws { try topics[topics.count - 1].topic.load(from: performer.reader, context) }

    func show(_ effect: Effect) {
        switch effect {
        case .offerExport, .export:
            say(Message(.hint, context.language("ファイルへは banso export で書き出せます", "'banso export' writes files")))
        case .offerImport:
            say(Message(.hint, context.language("取り込みは banso import で行えます", "'banso import' takes files in")))
        case .writeFile:
            let text = context.language(
                "banso report monthly --out でファイルに書けます", "'banso report monthly --out' writes a file")
            say(Message(.hint, text))
        default: break
        }
    }
}
