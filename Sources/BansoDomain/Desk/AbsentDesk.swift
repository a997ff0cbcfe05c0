/// One of several databases that can't be read.
public struct AbsentDesk: Hashable, Sendable {
    /// As its file is called.
    public var name: String
    public var error: DeskError

    public init(name: String, error: DeskError) {
        self.name = name
        self.error = error
    }
}
