import BansoDomain
import BansoStore
import Foundation
import Testing

extension Store {
    /// Begins to keep the keys of search in memory, searches, and waits until they are read.
    func waitForSearchKeys() throws {
        keepSearchKeys()
        _ = try search(SearchQuery("", limit: 1))
        let limit = ContinuousClock.now + .seconds(20)
        while !hasSearchKeys {
            try #require(ContinuousClock.now < limit, "the keys were never read")
            Thread.sleep(forTimeInterval: 0.005)
        }
    }
}
