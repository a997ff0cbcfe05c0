import BansoApp
import BansoCatalogue
import BansoDomain
import BansoExchange
import BansoStore
import Foundation
import Synchronization

/// Writes what a screen shows to a file, on a thread and a connection of its own.
final class BackgroundExporter: ListExporter, Sendable {
    private struct State {
        var isRunning = false
        var isStopped = false
        var news: ExportNews?
    }

    /// The program ends: what was begun is taken back.
    private struct Stopped: Error {}

    private let database: String
    private let catalogue: Catalogue
    private let language: Language
    private let actor: Actor
    private let state = Mutex(State())
    private let over = DispatchSemaphore(value: 0)

    init(database: String, catalogue: Catalogue, language: Language, actor: Actor) {
        self.database = database
        self.catalogue = catalogue
        self.language = language
        self.actor = actor
    }

    func terms(of offer: ExportOffer) -> ExportTerms {
        let table = try? table(of: offer, as: .xlsx, from: reader())
        var terms = ExportTerms(
            folder: DownloadFolder.path, holdsPersonalData: table.map { !$0.personalColumns.isEmpty } ?? true)
        if case .report = offer.list { terms.usualPurpose = ReportEntry.usualPurpose(language) }
        return terms
    }

    func begin(_ request: ExportRequest) {
        let isBusy = state.withLock { state in
            defer { state.isRunning = true }
            return state.isRunning
        }
        guard !isBusy else {
            let text = LocalizedText(ja: "前の書き出しがまだ終わっていません", en: "the export before is still running")
            return state.withLock { $0.news = .failed(text) }
        }
        Thread { [self] in
            let outcome = run(request)
            state.withLock { state in
                state.isRunning = false
                state.news = outcome
            }
            over.signal()
        }.start()
    }

    func news() -> ExportNews? {
        state.withLock { state in
            defer { state.news = nil }
            return state.news
        }
    }

    /// Ends what is running and waits until nothing of it is left.
    func stop() {
        let isRunning = state.withLock { state in
            state.isStopped = true
            return state.isRunning
        }
        if isRunning { over.wait() }
    }

    private func reader() throws -> Store {
        try Store.open(at: database, mode: .readOnly) { try CatalogueFile.parse($0, file: database) }
    }

    private func run(_ request: ExportRequest) -> ExportNews {
        do {
            let store = try Store.open(at: database) { try CatalogueFile.parse($0, file: database) }
            defer { store.close() }
            let style = request.style
            guard let format = style.format else { return try document(request, from: store) }
            let table = try table(of: request.offer, as: style, from: store)
            let export = TableExport(
                table: table, subject: request.offer.list.subject, filter: request.offer.filter, format: format,
                encoding: style.encoding, language: language,
                purpose: purpose(of: request, isPersonal: !table.personalColumns.isEmpty), actor: actor)
            let file = try NewFile(DownloadFolder.newFile(request.offer.list.subject, format.rawValue))
            let began = ContinuousClock.now
            let rows = try export.run(into: file, ledger: store) { done, total in
                let seconds = began.duration(to: .now) / .seconds(1)
                let left = total.map { Int((seconds / Double(max(1, done)) * Double($0 - done)).rounded()) }
                try state.withLock { state in
                    if state.isStopped { throw Stopped() }
                    state.news = .running(rows: done, of: total, secondsLeft: left)
                }
            }
            return .done(path: file.path, rows: rows)
        } catch let error as ExportError {
            return .failed(BackgroundExporter.text(of: error))
        } catch let error as DeskError {
            return .failed(error.text)
        } catch let error as CommandFailure {
            return .failed(error.text)
        } catch {
            return .failed(LocalizedText(ja: "書き出せません（\(error)）", en: "can't export (\(error))"))
        }
    }

    /// What a report goes out for is known, also where somebody has said who was at a meeting since it was asked.
    private func purpose(of request: ExportRequest, isPersonal: Bool) -> String {
        guard request.purpose.isEmpty, isPersonal, case .report = request.offer.list else { return request.purpose }
        return ReportEntry.usualPurpose(language)
    }

