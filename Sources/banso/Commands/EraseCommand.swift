import ArgumentParser
import BansoDomain
import BansoExchange
import BansoStore
import Foundation
import TerminalUI

/// Erases somebody's data for good, and certifies it.
struct EraseCommand: ParsableCommand {
    /// Whose data it is.
    enum Subject: String, ExpressibleByArgument, CaseIterable {
        case person, company, institution, contact

        var kind: RecordKind {
            switch self {
            case .person: .talent
            case .company, .institution: .organisation
            case .contact: .contact
            }
        }

        var organisation: Organisation.Kind? { Organisation.Kind(rawValue: rawValue) }
        var label: LocalizedText { organisation?.label ?? kind.label }
    }

    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: told(
            "人・企業・機関・連絡先の個人情報を消去し、証明を出力します：banso erase person 12（元に戻せません）",
            "Erase a person, a company or a contact for good, and certify it: banso erase person 12"),
        discussion: told(
            """
            記録は番号・日付・区分・段階を残して「消去済み」となり、集計は変わりません。名前、連絡先、自由に書いた文は、記録、履歴、他の記録の文、\
            書き出し台帳、下書きから消えます。監査記録の連なりは消去後もたどれます（banso audit verify）。
            書き出したファイルと控え（banso backup）は証明に挙げます。古い内容を読んでいる処理があるときは、何も消去せずに理由を示します。中断したときは、\
            もう一度実行すれば完了します。
            """,
            """
            The records stay as 消去済み ("erased") with their numbers, days, kinds and stages, so that every count stays. \
            Names, ways to reach them and whatever was written in free text go from the records, the history, texts about \
            others, the export ledger and drafts. The audit trail's chain still holds (banso audit verify).
            Backups and exported files are named in the certificate. While another program reads what was there before, it is \
            refused and nothing is erased. Where it was interrupted, running it again finishes it.
            """))

    @Argument(
        help: told(
            "person（人材）、company（企業）、institution（機関）、contact（連絡先）。", "person, company, institution or contact."))
    var subject: Subject

    @Argument(help: told("その番号（画面や書き出しの #12）。", "The number of the record: #12 on screens and in exports."))
    var number: Int64

    @Flag(help: told("確認せずに実行します（端末でないときは必要）。", "Don't ask; needed where there is no terminal."))
    var yes = false

    @Option(help: told("依頼の受付番号など、証明に載せるもの（名前は書かないでください）。", "The request's reference, for the certificate; no names."))
    var request = ""

    @Option(
        help: told("証明を書くファイル（なければ画面に出力）。", "The file for the certificate (else it is printed)."), completion: .file())
    var out: String?

    @Flag(
        help: told(
            "見つかった控えのうち、含むものを削除します（控えの上で仕事をしたものは残します）。",
            "Delete the backups found that hold them, but none that somebody has worked in."))
    var removeBackups = false

    @OptionGroup var database: DatabaseOption
    @OptionGroup var language: LanguageOption
    @OptionGroup var actor: ActorOption

    func run() throws {
        let language = language.language
        let store = try database.open()
        defer { store.close() }
        let key = RecordKey(subject.kind, number)
        let title = try title(of: key, in: store)
        let plan = try store.erase(key, by: actor.actor, isDryRun: true)
        try assertNameless(plan)
        let drafts = try ErasedDrafts(database: store.path, of: plan)
        let backups = try store.backups(holding: key, spellings: plan.spellings)
        let holding = backups.filter { $0.state == .holds }.map(\.path)
        let shown = backups.filter { [.holds, .worked].contains($0.state) }.map(\.path)
        try confirm(title, plan, drafts: drafts.count, backups: shown, language)
        let file = try out.map(NewFile.init)
        do {
            // Copies of the database that previews left behind.
            PrivateFolder.removeAbandoned()
            try drafts.remove()
            let pages = try forgetPages(plan)
            let erasure = try store.erase(key, by: actor.actor, isDryRun: false)
            if removeBackups { for path in holding { try store.remove(backup: path) } }
            let certificate = ErasureCertificate(
                erasure: erasure, key: key, label: subject.label, database: store.path, actor: actor.actor,
                request: Folding.stored(request), drafts: drafts.count, pages: pages, backups: backups,
                removed: removeBackups ? holding : [])
            try give(certificate.lines(language), to: file, language)
            guard erasure.found.isEmpty else { throw ExitCode(ExitStatus.notHolding.rawValue) }
        } catch {
            file?.discard()
            throw error
        }
    }

    private var missing: DeskError {
        .notFound(what: LocalizedText(ja: "\(subject.label.ja) \(number)", en: "\(subject.label.en) \(number)"))
    }

    /// - Throws: `DeskError.notFound`
    private func title(of key: RecordKey, in store: Store) throws -> String {
        guard let record = try store.record(key)?.record else {
            // One that was deleted still stands in the history.
            guard try store.history(HistoryQuery(.record(key), limit: 1)).isEmpty else { return "" }
            throw missing
        }
        if let kind = subject.organisation, record["kind"] != .token(kind) { throw missing }
        return record["name"].text ?? ""
    }

    /// The certificate is kept: it must not say again what is erased.
    private func assertNameless(_ plan: Erasure) throws {
        guard plan.spellings.contains(where: { Folding.stored(request).contains($0) }) else { return }
        throw CommandFailure(
            "--request に消去する名前や連絡先を書かないでください（証明に残ります）",
            "--request must not name who is erased: the certificate is kept")
    }

    /// - Throws: `CommandFailure` where it is not confirmed, or nobody can be asked.
    private func confirm(
        _ title: String, _ plan: Erasure, drafts: Int, backups: [String], _ language: Language
    ) throws {
        guard !yes else { return }
        guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else {
            throw CommandFailure(
                "消去は元に戻せません。確認済みなら --yes を付けて実行してください", "an erasure can't be taken back; if it is meant, say --yes")
        }
        Output.warn(
            language(
                "\(subject.label.ja) #\(number) \(title) の個人情報を消去します。元には戻せません。",
                "\(subject.label.en) #\(number) \(title): personal data is erased for good."))
        Output.warn(
            language(
                "記録\(plan.changed)件、履歴\(plan.entries)件、書き出し台帳\(plan.exports)件、下書き\(drafts)件",
                "\(plan.changed) records, \(plan.entries) entries of the history, \(plan.exports) of the export ledger, "
                    + "\(drafts) drafts"))
        for mention in plan.mentions.prefix(20) {
            Output.warn(
                language("他の記録の記載：", "named in: ") + mention.record.kind.label(language) + " #\(mention.record.id) "
                    + mention.field(language))
        }
        if plan.mentions.count > 20 { Output.warn("… +\(plan.mentions.count - 20)") }
        for path in backups { Output.warn(language("含む控え：", "a backup that holds them: ") + path) }
        FileHandle.standardError.write(
            Data(language("消去するなら番号をもう一度（\(number)）：", "to erase them, type the number again (\(number)): ").utf8))
        guard Int64(Folding.typed(readLine() ?? "")) == number else {
            throw CommandFailure("中止しました。何も消去していません", "stopped; nothing was erased")
        }
    }

    private func forgetPages(_ plan: Erasure) throws -> Int {
        do {
            return try ArrangementFile().forget { text in plan.spellings.contains { text.contains($0) } }
        } catch {
            throw CommandFailure(error.text.ja, error.text.en)
        }
    }

    private func give(_ lines: [String], to file: NewFile?, _ language: Language) throws {
        guard let file else {
            for line in lines { print(visible(line)) }
            return
        }
        try file.write(Array((lines.joined(separator: "\n") + "\n").utf8)[...])
        try file.seal()
        try file.publish()
        print(language("消去しました。証明：\(file.path)", "erased; the certificate is \(file.path)"))
    }
}
