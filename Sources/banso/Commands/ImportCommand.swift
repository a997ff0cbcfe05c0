import ArgumentParser
import BansoDomain
import BansoExchange
import BansoStore
import Foundation
import TerminalUI

extension TextEncoding: ExpressibleByArgument {}

/// Takes a file's rows into the database, in one transaction that is one step for undo.
struct ImportCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case csv, nta
        case table, json
    }

    enum SameName: String, ExpressibleByArgument, CaseIterable { case ask, new, reject }

    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: told(
            "一種類の記録をファイルから取り込みます：CSV、アンケートの回答、表計算のファイル。",
            "Import records of one kind from a file: CSV, a survey's export, a spreadsheet."),
        discussion: told(
            """
            種類：\(KindName.all)。Microsoft Forms と Google Forms の書き出しは、最初の見出しでアンケート回答と分かります。\
            どのイベントのものかは --event で指定します。取り込まなかった行が一部にあれば終了コードは1（他の行は取り込み済み）、\
            何も取り込まなければ2です。崩れた行（列の数、引用符、文字コード）のあるファイルは、--rejects が\
            なければ何も取り込みません。番号のある行の空欄は、全部の列があるファイルでだけ「消す」の意味になります。
            """,
            """
            Kinds: \(KindName.all). Exports of Microsoft Forms and Google Forms are recognised as surveys by their first \
            headings; --event says which event they are about. The exit code is 1 where some rows were not taken and the \
            others were, and 2 where nothing was. Of a file with a broken row (columns, quotes, encoding) nothing is taken \
            without --rejects. An empty cell of a row with a number erases what is there only in a file with all columns.
            """))

    @Argument(help: told("記録の種類。", "The kind of record."))
    var kind: KindName?

    @Argument(
        help: told(
            "ファイル：UTF-8 か Shift_JIS の CSV。LibreOffice があれば xlsx の最初のシートも。",
            "The file: CSV in UTF-8 or Shift_JIS; where LibreOffice is installed the first sheet of an xlsx too."),
        completion: .file())
    var file: String?

    @OptionGroup var database: DatabaseOption
    @OptionGroup var language: LanguageOption
    @OptionGroup var today: TodayOption
    @OptionGroup var actor: ActorOption

    @Option(
        parsing: .singleValue,
        help: told(
            "ファイルの形式：csv（見出しつき）、nta（国税庁の法人番号 CSV）。--dry-run の形式：table、json。",
            "Of the file: csv (with headings), nta (the National Tax Agency's 法人番号 CSV). Of --dry-run: table, json."))
    var format: [Format] = []

    @Option(help: told("auto、utf-8、cp932。", "auto, utf-8 or cp932."))
    var encoding = TextEncoding.auto

    @Flag(help: told("各行がどうなるかを示すだけで、何も変えません。", "Say what would become of each row, and change nothing."))
    var dryRun = false

    @Flag(help: told("一行でも誤りがあれば何も取り込みません。", "Take nothing at all where one row is bad."))
    var strict = false

    @Option(
        parsing: .singleValue,
        help: told(
            "見出しの意味：会社名=name、備考=- はその列を使いません。必要なだけ指定できます。",
            "What a heading is: 会社名=name; 備考=- leaves the column out. As often as needed."))
    var map: [String] = []

    @Option(
        help: told(
            "--map の内容を名前をつけて残します。--map がなければ残したものを使います。",
            "Keeps what --map says under a name; without --map uses what was kept."))
    var mapping: String?

    @Flag(help: told("残してある列の対応を一覧します。", "List the mappings that were kept."))
    var mappings = false

    @Option(help: told("全行が対象とするイベント：番号かテーマ。", "The event that all rows are about: its number or theme."))
    var event: String?

    @Option(
        help: told(
            "同名の企業が既にあって法人番号では分からない行：ask（尋ねる）、new（別の企業）、reject（取り込まない）。ask は、番号が別の記録のものである行も尋ねます。",
            "A company without a known 法人番号 whose name is there already: ask, new (another one) or reject. ask also asks about rows that bear another record's number."
        ))
    var sameName = SameName.reject

    @Option(
        help: told(
            "取り込まなかった行を理由つきで書くファイル。直せば取り込めます。",
            "A file for the rows that were not taken, with the reason: mended, it can be imported."),
        completion: .file())
    var rejects: String?

    @Flag(help: told("代わりに見出しと例の行を出力します。", "Print a heading and an example row instead."))
    var template = false

    func validate() throws {
        if mappings { return }
        guard kind != nil else {
            throw ValidationError(told("取り込む記録の種類とファイルを指定してください", "name the kind of record and the file to import"))
        }
        guard template || file != nil else {
            throw ValidationError(told("取り込むファイルか --template を指定してください", "name the file to import, or give --template"))
        }
        guard dryRun || !format.contains(where: { [.table, .json].contains($0) }) else {
            throw ValidationError(
                told("--format の table と json は --dry-run 用です", "--format table and json are for --dry-run"))
        }
    }

    func run() throws {
        if mappings { return try listMappings() }
        guard let kind = try kind?.kind else { return }
        guard !format.contains(.nta) || kind == .companies else {
            throw CommandFailure("--format nta は companies だけで使えます", "--format nta is for companies")
        }
        guard let file, !template else {
            let text =
                format.contains(.nta)
                ? NTAImport.template : RecordsImport.template(kind, language.language, catalogue: try knownCatalogue())
            print(text, terminator: "")
            return
        }
        Interruption.watch()
        do {
            let store = try database.open()
            defer { store.close() }
            let sheet = try spreadsheet(file)
            try withExtendedLifetime(sheet) {
                try take(kind, from: sheet?.csv ?? file, isSheet: sheet != nil, into: store)
            }
        } catch let error as ImportError {
            if case .desk(let deskError) = error.problem { throw ImportCommand.failure(deskError) }
            let text = ImportError(path: file, problem: error.problem).text
            throw CommandFailure(text.ja, text.en, code: error.problem == .cancelled ? Interruption.code : 2)
        } catch let error as DeskError {
            throw ImportCommand.failure(error)
        }
    }

    /// Nil where the file is none.
    private func spreadsheet(_ file: String) throws -> Spreadsheet? {
        guard Spreadsheet.recognises(file) else { return nil }
        let language = language.language
        let bar = ProgressBar(language: language)
        defer { bar.clear() }
        return try Spreadsheet(
            file, isStopped: { Interruption.isAsked },
            lasts: { seconds in
                bar.say(
                    language(
                        "LibreOffice が表を読んでいます… \(seconds)秒（長くても残り\(LibreOffice.patience - seconds)秒）",
                        "LibreOffice reads the sheet… \(seconds) s (\(LibreOffice.patience - seconds) s left at most)"))
            })
    }

    /// A file for which there is no room is too large: it is the file that is wrong here.
    private static func failure(_ error: DeskError) -> any Error {
        guard case .full = error else { return error }
        return CommandFailure(error.text.ja, error.text.en)
    }

    private func take(_ kind: FileKind, from file: String, isSheet: Bool, into database: Store) throws {
        // Whatever is only tried is tried on a copy: nobody waits for it, however long it takes.
        let copy = dryRun || sameName == .ask ? try DatabaseCopy(of: database) : nil
        let trial = try copy?.open()
        defer { trial?.close() }
        let store = dryRun ? trial ?? database : database
        let layout: FileImport.Layout? = format.contains(.nta) ? .agency : format.contains(.csv) ? .records : nil
        var work = try FileImport(
            of: kind, from: file, layout: layout, catalogue: store.catalogue, today: try today.day)
        work.encoding = encoding
        let (mapping, kept) = try mapping(of: kind, store)
        work.terms.mapping = mapping
        work.terms.event = event ?? ""
        work.terms.isSheet = isSheet
        if sameName == .new { work.terms.sameName = .new }
        if sameName == .ask { work.terms.decisions = try decisions(for: work, trial ?? database) }
        let rejected = try rejects.map(RejectsFile.init)
        defer { rejected?.discard() }
        let listing = try format.compactMap { RowListing.Format(rawValue: $0.rawValue) }.first.map {
            try RowListing($0, language.language)
        }
        let bar = ProgressBar(language: language.language)
        defer { bar.clear() }
        var hooks = ImportHooks()
        // With a file for them, bad rows are looked at by a person.
        hooks.endsAt = strict ? .badRow : rejects == nil ? .brokenRow : nil
        hooks.progress = bar.show
        hooks.isCancelled = { Interruption.isAsked }
        if let rejected { hooks.rejects = rejected.write }
        hooks.language = language.language
        if let listing { hooks.row = listing.add }
        var summary: ImportSummary?
        do {
            try store.bulk(work.action, by: actor.actor, isDryRun: dryRun) { desk in
                let found = try work.run(into: desk, hooks: hooks)
                summary = found
                // Of a file without a sound row nothing stays, not even the name of its mapping.
                guard found.hasSoundRow else { throw NothingSound() }
                if let kept { _ = try desk.put(kept.record, id: kept.number) }
            }
        } catch is NothingSound {}
        bar.clear()
        guard let summary else { return }
        let hasRejects = try rejected?.publish() ?? false
        try listing?.print(summary)
        try report(summary, hasRejects: hasRejects, isListed: listing != nil)
    }

    /// No row of the file can be taken.
    private struct NothingSound: Error {}
}
