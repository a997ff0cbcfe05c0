import BansoDomain

/// How pages speak of monthly reports and the day they are due: the 10th, or in the period's last month its end.
enum ReportWords {
    /// On which working day it has to be sent where the day it is due is none; empty where it is one.
    static func sendBy(_ deadline: ReportDeadline, _ language: Language) -> String {
        guard deadline.lastWorkingDay != deadline.day else { return "" }
        let last = deadline.lastWorkingDay.shortWithWeekday(language)
        return language("最終営業日 \(last)", "send by \(last)")
    }

    /// 4～6月・8月分の月次報告.
    static func title(of months: [FiscalMonth], _ language: Language) -> String {
        var runs: [(first: FiscalMonth, last: FiscalMonth)] = []
        for month in months {
            if let last = runs.last, last.last.next == month {
                runs[runs.count - 1].last = month
            } else {
                runs.append((month, month))
            }
        }
        let words = runs.map { run in
            run.first == run.last
                ? run.first.short(language)
                : language("\(run.first.month)～\(run.last.month)月", "\(run.first.short(.en)) to \(run.last.short(.en))")
        }
        return language(
            "\(words.joined(separator: "・"))分の月次報告",
            "\(months.count == 1 ? "report" : "reports") for \(words.joined(separator: ", "))")
    }
}
