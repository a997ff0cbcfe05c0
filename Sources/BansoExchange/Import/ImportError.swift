import BansoDomain

/// Why a file could not be imported at all. The caller takes its transaction back: nothing of the file stays.
public struct ImportError: Error, Hashable, Sendable {
    /// The file as it was named.
    public var path: String
    public var problem: ImportProblem

    public init(path: String, problem: ImportProblem) {
        self.path = path
        self.problem = problem
    }

    /// One line: the file, what is wrong and what to do.
    public var text: LocalizedText {
        let problem = problem.text
        return LocalizedText(ja: "\(path)：\(problem.ja)", en: "\(path): \(problem.en)")
    }
}