    /// A report as a document.
    private func document(_ request: ExportRequest, from store: Store) throws -> ExportNews {
        guard case .report(let month, let programme) = request.offer.list else {
            preconditionFailure("only reports are offered as documents")
        }
        state.withLock { $0.news = .running(rows: 0, of: 1, secondsLeft: nil) }
        let months = try store.monthlyReports(of: month, programmes: [programme])
        let page = ReportPage.joined(months.map { $0.page(language) })
        let bytes =
            request.style == .pdf
            ? try PDFDocument.bytes(of: page, language) { self.state.withLock { $0.isStopped } }
            : Array(MarkdownReport.text(of: page).utf8)
        let file = try NewFile(DownloadFolder.newFile(request.offer.list.subject, request.style.rawValue))
        let outgoing = LedgeredFile(file)
        do {
            try outgoing.write(bytes[...])
            try file.seal()
            let entry = ExportEntry(
                subject: request.offer.list.subject, filter: request.offer.filter, rows: months.count, hash: [],
                purpose: purpose(of: request, isPersonal: months.contains(where: \.report.holdsPersonalData)),
                format: request.style.rawValue, name: "")
            try outgoing.publish(entry, into: store, by: actor)
        } catch {
            file.discard()
            throw error
        }
        return .done(path: file.path, rows: months.count)
    }

    private func table(of offer: ExportOffer, as style: ExportStyle, from store: Store) throws -> any TableSource {
        switch offer.list {
        case .cards(let query, let columns):
            guard let pipeline = store.catalogue.pipeline(query.pipeline) else {
                preconditionFailure("a page of a pipeline that the catalogue has")
            }
            return CardsTable(query, columns: columns, pipeline, language, from: store)
        case .contributions(let query): return ContributionsTable(query, language, from: store)
        case .history(let scope):
            return HistoryTable(scope, utcOffset: Context.japan, language, from: store)
        case .attendances(let event):
            let form = style == .json ? RecordsTable.Form.tokens : .words
            return RecordsTable(.attendances, language, form: form, where: "event", is: .number(event), from: store)
        case .agenda(let query, let parts): return AgendaTable(parts, query, language, from: store)
        case .postings(let day): return PostingsTable(openOn: day, language, from: store)
        case .timeline(let organisation, let kind):
            return TimelineTable(of: organisation, kind: kind, store.catalogue.pipelines, language, from: store)
        case .readings(let day): return ReadingsTable(asOf: day, language, from: store)
        case .hits(let text): return HitsTable(text, language, from: store)
        case .ledger: return LedgerTable(utcOffset: Context.japan, from: store)
        case .report(let month, let programme):
            return MonthlyReportTable(try store.monthlyReports(of: month, programmes: [programme]), language)
        }
    }

    /// With the first cell that can't be written: there is one line on a screen.
    private static func text(of error: ExportError) -> LocalizedText {
        guard case .notEncodable(let gaps, let cells) = error, let first = gaps.first else { return error.text }
        let more = cells - 1
        return LocalizedText(
            ja: first.text.ja + (more > 0 ? "（ほか\(more)欄）" : "") + "。Excel か CSV で書き出してください",
            en: first.text.en + (more > 0 ? " (and \(more) more cells)" : "") + "; export as Excel or CSV")
    }
}

extension ExportOffer.List {
    /// As the ledger and the file's name have it.
    var subject: String {
        switch self {
        case .cards(let query, _): "cards-" + query.pipeline.text
        case .contributions(let query): "explain-" + query.indicator.text
        case .history: "history"
        case .attendances(let event): "attendances-\(event)"
        case .agenda: "today"
        case .postings: "matching"
        case .timeline(let organisation, _): "timeline-\(organisation.value)"
        case .readings: "overview"
        case .hits: "search"
        case .ledger: "exports"
        case .report(let month, let programme): "report-\(month.iso)-\(programme)"
        }
    }
}

extension ExportStyle {
    /// Nil for a document.
    var format: TableFormat? {
        switch self {
        case .md, .pdf: nil
        case .xlsx: .xlsx
        case .csv, .utf8, .cp932: .csv
        case .json: .json
        }
    }

    var encoding: ExportEncoding {
        switch self {
        case .csv: .utf8WithMark
        case .cp932: .cp932
        case .utf8, .xlsx, .json, .md, .pdf: .utf8
        }
    }
}
