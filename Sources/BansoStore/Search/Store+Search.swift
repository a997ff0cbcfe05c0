import BansoDomain
import GRDB

extension Store {
    public func search(_ query: SearchQuery) throws -> [SearchHit] {
        try read { try Search($0, memory).hits(query) }
    }
}
