/// A person who runs the programmes at this desk.
public struct Coordinator: Hashable, Sendable {
    public var name: String
    public init(name: String) { self.name = name }
}

public typealias CoordinatorID = RecordID<Coordinator>
