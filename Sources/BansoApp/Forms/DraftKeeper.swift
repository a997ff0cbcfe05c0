import BansoDomain

/// Where the text of forms waits that were not saved: on disk, so that it outlives a dropped line and a crash.
public protocol DraftKeeper: AnyObject {
    /// The fields' texts by company.
    func load() -> [OrganisationID: [String]]
    func save(_ drafts: [OrganisationID: [String]])
}
