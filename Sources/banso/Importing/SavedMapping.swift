import BansoDomain
import BansoExchange
import BansoStore

/// Mappings of headings that people gave names.
struct SavedMapping {
    var key: RecordKey
    var name: String
    /// As files of its kind are called.
    var kind: String
    var mapping: ColumnMapping

    private init(_ stored: StoredRecord) {
        key = stored.key
        name = stored.record["name"].text ?? ""
        kind = stored.record["kind"].text ?? ""
        mapping = ColumnMapping(text: stored.record["columns"].text ?? "")
    }

    /// All of them, or those of a kind of file.
    static func all(_ store: Store, of kind: FileKind?) throws -> [SavedMapping] {
        try store.all(.importMapping).map(SavedMapping.init).filter { kind == nil || $0.kind == kind?.rawValue }
    }

    static func named(_ name: String, of kind: FileKind, _ store: Store) throws -> SavedMapping? {
        let wanted = Folding.stored(name)
        return try all(store, of: kind).first { $0.name == wanted }
    }

    /// What is kept under a name.
    static func record(_ name: String, of kind: FileKind, _ mapping: ColumnMapping) -> Record {
        Record(
            .importMapping,
            ["name": .text(Folding.stored(name)), "kind": .text(kind.rawValue), "columns": .text(mapping.text)])
    }
}
