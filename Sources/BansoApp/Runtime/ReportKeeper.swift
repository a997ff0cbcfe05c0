import BansoDomain

/// A report that is to be a file.
public struct ReportSheet: Hashable, Sendable {
    public var month: ReportedMonth
    public var language: Language

    public init(month: ReportedMonth, language: Language) {
        self.month = month
        self.language = language
    }
}

/// Where the desk writes reports to.
public protocol ReportKeeper: AnyObject {
    /// - Returns: the file's path.
    func write(_ sheet: ReportSheet) throws(KeepingError) -> String
}
