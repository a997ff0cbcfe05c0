import BansoDomain
import BansoStore
import Foundation
import Testing

struct ConcurrentBookersTests {
    /// What one thread met.
    final class Outcome: @unchecked Sendable {
        var booked = 0
        var refused = 0
        var others: [String] = []
    }

    @Test("Given eight bookers at once on ten companies, then none has more than three, and nobody is turned away busy")
    func eightBookers() throws {
        let desk = try TestDesk()
        let companies = try (1...10).map { try desk.company("企業\($0)") }
        let path = desk.path
        let outcomes = (0..<8).map { _ in Outcome() }
        DispatchQueue.concurrentPerform(iterations: 8) { thread in
            let outcome = outcomes[thread]
            do {
                let store = try TestDesk.open(path)
                for round in 0..<20 {
                    let company = companies[(round + thread) % 10]
                    do {
                        _ = try store.book(
                            TestDesk.consultation(company), nextAction: nil, by: Actor("人\(thread)"))
                        outcome.booked += 1
                    } catch DeskError.consultationLimit {
                        outcome.refused += 1
                    }
                }
            } catch {
                outcome.others.append("\(error)")
            }
        }
        #expect(outcomes.flatMap(\.others) == [])
        #expect(outcomes.map(\.booked).reduce(0, +) == 30)
        #expect(outcomes.map(\.refused).reduce(0, +) == 130)
        for company in companies { #expect(try desk.store.file(of: company)?.consultations.count == 3) }
        #expect(try desk.store.check().isSound)
    }
}
