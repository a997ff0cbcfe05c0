import BansoDomain
import Testing

@Suite struct WordingTests {
    @Test func everyLabelIsThereInBothLanguages() {
        let labels =
            Pace.Status.allCases.map(\.label) + ExclusionReason.allCases.map(\.text)
            + ChangeAction.allCases.map(\.label)
            + Weekday.allCases.map(\.label) + Consultation.Mode.allCases.map(\.label)
            + Organisation.Kind.allCases.map(\.label) + PipelineEntry.Side.allCases.map(\.label)
            + (1...47).flatMap { [Prefecture(code: $0)!.name, Prefecture(code: $0)!.shortName] }
        for label in labels {
            #expect(!label.ja.isEmpty && !label.en.isEmpty)
            #expect(label.ja != label.en)
            #expect(label.en.utf8.allSatisfy { $0 < 0x80 })
            #expect(label(.ja) == label.ja && label(.en) == label.en)
        }
        #expect(Set(ChangeAction.allCases.map(\.label.ja)).count == ChangeAction.allCases.count)
        #expect(Set(Pace.Status.allCases.map(\.label.ja)).count == Pace.Status.allCases.count)
    }

    @Test func aLanguageChoosesItsWording() {
        #expect(Language.ja("あ", "a") == "あ")
        #expect(Language.en("あ", "a") == "a")
    }

    private static let path = "/data/banso.db"
    private static let what = LocalizedText(ja: "対象", en: "record")
    private static let errors: [(DeskError, where: String, todo: String, isAboutDatabase: Bool)] = [
        (.consultationLimit(company: "山田", limit: 3), "山田", "follow up", false),
        (.stale(what: what), "record", "look", false),
        (.undoRefused(action: .book, name: "山田", by: "森"), "山田", "森", false),
        (.invalid(field: LocalizedText(ja: "欄", en: "field"), reason: what), "field", "record", false),
        (.notFound(what: what), "record", "found", false), (.missing(path: path), path, "banso init", true),
        (.foreign(path: path), path, "--db", true), (.newer(path: path, found: 9, known: 1), path, "update", true),
        (.corrupt(path: path, detail: "page 3"), path, "backup", true),
        (.replaced(path: path), path, "start banso", true), (.gone(path: path), path, "start banso", true),
        (.unreadableLog(path: path), path, "copy both elsewhere", true),
        (.busy(path: path), path, "try again", true), (.readOnly(path: path), path, "permissions", true),
        (.full(path: path), path, "make room", true), (.networkFileSystem(path: path), path, "local disk", true),
        (.exists(path: path), path, "another", false), (.failed(path: path, detail: "I/O"), path, "I/O", true),
    ]

    @Test(arguments: errors.indices) func errorsSayWhatWhereAndWhatToDo(_ index: Int) {
        let (error, place, todo, isAboutDatabase) = WordingTests.errors[index]
        let text = error.text
        #expect(text.en.contains(place) && text.en.contains(todo))
        #expect(!text.ja.isEmpty && text.ja != text.en)
        #expect(!text.ja.contains("\n") && !text.en.contains("\n"))
        #expect(error.isAboutDatabase == isAboutDatabase)
    }

    @Test func inBriefAFileHasNoFolderAndTheRemedyStays() {
        for (error, _, todo, isAboutDatabase) in WordingTests.errors {
            let brief = error.brief.text.en
            #expect(!brief.contains("/data/") && brief.count <= error.text.en.count)
            #expect(!isAboutDatabase || brief.contains(todo), "\(brief)")
        }
        let long = DeskError.corrupt(path: WordingTests.path, detail: String(repeating: "page 3 ", count: 20)).brief
        #expect(long.text.en.count < 120 && long.text.en.hasSuffix("go back to a backup"))
    }

    @Test func anUndoOfManyHasNoEmptyBrackets() {
        let text = DeskError.undoRefused(action: .importCompanies, name: "").text
        #expect(!text.en.contains("()") && !text.ja.contains("（）"))
    }
}
