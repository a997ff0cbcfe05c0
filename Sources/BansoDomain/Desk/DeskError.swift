/// What can go wrong with the data, in the words that the screen and stderr show: what, where, what to do.
public enum DeskError: Error, Hashable, Sendable {
    /// The company has had every consultation that the call allows.
    case consultationLimit(company: String, limit: Int)
    /// Somebody else saved the record since it was read.
    case stale(what: LocalizedText)
    /// What was done can't be taken back, or done again: somebody (`by`; empty where it is not known who) changed it since.
    /// Of a step about many records, which has no name, `record` is the one that was changed. Where nothing was changed, and a
    /// record that somebody entered since refers to one of the step's, `referrer` is what that is; `obstacle` is any other
    /// reason.
    case undoRefused(
        action: ChangeAction, name: String, by: String = "", record: LocalizedText? = nil,
        referrer: LocalizedText? = nil, obstacle: LocalizedText? = nil, isRedo: Bool = false)
    /// What was done can't be taken back, or done again: texts of it were erased, or it is the erasure itself.
    case erased(action: ChangeAction, name: String)
    /// A value that the record can't have.
    case invalid(field: LocalizedText, reason: LocalizedText)
    case notFound(what: LocalizedText)
    /// There is no file at the path.
    case missing(path: String)
    /// The file is not a banso database.
    case foreign(path: String)
    /// The file was written by a newer program.
    case newer(path: String, found: Int, known: Int)
    /// The file is damaged.
    case corrupt(path: String, detail: String)
    /// The file at the path is no longer the one that was opened.
    case replaced(path: String)
    /// There is no file at the path any more.
    case gone(path: String)
    /// What was written last stands in a log that can't be read where its folder can't be written.
    case unreadableLog(path: String)
    /// A definition of the catalogue was changed since the database was opened.
    case outdated(path: String)
    /// Somebody else has been writing for longer than the program waits.
    case busy(path: String)
    /// Somebody reads the database as it was a while ago, so that what is erased can't leave its file.
    /// - Parameter isErased: whether the records themselves are without it already.
    case pinned(path: String, isErased: Bool)
    case readOnly(path: String)
    case full(path: String)
    /// The folder is on a network file system, where SQLite's locks can't be trusted.
    case networkFileSystem(path: String)
    /// A file is already there.
    case exists(path: String)
    /// Anything else the system or SQLite says.
    case failed(path: String, detail: String)

    /// Whether the database itself can't be used (exit code 3), rather than what was asked of it (2).
    public var isAboutDatabase: Bool {
        switch self {
        case .consultationLimit, .stale, .undoRefused, .erased, .invalid, .notFound, .exists: false
        default: true
        }
    }

    /// Whether it says why a step can't be taken back, or done again.
    public var isUndoRefusal: Bool {
        switch self {
        case .undoRefused, .erased: true
        default: false
        }
    }

