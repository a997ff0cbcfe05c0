import BansoDomain
import BansoStore
import Testing

struct BulkTests {
    struct Stop: Error {}

    @Test("Given a dry run, then everything is done and nothing is left")
    func dryRun() throws {
        let desk = try TestDesk()
        try desk.store.bulk(.importCompanies, by: desk.aoki, isDryRun: true) { bulk in
            let company = try bulk.add(Organisation(name: "仮"))
            let receipt = try bulk.book(TestDesk.consultation(company), nextAction: nil)
            #expect(receipt.ordinal == Ordinal(1))
        }
        #expect(try desk.store.lastWrite() == nil)
        #expect(try desk.store.search("仮", limit: 1).isEmpty)
    }

    @Test("Given an import that fails half way, then nothing of it is left")
    func failure() throws {
        let desk = try TestDesk()
        #expect(throws: Stop.self) {
            try desk.store.bulk(.importCompanies, by: desk.aoki, isDryRun: false) { bulk in
                _ = try bulk.add(Organisation(name: "半"))
                throw Stop()
            }
        }
        #expect(try desk.store.search("半", limit: 1).isEmpty)
    }

    @Test("Given a record that is refused within an import, then the import can report it and go on")
    func goesOn() throws {
        let desk = try TestDesk()
        let number = try CorporateNumber("7000012050002")
        try desk.store.bulk(.importCompanies, by: desk.aoki, isDryRun: false) { bulk in
            let first = try bulk.add(Organisation(name: "甲", corporateNumber: number))
            #expect(throws: DeskError.self) { try bulk.add(Organisation(name: "乙", corporateNumber: number)) }
            let found = try (
                bulk.organisation(numbered: number), bulk.organisations(matching: "㈱甲", isUnnumbered: false)
            )
            #expect(found == (first, [first]))
            let coordinators = try ["森", " 森 "].map { try bulk.coordinator(named: $0) }
            #expect(coordinators[0] == coordinators[1])
        }
        #expect(try desk.store.search("甲", limit: 2).count == 1)
        #expect(try desk.store.check().isSound)
    }

    @Test("Given a kept value that a file lacks, when merged, then it is not blanked")
    func mergeKeeps() throws {
        let desk = try TestDesk()
        let number = try CorporateNumber("7000012050002")
        let full = Organisation(
            kind: .institution, name: "商工会", kana: "ショウコウカイ", corporateNumber: number, employees: 5)
        let id = try desk.store.add(full, by: desk.aoki)
        try desk.store.bulk(.importCompanies, by: desk.aoki, isDryRun: false) { bulk in
            let outcome = try bulk.merge(Organisation(name: "商工会", corporateNumber: number, municipality: "福岡市"))
            #expect(outcome == .updated)
        }
        var expected = full
        expected.municipality = "福岡市"
        #expect(try desk.store.file(of: id)?.organisation.record == expected)
    }
}
