import BansoCatalogue
import BansoDomain
import BansoStore
import Foundation

/// A database with the R7 call's catalogue, in a folder of its own, which goes away with the value.
final class OracleDesk {
    let store: Store
    private let folder: String

    init(_ text: String = CatalogueFile.embedded) throws {
        folder = NSTemporaryDirectory() + "banso-oracle-" + UUID().uuidString
        let catalogue = try CatalogueFile.parse(text, file: CatalogueFile.embeddedName)
        store = try Store.create(at: folder + "/banso.db", catalogueText: text, catalogue: catalogue)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// The call with another satisfaction scale from a day on: only the top grade is content.
    static func strictScale(from day: String) -> String {
        let scale = """
            [[definition]]
            id = "satisfaction-scale"
            version = 2
            since = \(day)
            label = { ja = "満足度の尺度", en = "Satisfaction scale" }
            value = "最上位のみ"
            sets = { content_from = 5 }


            """
        let next = "[[definition]]\nid = \"offer-rate-denominator\""
        return CatalogueFile.embedded.replacingOccurrences(of: next, with: scale + next)
    }
}

extension DeskReader {
    /// Every record, page by page.
    func everything() throws -> [RecordKey: StoredRecord] {
        var all: [RecordKey: StoredRecord] = [:]
        for kind in RecordKind.allCases {
            var last: Int64 = 0
            while true {
                let page = try records(kind, after: last, limit: 200)
                for record in page { all[record.key] = record }
                guard let end = page.last else { break }
                last = end.key.id
            }
        }
        return all
    }

    /// Every row behind an indicator, page by page.
    func rows(of indicator: IndicatorID, asOf day: Day) throws -> [ExplainedContribution] {
        var all: [ExplainedContribution] = []
        while true {
            let page = try contributions(
                ContributionQuery(indicator: indicator, asOf: day, after: all.last?.place, limit: 200))
            all += page
            if page.count < 200 { return all }
        }
    }
}

/// SplitMix64: the same seed gives the same history on every machine.
struct OracleRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x2545_F491_4F6C_DD1D }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

    mutating func one<Element>(of elements: [Element]) -> Element { elements.randomElement(using: &self)! }

    mutating func one<Element>(weighted elements: KeyValuePairs<Element, Int>) -> Element {
        var left = Int.random(in: 0..<elements.reduce(0) { $0 + $1.value }, using: &self)
        for (element, weight) in elements {
            if left < weight { return element }
            left -= weight
        }
        preconditionFailure("weights")
    }
}