    public var text: LocalizedText {
        switch self {
        case .consultationLimit(let company, let limit):
            LocalizedText(
                ja: "\(company)の相談は\(limit)回まで済んでいます（上限）。フォローは次の対応として残せます",
                en: "\(company) has had all \(limit) consultations; follow up with a next action instead")
        case .stale(let what):
            LocalizedText(
                ja: "\(what.ja)は他の人が変更しました。最新の内容を確かめて、もう一度操作してください",
                en: "somebody else changed \(what.en); look at it again and repeat")
        case .undoRefused(let action, let name, _, _, _, let obstacle?, let isRedo):
            LocalizedText(
                ja: "\(action.label.ja)\(name.isEmpty ? "" : "（\(name)）")は、\(obstacle.ja)"
                    + (isRedo ? "やり直せません" : "元に戻せません") + "（H で履歴）",
                en: "can't \(isRedo ? "repeat" : "take back") the \(action.label.en)"
                    + (name.isEmpty ? "" : " (\(name))") + ": \(obstacle.en) (H shows the history)")
        case .undoRefused(let action, let name, let by, let record, let referrer, nil, let isRedo):
            LocalizedText(
                ja: "\(action.label.ja)\(name.isEmpty ? "" : "（\(name)）")は、その後に\(by.isEmpty ? "" : "\(by)が")"
                    + (referrer.map { "登録した\($0.ja)が参照しているため" } ?? (record.map { $0.ja + "を" } ?? "") + "変更したため")
                    + (isRedo ? "やり直せません" : "元に戻せません")
                    + (referrer.map { "（先にその\($0.ja)を削除）" } ?? "（H で履歴、直すなら編集で）"),
                en:
                    "can't \(isRedo ? "repeat" : "take back") the \(action.label.en)\(name.isEmpty ? "" : " (\(name))"): "
                    + (referrer.map { "\(DeskError.entered($0, by: by)) refers to it (delete that first)" }
                        ?? DeskError.changed(record, by: by) + " since (H shows the history; edit it to mend it)"))
        case .erased(.erase, _):
            LocalizedText(
                ja: "個人情報の消去は元に戻せません（内容はどこにも残っていません）",
                en: "an erasure can't be taken back: what was erased is kept nowhere")
        case .erased(let action, let name):
            LocalizedText(
                ja: "\(action.label.ja)\(name.isEmpty ? "" : "（\(name)）")は、前の内容が消去されているため元に戻せません",
                en: "can't take back the \(action.label.en)\(name.isEmpty ? "" : " (\(name))"): texts of it were erased"
            )
        case .invalid(let field, let reason):
            LocalizedText(ja: "\(field.ja)：\(reason.ja)", en: "\(field.en): \(reason.en)")
        case .notFound(let what):
            LocalizedText(ja: "\(what.ja)が見つかりません", en: "no \(what.en) found")
        case .missing(let path):
            LocalizedText(
                ja: "データベースがありません：\(path)（banso init で作成、--db で場所を指定）",
                en: "no database at \(path); make one with 'banso init' or name another with --db")
        case .foreign(let path):
            LocalizedText(
                ja: "\(path) は banso のデータベースではありません（--db で別のファイルを指定）",
                en: "\(path) is not a banso database; name another with --db")
        case .newer(let path, let found, let known):
            LocalizedText(
                ja: "\(path) は新しい版の banso のものです（形式\(found)、この版は\(known)まで）。banso を更新してください",
                en: "\(path) was written by a newer banso (format \(found), this one knows \(known)); update banso")
        case .corrupt(let path, let detail):
            LocalizedText(
                ja: "\(path) が壊れています（\(detail)）。書き込みを止め、バックアップから戻してください",
                en: "\(path) is damaged (\(detail)); stop writing and go back to a backup")
        case .replaced(let path):
            LocalizedText(
                ja: "\(path) が別のファイルに置き換わりました。書き込みを止めました。banso を開き直してください",
                en: "\(path) was replaced by another file; nothing is written any more, start banso again")
        case .gone(let path):
            LocalizedText(
                ja: "\(path) が移動か削除されました。元に戻すか --db で場所を指定し、banso を開き直してください",
                en: "\(path) was moved or deleted; put it back, or name its place with --db, and start banso again")
        case .unreadableLog(let path):
            LocalizedText(
                ja: "\(path) のログ（-wal）は、書き込めないフォルダーでは読めません。一緒に別のフォルダーへコピーしてください",
                en: "\(path) has a log (-wal) that can't be read where nothing may be written; copy both elsewhere")
        case .outdated(let path):
            LocalizedText(
                ja: "\(path) の定義（カタログ）が変更されました。banso を開き直してください",
                en: "the definitions of \(path) were changed; start banso again")
        case .busy(let path):
            LocalizedText(
                ja: "\(path) は他の処理が書き込み中です。少し待ってからもう一度操作してください",
                en: "\(path) is being written by another program; wait a moment and try again")
        case .pinned(let path, let isErased):
            LocalizedText(
                ja: "\(path) の古い内容を他の処理（書き出し、控えの作成など）が読んでいるため、"
                    + (isErased
                        ? "消去した内容がまだファイルに残っています。その処理が終わったら、もう一度同じ消去を実行してください"
                        : "消去できません。何も変更していません。その処理が終わってから実行してください"),
                en: "another program (an export, a backup …) is reading \(path) as it was: "
                    + (isErased
                        ? "what was erased still lies in the file; once it has ended, run the same erasure again"
                        : "nothing was erased; let it end, or end it, and try again"))
        case .readOnly(let path):
            LocalizedText(
                ja: "\(path) に書き込めません（読み取り専用）。ファイルとフォルダーの権限を確かめてください",
                en: "can't write to \(path) (read-only); check the permissions of the file and its folder")
        case .full(let path):
            LocalizedText(
                ja: "\(path) のディスクがいっぱいです。空きを作ってからもう一度操作してください",
                en: "the disk of \(path) is full; make room and try again")
        case .networkFileSystem(let path):
            LocalizedText(
                ja: "\(path) はネットワーク上のフォルダーです。ローカルのディスクに置いてください",
                en: "\(path) is on a network file system; put the database on a local disk")
        case .exists(let path):
            LocalizedText(
                ja: "\(path) は既にあります。別の場所を指定してください", en: "\(path) is already there; name another place")
        case .failed(let path, let detail):
            LocalizedText(ja: "\(path)：\(detail)", en: "\(path): \(detail)")
        }
    }

    /// The same in as few words as can be: the file without its folder, details cut short.
    public var brief: DeskError {
        func name(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
        func short(_ detail: String) -> String { detail.count > 32 ? detail.prefix(31) + "…" : detail }
        return switch self {
        case .missing(let path): .missing(path: name(path))
        case .foreign(let path): .foreign(path: name(path))
        case .newer(let path, let found, let known): .newer(path: name(path), found: found, known: known)
        case .corrupt(let path, let detail): .corrupt(path: name(path), detail: short(detail))
        case .replaced(let path): .replaced(path: name(path))
        case .gone(let path): .gone(path: name(path))
        case .unreadableLog(let path): .unreadableLog(path: name(path))
        case .outdated(let path): .outdated(path: name(path))
        case .busy(let path): .busy(path: name(path))
        case .pinned(let path, let isErased): .pinned(path: name(path), isErased: isErased)
        case .readOnly(let path): .readOnly(path: name(path))
        case .full(let path): .full(path: name(path))
        case .networkFileSystem(let path): .networkFileSystem(path: name(path))
        case .exists(let path): .exists(path: name(path))
        case .failed(let path, let detail): .failed(path: name(path), detail: short(detail))
        case .consultationLimit, .stale, .undoRefused, .erased, .invalid, .notFound: self
        }
    }

    private static func entered(_ referrer: LocalizedText, by person: String) -> String {
        "the \(referrer.en) entered" + (person.isEmpty ? "" : " by \(person)") + " since"
    }

    private static func changed(_ record: LocalizedText?, by person: String) -> String {
        guard !person.isEmpty else { return "\(record?.en ?? "it") was changed" }
        return "\(person) changed \(record?.en ?? "it")"
    }
}
