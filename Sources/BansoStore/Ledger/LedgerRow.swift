import BansoDomain
import GRDB

/// A contribution as it is stored, but for its subject.
struct LedgerRow: Hashable {
    var activity: String
    var indicator: String
    var source: String
    var date: String
    var prefecture: Int?
    var reason: String?

    static let select = "SELECT activity, indicator, source, date, prefecture, reason FROM contribution"

    init(_ contribution: Contribution) {
        activity = contribution.activity.text
        indicator = contribution.indicator.text
        source = contribution.source.text
        date = contribution.date.iso
        prefecture = contribution.prefecture?.code
        if case .excluded(let why) = contribution.verdict { reason = why.rawValue }
    }

    var key: [DatabaseValue] { [activity.databaseValue, indicator.databaseValue, source.databaseValue] }
    var values: [DatabaseValue] { [date.databaseValue, prefecture.databaseValue, reason.databaseValue] }
}

extension LedgerRow: FetchableRecord {
    init(row: Row) {
        activity = row[0]
        indicator = row[1]
        source = row[2]
        date = row[3]
        prefecture = row[4]
        reason = row[5]
    }
}
