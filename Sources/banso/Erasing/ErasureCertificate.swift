import BansoDomain
import BansoStore
import Crypto
import Foundation

/// What a person who asked to be erased is told, and what stays as the proof: what was erased, when, by whom, what stayed
/// and where they still are. It names nobody.
struct ErasureCertificate {
    var erasure: Erasure
    var key: RecordKey
    /// What they were: 人材, 企業 …
    var label: LocalizedText
    var database: String
    var actor: Actor
    /// Of the request; empty where there is none.
    var request: String
    /// How many drafts were taken away, and how many pages that were narrowed to them.
    var drafts: Int
    var pages: Int
    var backups: [BackupCopy]
    var removed: [String]

    /// Whose last line is the hash of those before it.
    func lines(_ language: Language) -> [String] {
        let lines = body(language)
        let text = lines.joined(separator: "\n") + "\n"
        let hash = SHA256.hash(data: Data(text.utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        return lines + ["SHA-256\(language("（上の行）", " of the lines above")): " + hash]
    }

    private func body(_ language: Language) -> [String] {
        let none = language("なし", "none")
        let head = { (head: AuditHead?) in head?.text ?? none }
        var lines = [
            language("個人情報の消去の証明", "Certificate of erasure"),
            language("対象：\(label.ja) #\(key.id)", "Erased: \(label.en) #\(key.id)"),
            language("データベース：", "Database: ") + database,
            language("実施：", "Done: ") + WallClock.text(erasure.at, format: "%Y-%m-%d %H:%M:%S %z")
                + language("（担当 \(actor.name)）", " by \(actor.name)"),
            language("依頼：", "Request: ") + (request.isEmpty ? none : request),
            language(
                "消去した記録：\(erasure.changed)件（項目\(erasure.fields)）",
                "Records erased: \(erasure.changed) (\(erasure.fields) fields)"),
            language("他の記録にあった記載：\(erasure.mentions.count)件", "Mentions in other records: \(erasure.mentions.count)"),
            language("消去した履歴の内容：\(erasure.entries)件", "Texts of the audit trail: \(erasure.entries) entries"),
            language(
                "書き出し台帳の記載：\(erasure.exports)件、下書き：\(drafts)件、画面の絞り込み：\(pages)件",
                "Lines of the export ledger: \(erasure.exports), drafts: \(drafts), filters of pages: \(pages)"),
            language("監査記録の末尾（消去前）：", "Head of the audit trail before: ") + head(erasure.headBefore),
            language("監査記録の末尾（消去後）：", "Head of the audit trail after: ") + head(erasure.headAfter),
            check(language),
            language(
                "残したもの：番号、日付、区分、段階、評点、集計（だれのものかは分かりません）",
                "Kept: numbers, days, kinds, stages, grades and counts, which don't tell whose they are"),
        ]
        lines += erasure.earlier.map { earlier in
            let day = WallClock.text(earlier.at)
            return language(
                "以前の消去：\(day)（担当 \(earlier.by)、記録\(earlier.records)件）",
                "Erased before: \(day) by \(earlier.by) (\(earlier.records) records)")
        }
        lines.append(
            language(
                "他の記録の文では、登録された名前・読み・連絡先の全体を探しました。名字だけ、2文字以下の名前、役職名の記載は対象外です",
                "Texts about others were searched for the whole name, its reading and contact: not for parts of a name, "
                    + "names of two letters, or roles"))
        if erasure.shared > 0 {
            lines.append(
                language(
                    "同じ名前・連絡先の記録が他にあり、区別できないため本文に残したつづり：\(erasure.shared)種",
                    "Spellings left in texts because other records have the same name or contact: \(erasure.shared)"))
        }
        if !erasure.reports.isEmpty {
            let numbers = erasure.reports.map { "#\($0.id)" }.joined(separator: ", ")
            lines.append(
                language(
                    "提出済みの月次報告に残る記載：\(numbers)", "Named in monthly reports that were handed in and stay: \(numbers)"))
        }
        if erasure.filesOut > 0 {
            lines.append(
                language(
                    "登録後に書き出されたファイル：\(erasure.filesOut)件（banso exports で確認し、含むものは別に消去してください）",
                    "Files exported since they were entered: \(erasure.filesOut) (banso exports lists them; erase those that hold them)"
                ))
        }
        for backup in backups {
            lines.append(
                language("控え：", "Backup: ") + backup.path + language("（", " (") + state(of: backup, language)
                    + language("）", ")"))
        }
        if backups.isEmpty { lines.append(language("控え：", "Backups: ") + none) }
        return lines
    }

    private func check(_ language: Language) -> String {
        guard erasure.sought > 0 else {
            return language(
                "消去後の確認：ファイルを書き直しました（探すつづりはありません）", "The file was written anew; there was no spelling to look for")
        }
        let looked = language(
            "消去後の確認：つづり\(erasure.sought)種を\(erasure.files)個のファイルの全バイトから探し、",
            "Looked for \(erasure.sought) spellings in every byte of \(erasure.files) files: ")
        guard !erasure.found.isEmpty else { return looked + language("見つかりませんでした", "none found") }
        let files = erasure.found.joined(separator: ", ")
        return looked + language("見つかりました（\(files)）。もう一度実行してください", "found in \(files); run it again")
    }

    private func state(of backup: BackupCopy, _ language: Language) -> String {
        if removed.contains(backup.path) { return language("含んでいたため削除しました", "held them and was deleted") }
        return switch backup.state {
        case .holds: language("まだ含んでいます。不要になったら削除してください", "still holds them; delete it once it isn't needed")
        case .worked:
            language(
                "含んでいますが、その上で仕事がされています。消去は --db にこのファイルを指定して実行してください",
                "holds them, and somebody has worked in it: erase them there too, with --db and this file")
        case .without: language("含みません", "doesn't hold them")
        case .moved: language("この場所にありません。移動先では含んでいる可能性があります", "isn't there any more; where it went it may hold them")
        case .unreadable: language("読めません。含んでいる可能性があります", "can't be read; it may hold them")
        }
    }
}
