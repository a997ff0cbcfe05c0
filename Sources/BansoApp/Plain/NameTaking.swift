import BansoDomain

/// A screen at which a name is an answer, and not the name of something to do.
protocol NameTaking: Spoken {
    mutating func take(_ name: String, from desk: any DeskReader, _ context: Context) throws -> [Effect]
}
