import BansoDomain
import Testing

@Suite struct TargetTests {
    @Test(arguments: [
        (Target(atLeast: 60), 60, "60", "60"), (Target(about: 8, near: 7...9), 7, "約8", "~8"),
        (Target(about: 3, near: 2...3), 2, "2～3", "2–3"), (Target(about: 1, near: 1...1), 1, "約1", "~1"),
    ])
    func floorAndSpelling(_ target: Target, _ floor: Int, _ ja: String, _ en: String) {
        #expect(target.floor == floor)
        #expect(target.spelled(.ja) == ja)
        #expect(target.spelled(.en) == en)
    }
}
