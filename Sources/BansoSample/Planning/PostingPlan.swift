import BansoDomain

/// The postings of one activity over the year, and how many apply to each.
struct PostingPlan {
    let activity: ActivityID
    let kind: EmploymentKind
    /// In the whole year of the demonstration.
    let count: Int
    let from: ProgrammeDays.Date
    let to: ProgrammeDays.Date
    let applicants: Int
    /// Of a hundred applications with documents.
    let offers: Int
    let titles: [String]

    static let all: [PostingPlan] = [
        PostingPlan(
            activity: "A1-3", kind: .sideJob, count: 64, from: .init(6, 2), to: .init(3, 13), applicants: 3, offers: 24,
            titles: ProgrammeTexts.sideJobs),
        PostingPlan(
            activity: "A1-4", kind: .regular, count: 28, from: .init(7, 7), to: .init(2, 20), applicants: 2, offers: 30,
            titles: ProgrammeTexts.regularJobs),
        PostingPlan(
            activity: "C3", kind: .regular, count: 14, from: .init(7, 14), to: .init(2, 20), applicants: 3, offers: 30,
            titles: ProgrammeTexts.foreignJobs),
        PostingPlan(
            activity: "D4-3", kind: .sideJob, count: 14, from: .init(8, 4), to: .init(3, 6), applicants: 2, offers: 30,
            titles: ProgrammeTexts.digitalJobs),
        PostingPlan(
            activity: "D4-1", kind: .sideJob, count: 8, from: .init(10, 6), to: .init(2, 13), applicants: 1, offers: 30,
            titles: ProgrammeTexts.digitalJobs),
    ]

    /// Now and then a company looks for somebody in a way that the activity is not for.
    func kind(at index: Int) -> EmploymentKind {
        guard index % 22 == 9 else { return kind }
        return kind == .sideJob ? .regular : .sideJob
    }

    func day(at index: Int, of count: Int, in days: ProgrammeDays) -> Day {
        days.spread(index, of: count, from: from, to: to)
    }
}
