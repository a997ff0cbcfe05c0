import BansoApp
import BansoCatalogue
import BansoDomain
import BansoExchange
import BansoStore
import Foundation
import Synchronization

/// Previews and takes files on a thread and a connection of its own, one step after another.
final class BackgroundImporter: FileImporter, Sendable {
    /// What can end a step: its own, so that one that was left never speaks for the next.
    private final class Job: Sendable {
        private let cancelled = Mutex(false)
        var isCancelled: Bool { cancelled.withLock { $0 } }
        func cancel() { cancelled.withLock { $0 = true } }
    }

    private struct State {
        var job = Job()
        var news: ImportNews?
        var file: PreviewedFile?
    }

    private let database: String
    private let language: Language
    private let actor: Actor
    private let today: Day
    private let state = Mutex(State())
    private let steps = DispatchQueue(label: "banso.import")

    init(database: String, language: Language, actor: Actor, today: Day) {
        self.database = database
        self.language = language
        self.actor = actor
        self.today = today
    }

    var offer: ImportOffer {
        ImportOffer(
            kinds: FileKind.allCases.map { Choice($0.rawValue, ja: $0.label.ja, en: $0.label.en) },
            kindsOfEvents: FileKind.allCases.filter(\.mayBeOfOneEvent).map(\.rawValue),
            encodings: [
                Choice(TextEncoding.auto.rawValue, ja: "自動", en: "as the file tells"),
                Choice(TextEncoding.utf8.rawValue, ja: "UTF-8", en: "UTF-8"),
                Choice(TextEncoding.cp932.rawValue, ja: "Shift_JIS（CP932）", en: "Shift_JIS (CP932)"),
            ])
    }

    func ask(_ step: ImportStep) -> ImportNews? {
        switch step {
        case .read(let request):
            guard let kind = FileKind(named: request.kind) else { return nil }
            begin { job in try self.read(kind, request, job) }
        case .lines(let outcome, let first, let limit):
            guard let file = state.withLock({ $0.file }) else { return nil }
            return .lines(from: first, file.rows.lines(of: outcome, from: first, limit: limit))
        case .open(let line, let decision): begin { _ in try self.open(line, decision) }
        case .take(let decisions): begin { job in try self.take(decisions, job) }
        case .writeRejects(let path, let decisions): begin { job in try self.writeRejects(path, decisions, job) }
        case .stop: state.withLock { $0.job.cancel() }
        case .leave:
            state.withLock { state in
                state.job.cancel()
                state.file = nil
                state.news = nil
            }
        }
        return nil
    }

    func news() -> ImportNews? {
        state.withLock { state in
            defer { state.news = nil }
            return state.news
        }
    }

    /// Ends what is running and waits until nothing of it is left.
    func stop() {
        state.withLock { $0.job.cancel() }
        steps.sync {}
    }

    private func begin(_ body: @escaping @Sendable (Job) throws -> ImportNews) {
        let job = Job()
        state.withLock { state in
            state.job.cancel()
            state.job = job
            state.news = nil
        }
        steps.async { [self] in
            do {
                say(try body(job), job)
            } catch let error as ImportError {
                say(.failed(error.text), job)
            } catch let error as DeskError {
                say(.failed(error.text), job)
            } catch let error as CommandFailure {
                say(.failed(error.text), job)
            } catch {
                say(.failed(LocalizedText(ja: "取り込めません（\(error)）", en: "can't import (\(error))")), job)
            }
        }
    }

    /// What a step says that was followed by another one is heard no more; one that was stopped still says so.
    private func say(_ news: ImportNews, _ job: Job) {
        state.withLock { if $0.job === job { $0.news = news } }
    }

    private func store() throws -> Store {
        try Store.open(at: database) { try CatalogueFile.parse($0, file: database) }
    }

    private func hooks(_ job: Job) -> ImportHooks {
        var hooks = ImportHooks()
        let began = ContinuousClock.now
        hooks.isCancelled = { job.isCancelled }
        hooks.progress = { [self] done, total in
            let seconds = began.duration(to: .now) / .seconds(1)
            // Before a second has gone nothing is known.
            let left = seconds < 1 ? nil : Int((seconds / Double(max(1, done)) * Double(total - done)).rounded())
            say(.reading(percent: done * 100 / max(1, total), secondsLeft: left), job)
        }
        return hooks
    }

