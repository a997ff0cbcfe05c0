import Testing

@testable import BansoApp

@Suite struct RereadingTests {
    @Test(arguments: [
        (took: 2, busy: 2, rest: 50), (20, 20, 100), (200, 200, 100),
        // It waited for others.
        (4, 2, 100), (10, 2, 250), (200, 10, 500),
        // Two clocks may differ a little.
        (1, 2, 50),
    ])
    func itIsRestedLongerWhereTheMachineIsBusy(_ example: (took: Int, busy: Int, rest: Int)) {
        let rest = Rereading.rest(after: .milliseconds(example.took), busy: .milliseconds(example.busy))
        #expect(rest == .milliseconds(example.rest))
    }
}
