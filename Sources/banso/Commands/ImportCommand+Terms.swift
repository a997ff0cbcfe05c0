import ArgumentParser
import BansoDomain
import BansoExchange
import BansoStore
import Foundation
import TerminalUI

/// What a person said about the file, and what is said back.
extension ImportCommand {
    /// A mapping that is kept together with what is imported.
    struct KeptMapping {
        var record: Record
        /// That of the mapping of this name; nil for a new one.
        var number: Int64?
    }

    func mapping(of kind: FileKind, _ store: Store) throws -> (ColumnMapping, kept: KeptMapping?) {
        let pairs = try map.map { text in
            guard let pair = ColumnMapping.Pair(text) else {
                throw CommandFailure(
                    "--map \(text)：「見出し=列」の形で指定してください（例 会社名=name）",
                    "--map \(text): must be heading=column, such as 会社名=name")
            }
            return pair
        }
        guard let name = mapping else { return (ColumnMapping(pairs), nil) }
        let known = try SavedMapping.named(name, of: kind, store)
        guard pairs.isEmpty else {
            let record = SavedMapping.record(name, of: kind, ColumnMapping(pairs))
            return (ColumnMapping(pairs), KeptMapping(record: record, number: known?.key.id))
        }
        guard let known else {
            throw CommandFailure(
                "「\(name)」という対応はありません（banso import --mappings で一覧、--map と一緒に指定すると保存）",
                "no mapping called '\(name)'; 'banso import --mappings' lists them, with --map one is kept")
        }
        return (known.mapping, nil)
    }

    func listMappings() throws {
        let language = language.language
        let store = try database.open(.readOnly)
        let found = try SavedMapping.all(store, of: try kind?.kind)
        if found.isEmpty {
            print(
                language(
                    "保存した対応はありません（--map と --mapping で保存できます）", "no mappings are kept (--map with --mapping keeps one)"))
        }
        for saved in found {
            let pairs = saved.mapping.pairs.map(\.text).joined(separator: "  ")
            print(visible("\(saved.name)  [\(saved.kind)]  \(pairs)"))
        }
    }

    /// Tries the file on a copy of the database, and asks about each company whose name is there.
    func decisions(for work: FileImport, _ store: Store) throws -> [Int: ImportTerms.Decision] {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
            throw CommandFailure(
                "--same-name ask は端末で使えます（new か reject を指定）", "--same-name ask needs a terminal; use new or reject")
        }
        var found: [ImportReject] = []
        var hooks = ImportHooks()
        hooks.isCancelled = { Interruption.isAsked }
        hooks.row = { row in
            if let reject = row.reject, !reject.namesakes.isEmpty, found.count < ImportSummary.listedRejects {
                found.append(reject)
            }
        }
        try store.bulk(work.action, by: actor.actor, isDryRun: true) { desk in
            _ = try work.run(into: desk, hooks: hooks)
        }
        let question = SameNameQuestion(language: language.language)
        var decisions: [Int: ImportTerms.Decision] = [:]
        for reject in found where !Interruption.isAsked {
            decisions[reject.line] = question.ask(reject)
        }
        if Interruption.isAsked { throw ImportError(path: work.file, problem: .cancelled) }
        return decisions
    }

    /// The database's catalogue where there is one: its activities stand in the examples.
    func knownCatalogue() throws -> Catalogue {
        do {
            return try database.open(.readOnly).catalogue
        } catch DeskError.missing {
            return try Embedded.catalogue()
        }
    }

    /// - Throws: `CommandFailure` where nothing of the file could be taken; where only some rows could, the exit code that
    ///   says so.
    func report(_ summary: ImportSummary, hasRejects: Bool, isListed: Bool) throws {
        let language = language.language
        for note in summary.notes { Output.warn(note(language)) }
        if !isListed {
            for reject in summary.rejects { Output.warn(reject.text(language)) }
            let more = summary.rejected + summary.conflicts - summary.rejects.count
            if more > 0 { Output.warn(language("ほか\(more)行", "and \(more) more rows")) }
        }
        guard summary.hasSoundRow else {
            throw CommandFailure(
                "取り込める行がありません（\(summary.read)行すべて）。上の理由を直して取り込み直してください",
                "none of the \(summary.read) rows can be taken; mend what is said above and import the file again")
        }
        let note = dryRun ? language("（試行：書き込んでいません）", " (dry run: nothing was written)") : ""
        let line = visible(summary.text(language) + note)
        // Behind a list of rows the counts are no part of what a program reads.
        isListed ? Output.warn(line) : print(line)
        if hasRejects, let rejects {
            Output.warn(
                language(
                    "取り込めない行を \(rejects) に書きました。直してそのまま取り込めます",
                    "the rows that were not taken are in \(rejects); mended, it can be imported as it is"))
        }
        let left = summary.rejected + summary.conflicts
        if left > 0 { throw ExitCode((left == summary.read ? ExitStatus.input : .notHolding).rawValue) }
    }
}
