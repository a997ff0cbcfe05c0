import BansoDomain
import GRDB

/// A contribution as it is stored.
struct LedgerRow: Hashable {
    var subject: RecordKey
    var line: Int64
    var source: RecordKey
    var date: Day
    /// 0 where there is none.
    var prefecture: Int
    var reason: ExclusionReason?
    var until: Day?

    static let columns = "subject_kind, subject, line, source_kind, source, date, prefecture, reason, until"

    init(_ contribution: Contribution, line: Int64) {
        subject = contribution.subject
        self.line = line
        source = contribution.source
        date = contribution.date
        prefecture = contribution.prefecture?.code ?? 0
        switch contribution.verdict {
        case .counted: break
        case .excluded(let why): reason = why
        case .countedUntil(let end, let why): (reason, until) = (why, end)
        }
    }

    /// Nil where plain SQL wrote something that counting never does.
    init?(_ row: Row) {
        guard let subjectKind = RecordKind(rawValue: row[0]), let sourceKind = RecordKind(rawValue: row[3]),
            let date = Day(iso: row[5])
        else { return nil }
        subject = RecordKey(subjectKind, row[1])
        line = row[2]
        source = RecordKey(sourceKind, row[4])
        self.date = date
        prefecture = row[6]
        if let text: String = row[7] {
            guard let why = ExclusionReason(rawValue: text) else { return nil }
            reason = why
        }
        if let text: String = row[8] { until = Day(iso: text) }
    }

    var verdict: Contribution.Verdict {
        switch (reason, until) {
        case (nil, _): .counted
        case (let why?, nil): .excluded(why)
        case (let why?, let end?): .countedUntil(end, why)
        }
    }

    var key: [DatabaseValue] {
        [
            subject.kind.rawValue.databaseValue, subject.id.databaseValue, line.databaseValue,
            source.kind.rawValue.databaseValue, source.id.databaseValue,
        ]
    }

    var values: [DatabaseValue] {
        [
            date.iso.databaseValue, prefecture.databaseValue, reason?.rawValue.databaseValue ?? .null,
            until?.iso.databaseValue ?? .null,
        ]
    }
}
