import BansoDomain
import Testing

@Suite struct OrdinalTests {
    @Test func oneToTheLimit() {
        #expect((-1...5).compactMap { Ordinal($0)?.value } == [1, 2, 3])
        #expect((0...6).compactMap { Ordinal($0, limit: 5)?.value } == [1, 2, 3, 4, 5])
        #expect(Ordinal(1, limit: 0) == nil)
        #expect(Ordinal(1)! < Ordinal(2)!)
    }
}
