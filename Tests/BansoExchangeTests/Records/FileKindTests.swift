import BansoDomain
import Testing

@testable import BansoExchange

@Suite struct FileKindTests {
    @Test func kindsHaveTheirWords() {
        #expect(FileKind.allCases.count == 28)
        #expect(Set(FileKind.allCases.map(\.recordKind)).count == 27)
        #expect(FileKind.companies.label == LocalizedText(ja: "企業", en: "companies"))
        #expect(FileKind.institutions.label.ja == "経営支援機関")
        #expect(
            FileKind(named: "person") == .talent && FileKind(named: "process_consultation") == .processConsultations)
        for kind in FileKind.allCases {
            #expect(kind.headings.first == LocalizedText(ja: "番号", en: "id"))
        }
    }

    @Test(arguments: FileKind.allCases) func noHeadingMeansTwoColumns(_ kind: FileKind) {
        let names = kind.readColumns.flatMap { Set($0.names) }
        let twice = Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys
        #expect(twice.isEmpty, "\(twice)")
    }
}
