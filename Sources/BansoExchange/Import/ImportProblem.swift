import BansoDomain

/// What is wrong with a file as a whole.
public enum ImportProblem: Error, Hashable, Sendable {
    case missing
    case directory
    /// A pipe, a device or a socket: its size is unknown and it can't be read twice.
    case notRegular
    case empty
    case denied
    /// What the system said.
    case unreadable(String)
    /// The file is UTF-16, by its byte order mark or its NULs.
    case utf16
    /// The file is in an encoding that is not read here.
    case otherEncoding(String)
    /// The file is in no encoding that is known here: no text, perhaps.
    case unknownEncoding
    /// The file is in an encoding, but for this byte of this line and too many others.
    case undecodable(line: Int, Undecodable)
    /// A NUL byte: a binary or UTF-16 file.
    case nul(line: Int)
    /// A quote opened on this line is never closed; everything after it would be swallowed.
    case unclosedQuote(line: Int)
    case fieldTooLong(line: Int, column: Int, limit: Int)
    case recordTooLong(line: Int, limit: Int)
    case tooManyColumns(line: Int, limit: Int)
    /// The system has no converter for this encoding.
    case encodingUnavailable(String)
    /// CP932 was asked for, and the file is UTF-8, by its byte order mark or all its bytes.
    case notCP932
    /// There is a heading at most, and no row.
    case noRows
    /// Cells are separated by tabs or semicolons.
    case otherSeparator
    /// Lines end in CR alone, as on old Macs.
    case loneReturns
    /// Headings that mean nothing here, all of them.
    case unknownHeaders([ImportColumn], known: [LocalizedText])
    /// It means the same as that of column `first`.
    case duplicateHeader(column: Int, name: String, first: Int)
    /// None of these headings is there.
    case missingHeader([String])
    /// No column says which event, and nobody did.
    case missingEvent([String])
    /// What was said about the event names none.
    case noEvent(LocalizedText)
    /// A heading that was said to be something is not in the file.
    case absentHeading(String, there: [String])
    /// A heading was said to be something that records of this kind don't have.
    case unknownColumn(String, heading: String, known: [String])
    /// The file was changed while it was read.
    case changed
    /// The person stopped the import.
    case cancelled
    /// The file of the rows that were not taken can't be written.
    case rejects(LocalizedText)
    /// The heading can't be read.
    case badHeader(ImportReject)
    /// The first bad row of a strict import.
    case badRow(ImportReject)
    /// The first row that isn't what the rest of the file is.
    case brokenRow(ImportReject)
    /// The database can't be used.
    case desk(DeskError)
    case failed(String)

