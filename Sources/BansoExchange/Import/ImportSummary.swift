import BansoDomain

/// What became of a file's rows. `read` is the sum of all the other counts.
public struct ImportSummary: Hashable, Sendable {
    /// How many rejected rows are kept to be listed; the rest are only counted.
    public static let listedRejects = 1000

    /// The encoding the file was read in; never `auto`.
    public var encoding: TextEncoding
    /// Rows of data: without headings and blank lines.
    public var read = 0
    public var created = 0
    public var updated = 0
    public var unchanged = 0
    /// Corporations that are closed or whose number was taken back.
    public var skippedClosed = 0
    /// Rows that tell an earlier state of a corporation.
    public var skippedHistory = 0
    public var rejected = 0
    /// Rows of which a person has to say whether they are the record of the same name or number.
    public var conflicts = 0
    /// What a person should know about the file's columns.
    public var notes: [LocalizedText] = []
    /// Rows that were not taken as they stand there.
    public var noted = 0
    /// The first of them.
    private var firstNoted: ImportedRow?
    /// The first `listedRejects` of rejected rows and conflicts, in the order of the file.
    public var rejects: [ImportReject] = []

    public init(encoding: TextEncoding) { self.encoding = encoding }

    /// One line with the counts; those that are 0 are left out, but for what was created.
    public var text: LocalizedText {
        let counts = [
            (updated, LocalizedText(ja: "更新", en: "updated")),
            (unchanged, LocalizedText(ja: "変更なし", en: "unchanged")),
            (skippedClosed, LocalizedText(ja: "閉鎖のため対象外", en: "closed, skipped")),
            (skippedHistory, LocalizedText(ja: "履歴のため対象外", en: "history, skipped")),
            (conflicts, LocalizedText(ja: "確認待ち", en: "held back to be decided")),
            (rejected, LocalizedText(ja: "取り込めない行", en: "rejected")),
        ].filter { $0.0 > 0 }
        return LocalizedText(
            ja: "読み込み\(read)行：新規\(created)" + counts.map { "、\($1.ja)\($0)" }.joined(),
            en: "\(read) rows read: \(created) new" + counts.map { ", \($0) \($1.en)" }.joined())
    }

    /// How many rows had an outcome.
    public func count(of outcome: ImportOutcome) -> Int {
        switch outcome {
        case .created: created
        case .updated: updated
        case .unchanged: unchanged
        case .conflict: conflicts
        case .rejected: rejected
        case .closed: skippedClosed
        case .history: skippedHistory
        }
    }

    /// Whether the file holds anything that could be taken or is there already.
    public var hasSoundRow: Bool { read > rejected }

    mutating func count(_ row: ImportedRow) {
        read += 1
        switch row.outcome {
        case .created: created += 1
        case .updated: updated += 1
        case .unchanged: unchanged += 1
        case .closed: skippedClosed += 1
        case .history: skippedHistory += 1
        case .conflict: conflicts += 1
        case .rejected: rejected += 1
        }
        if row.note != nil {
            noted += 1
            firstNoted = firstNoted ?? row
        }
        if let reject = row.reject, rejects.count < ImportSummary.listedRejects { rejects.append(reject) }
    }

    /// Says in the file's notes what was not taken as it stands there.
    mutating func tellOfNotes() {
        guard let row = firstNoted, let note = row.note else { return }
        let more = noted > 1 ? LocalizedText(ja: "（ほか\(noted - 1)行）", en: " (and \(noted - 1) more rows)") : nil
        notes.append(
            LocalizedText(
                ja: "\(row.line)行目 \(note.ja)\(more?.ja ?? "")", en: "line \(row.line): \(note.en)\(more?.en ?? "")"))
    }
}