    private func read(_ kind: FileKind, _ request: ImportRequest, _ job: Job) throws -> ImportNews {
        let path = BackgroundImporter.expanded(request.path)
        let desk = try store()
        defer { desk.close() }
        let terms = try SaidTerms(request, of: kind, desk)
        let database = try DatabaseCopy(of: desk)
        let store = try database.open()
        defer { store.close() }
        let before = PreviewedFile.state(of: path)
        let sheet =
            Spreadsheet.recognises(path)
            ? try Spreadsheet(
                path, isStopped: { job.isCancelled },
                lasts: { self.say(.converting(seconds: $0, atMost: LibreOffice.patience), job) }) : nil
        var told = try FileImport(
            of: kind, from: sheet?.csv ?? path, catalogue: store.catalogue, today: today)
        (told.encoding, told.terms) = (sheet == nil ? terms.encoding : .auto, terms.terms)
        told.terms.isSheet = sheet != nil
        let work = told
        let file = PreviewedFile(
            work: work, path: path, rows: try PreviewedRows(), database: database, state: before, sheet: sheet)
        var hooks = hooks(job)
        var failure: (any Error)?
        hooks.preview = { row, cells in
            // What a person decides on the page needs no advice about the file.
            let text = row.reject.map { $0.question(self.language) } ?? work.brief(cells)
            let shown = String(text.prefix(BackgroundImporter.longest))
            do {
                try file.rows.add(
                    ImportLine(line: row.line, place: row.place, outcome: row.outcome, text: shown))
            } catch {
                failure = failure ?? error
            }
        }
        hooks.isCancelled = { job.isCancelled || failure != nil }
        var summary: ImportSummary?
        do {
            try store.bulk(work.action, by: actor, isDryRun: true) { desk in
                summary = try work.run(into: desk, hooks: hooks)
            }
        } catch {
            throw failure ?? error
        }
        if let failure { throw failure }
        guard let summary else { throw ImportError(path: path, problem: .cancelled) }
        // A row that is opened needs no second look at the whole file.
        var seen = file
        seen.work.encoding = summary.encoding
        let kept = seen
        state.withLock { if $0.job === job { $0.file = kept } }
        let counts = ImportOutcome.allCases.map { ($0, summary.count(of: $0)) }
        return .read(Dictionary(uniqueKeysWithValues: counts), notes: summary.notes)
    }

    private func open(_ line: ImportLine, _ decision: ImportDecision?) throws -> ImportNews {
        let file = try previewed()
        let store = try file.database.open()
        defer { store.close() }
        let known = ImportedRow(line: line.line, place: line.place, outcome: line.outcome)
        var detail: ImportDetail?
        try store.bulk(file.work.action, by: actor, isDryRun: true) { desk in
            guard let (undecided, cells) = try file.work.open(known, into: desk) else { return }
            var row = undecided
            if let decision, let decided = try file.work(with: [line.line: decision]).open(known, into: desk) {
                row = decided.row
            }
            detail = ImportDetail(
                line: row.line, outcome: row.outcome, cells: cells.map { .init(heading: $0.heading, text: $0.text) },
                before: try row.key.flatMap { try store.record($0)?.record }, after: try row.key.flatMap(desk.record),
                namesakes: undecided.reject?.namesakes ?? [])
        }
        guard let detail else { throw ImportError(path: file.path, problem: .changed) }
        return .opened(detail)
    }

    private func take(_ decisions: [Int: ImportDecision], _ job: Job) throws -> ImportNews {
        let file = try previewed()
        let store = try store()
        defer { store.close() }
        let work = file.work(with: decisions)
        var summary: ImportSummary?
        var difference: Int?
        do {
            try store.bulk(work.action, by: actor, isDryRun: false) { desk in
                // While this transaction is open nobody else writes: no more than that has changed.
                let check = PreviewCheck(
                    file.rows, changed: try store.changedRecords(after: file.database.head),
                    decided: Set(decisions.keys))
                var hooks = hooks(job)
                hooks.row = check.add
                hooks.isCancelled = { job.isCancelled || check.difference != nil }
                defer { difference = check.difference }
                summary = try work.run(into: desk, hooks: hooks)
                try file.assertUnchanged()
                if check.difference != nil { throw ImportError(path: file.path, problem: .cancelled) }
            }
        } catch {
            guard let difference else { throw error }
            return .outdated(
                LocalizedText(
                    ja: "確かめた後に他の人が記録を変更しました（\(difference)行目）。読み直しますので、もう一度確かめてください",
                    en:
                        "somebody has changed records since (line \(difference)); the file is read again: look once more"
                ))
        }
        guard let text = summary?.text else { throw ImportError(path: file.path, problem: .cancelled) }
        return .taken(text)
    }

    /// Reads the file again as it was read for the preview, and keeps what is not taken.
    private func writeRejects(_ path: String, _ decisions: [Int: ImportDecision], _ job: Job) throws -> ImportNews {
        let file = try previewed()
        let rejected = try RejectsFile(BackgroundImporter.expanded(path))
        defer { rejected.discard() }
        let store = try file.database.open()
        defer { store.close() }
        let work = file.work(with: decisions)
        var hooks = hooks(job)
        hooks.language = language
        hooks.rejects = rejected.write
        var summary: ImportSummary?
        try store.bulk(work.action, by: actor, isDryRun: true) { desk in
            summary = try work.run(into: desk, hooks: hooks)
        }
        try file.assertUnchanged()
        guard let summary, try rejected.publish() else {
            throw CommandFailure("取り込めない行はありません", "there is no row that is not taken")
        }
        let rows = summary.count(of: .rejected) + summary.count(of: .conflict)
        return .wroteRejects(
            LocalizedText(
                ja: "\(path) に取り込めない行\(rows)件を理由つきで書き出しました", en: "\(rows) rows with their reasons in \(path)"))
    }

    private func previewed() throws -> PreviewedFile {
        guard let file = state.withLock({ $0.file }) else {
            throw CommandFailure("取り込むファイルを選び直してください", "choose the file again")
        }
        try file.assertUnchanged()
        return file
    }

    /// Characters of a row's text that are kept.
    private static let longest = 300

    /// `~` as in a shell, and without the spaces around it.
    private static func expanded(_ path: String) -> String {
        NSString(string: path.trimmingCharacters(in: .whitespaces)).expandingTildeInPath
    }
}