    public var text: LocalizedText {
        switch self {
        case .missing: LocalizedText(ja: "ファイルがありません", en: "no such file; check the name")
        case .directory: LocalizedText(ja: "フォルダーです。中のファイルを指定してください", en: "is a folder; name a file in it")
        case .notRegular:
            LocalizedText(
                ja: "通常のファイルではありません。いったんファイルに保存してから指定してください",
                en: "is not a regular file; save it to a file first")
        case .empty: LocalizedText(ja: "空のファイルです", en: "the file is empty")
        case .denied: LocalizedText(ja: "読み取る権限がありません", en: "no permission to read it")
        case .unreadable(let detail): LocalizedText(ja: "読み取れません（\(detail)）", en: "can't be read (\(detail))")
        case .utf16:
            LocalizedText(
                ja: "UTF-16 のファイルです。UTF-8 か Shift_JIS で保存し直してください",
                en: "is UTF-16; save it as UTF-8 or Shift_JIS")
        case .otherEncoding(let name):
            LocalizedText(
                ja: "\(name) のファイルのようです。UTF-8 か Shift_JIS で保存し直してください（違うときは --encoding で指定）",
                en: "looks like \(name); save it as UTF-8 or Shift_JIS (if it is not, say what it is with --encoding)")
        case .unknownEncoding:
            LocalizedText(
                ja: "文字コードを読み取れません（UTF-8 でも Shift_JIS でもありません）。CSV（UTF-8 か Shift_JIS）で保存し直してください",
                en: "its encoding can't be read: neither UTF-8 nor Shift_JIS; save it as CSV in one of them")
        case .undecodable(let line, let byte):
            LocalizedText(
                ja: "\(line)行目の\(byte.text.ja)。直すか保存し直してください（そのような行だけを除くには "
                    + "--encoding \(byte.encoding.rawValue) --rejects ファイル）",
                en: "line \(line), \(byte.text.en); mend it or save the file again "
                    + "(--encoding \(byte.encoding.rawValue) --rejects FILE leaves out only such rows)")
        case .nul(let line):
            LocalizedText(
                ja: "\(line)行目に NUL があります。CSV（UTF-8 か Shift_JIS）で保存し直してください",
                en: "line \(line) holds a NUL byte; save it as CSV in UTF-8 or Shift_JIS")
        case .unclosedQuote(let line):
            LocalizedText(
                ja: "\(line)行目で始まる引用符が閉じていません。その行を直すか、ファイルを取得し直してください",
                en: "the quote opened on line \(line) is never closed; mend that line or get the file again")
        case .fieldTooLong(let line, let column, let limit):
            LocalizedText(
                ja: "\(line)行目\(column)列目が長すぎます（上限\(limit)バイト）。引用符の閉じ忘れがないか確かめてください",
                en: "line \(line), column \(column) is over \(limit) bytes; look for a quote that is not closed")
        case .recordTooLong(let line, let limit):
            LocalizedText(
                ja: "\(line)行目が長すぎます（上限\(limit)バイト）", en: "the row on line \(line) is over \(limit) bytes")
        case .tooManyColumns(let line, let limit):
            LocalizedText(
                ja: "\(line)行目の列が多すぎます（上限\(limit)列）。改行が LF か CRLF か確かめてください",
                en: "line \(line) has over \(limit) columns; lines must end in LF or CRLF")
        case .encodingUnavailable(let name):
            LocalizedText(
                ja: "このシステムは \(name) を変換できません。UTF-8 で保存し直すか、glibc の gconv を入れてください",
                en: "this system can't convert \(name); save the file as UTF-8 or install glibc's gconv modules")
        case .notCP932:
            LocalizedText(
                ja: "UTF-8 のファイルです。文字コード（--encoding）を自動か UTF-8 にしてください",
                en: "is UTF-8; use --encoding auto or utf-8")
        case .noRows: LocalizedText(ja: "データの行がありません", en: "there are no rows")
        case .otherSeparator:
            LocalizedText(
                ja: "区切りがカンマではないようです。「CSV（コンマ区切り）」か「CSV UTF-8」で保存し直してください",
                en: "its cells seem to be separated by something else than commas; save it as CSV (comma delimited)")
        case .loneReturns:
            LocalizedText(
                ja: "改行が CR だけのようです。「CSV UTF-8」で保存し直してください（改行は LF か CRLF）",
                en: "its lines seem to end in CR alone; save it as CSV UTF-8 (lines must end in LF or CRLF)")
        case .unknownHeaders(let columns, let known):
            LocalizedText(
                ja: "使えない見出し：\(ImportProblem.list(columns, .ja))。--map か「列の対応」で 見出し=列（使わない列は 見出し=-）と"
                    + "指定してください。使える見出し：\(known.map(\.ja).joined(separator: "、"))",
                en: "unknown headings: \(ImportProblem.list(columns, .en)); say what each is with --map or in "
                    + "'columns': heading=column (heading=- leaves it out); known: "
                    + known.map(\.en).joined(separator: ", "))
        case .duplicateHeader(let column, let name, let first):
            LocalizedText(
                ja: "見出し\(Quoted.text(name).ja)（\(column)列目）は\(first)列目と重複しています。"
                    + "どちらかを --map 見出し=- で除いてください（同じ語ならファイルで直します）",
                en: "the heading \(Quoted.text(name).en) in column \(column) means the same as that of column \(first);"
                    + " leave one of them out with --map heading=- (where both are one word, rename one in the file)")
        case .missingHeader(let names):
            LocalizedText(
                ja: "見出し\(names.joined(separator: "・"))がありません。--template で見本を出せます（--map で別の見出しを対応させられます）",
                en: "the heading \(names.joined(separator: " or ")) is missing; --template shows an example, and --map "
                    + "says which column it is")
        case .missingEvent(let names):
            LocalizedText(
                ja: "見出し\(names.joined(separator: "・"))がありません。--event でイベント（番号かテーマ）を指定してください",
                en: "the heading \(names.joined(separator: " or ")) is missing; name the event with --event")
        case .noEvent(let reason): LocalizedText(ja: "--event：\(reason.ja)", en: "--event: \(reason.en)")
        case .absentHeading(let heading, let there):
            LocalizedText(
                ja: "--map の見出し\(Quoted.text(heading).ja)はファイルにありません。ある見出し：\(ImportProblem.list(there, "、"))",
                en: "no heading \(Quoted.text(heading).en) for --map; there are: \(ImportProblem.list(there, ", "))")
        case .unknownColumn(let column, let heading, let known):
            LocalizedText(
                ja:
                    "--map \(heading)=\(column)：\(Quoted.text(column).ja)という列はありません。使える列：\(known.joined(separator: "、"))",
                en:
                    "--map \(heading)=\(column): no column \(Quoted.text(column).en); known: \(known.joined(separator: ", "))"
            )
        case .changed:
            LocalizedText(
                ja: "読んでいる間にファイルが変更されました。保存が終わってから取り込み直してください（何も書き込んでいません）",
                en: "the file changed while it was read; import it again when it is saved (nothing was written)")
        case .cancelled:
            LocalizedText(ja: "中断しました。何も書き込んでいません", en: "stopped; nothing was written")
        case .rejects(let reason): reason
        case .badHeader(let reject), .badRow(let reject): reject.text
        case .brokenRow(let reject):
            LocalizedText(
                ja: "\(reject.text.ja)。崩れた行の前後も正しいとは限らないため、何も取り込んでいません。直して取り込み直すか、"
                    + "--rejects ファイル でそのような行を除いてください",
                en:
                    "\(reject.text.en); what is around such a row may be wrong too: nothing was written; mend it, or set "
                    + "such rows aside with --rejects FILE")
        case .desk(let error): error.text
        case .failed(let detail): LocalizedText(ja: detail, en: detail)
        }
    }

    private static func list(_ columns: [ImportColumn], _ language: Language) -> String {
        let shown = columns.prefix(most).map { column in
            Quoted.text(column.name(language))(language)
                + language("（\(column.number)列目）", " (column \(column.number))")
        }
        let rest = columns.count - shown.count
        let more = rest > 0 ? [language("ほか\(rest)列", "\(rest) more")] : []
        return (shown + more).joined(separator: language("、", ", "))
    }

    /// How many headings a message names: it is one line.
    private static let most = 12

    /// Of many headings the first.
    private static func list(_ names: [String], _ separator: String) -> String {
        let shown = names.prefix(most).map { $0.count > Quoted.limit ? $0.prefix(Quoted.limit) + "…" : $0 }
        return shown.joined(separator: separator) + (names.count > shown.count ? "…" : "")
    }
}
