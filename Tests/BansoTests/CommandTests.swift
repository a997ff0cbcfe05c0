import Foundation
import Testing

/// The scripts' side.
@Suite struct CommandTests {
    @Test func demoOnceIsTheFirstFrameAsText() throws {
        let outcome = try Program.run(["demo", "--once", "--size", "120x40", "--lang", "ja"])
        #expect(outcome.code == 0)
        let lines = outcome.out.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        #expect(lines.count == 40)
        #expect(lines.first?.contains("令和7年11月20日(木)") == true)
        #expect(try Program.run(["demo", "--once", "--size", "120x40", "--lang", "ja"]).out == outcome.out)
    }

    @Test func kpiOfANewDatabaseListsTheFortyEight() throws {
        let folder = try TestFolder()
        let database = folder.path + "/banso.db"
        _ = try Program.run(["init", "--db", database])
        let outcome = try Program.run(["kpi", "--format", "json", "--as-of", "2025-11-20", "--db", database])
        let document = try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.out.utf8)) as? [String: Any])
        #expect(document["catalogue"] as? String == "r7-kyushu")
        #expect(document["as_of"] as? String == "2025-11-20")
        let indicators = try #require(document["indicators"] as? [[String: Any]])
        #expect(indicators.count == 48)
        #expect(indicators.first?["id"] as? String == "A1.seminars")
        #expect(indicators.last?["id"] as? String == "KPI.offer-rate")
        #expect(indicators.last?["actual"] is NSNull)
        let companies = try #require(indicators.first { $0["id"] as? String == "A2.companies" })
        #expect(companies["target"] as? Int == 60)
        #expect(companies["unit"] as? String == "社")
        #expect((companies["pace"] as? [String: Any])?["expected"] as? Double == 38.4)
    }

    @Test func asOfGivesWhatWasTrueThenAndTwoRunsAreTheSame() throws {
        let folder = try TestFolder()
        let database = try DeskTests.sample(in: folder)
        let summer = ["kpi", "--as-of", "2025-08-31", "--format", "json", "--db", database]
        let first = try Program.run(summer)
        #expect(first.out == (try Program.run(summer).out))
        let later = try Program.run(["kpi", "--as-of", "2025-11-20", "--format", "json", "--db", database])
        #expect(first.out != later.out)
    }

    @Test func sampleIsTheSameForTheSameSeed() throws {
        let folder = try TestFolder()
        var frames: [String] = []
        for name in ["a", "b"] {
            let database = folder.path + "/\(name).db"
            _ = try Program.run(["sample", "--companies", "120", "--seed", "7", "--db", database])
            frames.append(try Program.run(["kpi", "--as-of", "2025-11-20", "--format", "csv", "--db", database]).out)
        }
        #expect(frames[0] == frames[1])
    }

    @Test func checkAndBackupAgree() throws {
        let folder = try TestFolder()
        let database = try DeskTests.sample(in: folder, companies: 60)
        #expect(try Program.run(["check", "--db", database]).code == 0)
        let copy = folder.path + "/copy.db"
        #expect(try Program.run(["backup", copy, "--db", database]).code == 0)
        #expect(try Program.run(["check", "--db", copy]).code == 0)
        let day = ["kpi", "--as-of", "2025-11-20", "--db"]
        #expect(try Program.run(day + [copy]).out == (try Program.run(day + [database]).out))
    }

    @Test func theFileAloneHasEverythingOnceACommandHasEnded() throws {
        let folder = try TestFolder()
        let database = folder.path + "/banso.db"
        func copied() throws -> String {
            let copy = folder.path + "/\(UUID().uuidString).db"
            try FileManager.default.copyItem(atPath: database, toPath: copy)
            return try Program.run(["export", "companies", "--purpose", "test", "--db", copy]).out
        }
        #expect(try Program.run(["init", "--db", database]).code == 0)
        #expect(try copied().split(separator: "\n").count == 1)
        #expect(try Program.run(["add", "company", "name=甲社", "--db", database]).code == 0)
        #expect(try copied().contains("甲社"))
        #expect(try Program.run(["sample", "--companies", "5", "--db", database]).code == 0)
        #expect(try copied().split(whereSeparator: \.isNewline).count == 7)
    }

    @Test func todayIsTheDayInJapanWhereverTheMachineStands() throws {
        let folder = try TestFolder()
        let database = folder.path + "/banso.db"
        _ = try Program.run(["init", "--db", database])
        // These two zones are never on one day.
        let days = try ["Etc/GMT+12", "Etc/GMT-14"].map { zone in
            try Program.run(["kpi", "--format", "json", "--db", database], environment: ["TZ": zone]).out.prefix(60)
        }
        #expect(days[0].contains("as_of") && days[0] == days[1])
    }

    /// What a form refuses a script can't enter either, and what it understands a script can write.
    @Test func addAndEditReadLikeTheForms() throws {
        let folder = try TestFolder()
        let database = folder.path + "/banso.db"
        _ = try Program.run(["init", "--db", database])
        func run(_ words: [String]) throws -> Program.Outcome {
            try Program.run(words + ["--db", database, "--today", "2025-11-20", "--lang", "en"])
        }
        func exported(_ kind: String) throws -> String {
            try Program.run(["export", kind, "--purpose", "test", "--db", database, "--lang", "en"]).out
        }
        func refused(_ words: [String]) throws -> String {
            let outcome = try run(words)
            #expect(outcome.code == 2 && outcome.err.split(separator: "\n").count == 1, "\(words): \(outcome.out)")
            return outcome.err
        }
        #expect(try run(["add", "company", "name=株式会社はじめ", "number=7000012050002", "kana=ﾊｼﾞﾒ"]).code == 0)
        let book = ["add", "consultation", "company=株式会社はじめ", "date=8/5"]
        for minutes in ["0", "481", "9時間", "x"] {
            #expect(try refused(book + ["minutes=" + minutes]).contains("minutes"))
        }
        #expect(try refused(book + ["minutes=60", "mode=phone"]).contains("mode"))
        #expect(try refused(book + ["minutes=60", "start=25:00"]).contains("start"))
        #expect(try refused(book + ["minutes=60", "due=+3d"]).contains("next_action"))
        #expect(try refused(book + ["minutes=60", "minutes=90"]).contains("twice"))
        #expect(try refused(book + ["minutes=60", "tool=teams"]).contains("tool"))
        for (date, reason) in [("2024-08-05", "outside the period"), ("+1d", "still to come"), ("", "is needed")] {
            let words = ["add", "consultation", "company=1", "minutes=60", "date=" + date]
            #expect(try refused(words).contains(reason))
        }
        #expect(try refused(["add", "consultation", "company=9", "date=8/5", "minutes=60"]).contains("company 9"))
        let unknown = try refused(book + ["minutes=60", "coordinator=田中"])
        #expect(unknown.contains("banso add coordinator name='田中'"), "\(unknown)")
        #expect(try !exported("coordinators").contains("田中"))
        #expect(try run(["add", "coordinator", "name=田中"]).code == 0)
        for (company, minutes) in [("1", "1.5h"), ("#1", "９０分"), ("7000012050002", "90")] {
            let booked = try run([
                "add", "consultation", "company=" + company, "date=R7.8.5", "minutes=" + minutes, "start=午後2時",
                "mode=オンライン", "coordinator=田中",
            ])
            #expect(booked.code == 0, "\(booked.err)")
            // Another one of the day is pointed out
            #expect(booked.err.contains("another one on that day") == (company != "1"))
        }
        let file = try exported("consultations")
        #expect(file.components(separatedBy: ",90,").count == 4 && file.contains("14:00"), "\(file)")
        // An edit takes what a form takes, and leaves the rest as it is
        let edit = ["edit", "consultation", "2"]
        #expect(try refused(edit + ["date=+3d"]).contains("still to come"))
        #expect(try refused(edit + ["organisation=2"]).contains("organisation"))
        #expect(try refused(edit + ["ordinal=3"]).contains("ordinal"))
        #expect(try refused(["edit", "company", "1", "kind=institution"]).contains("kind"))
        // Eligibility follows from a check and its evidence
        #expect(try refused(["edit", "company", "1", "eligibility=eligible"]).contains("follows from other records"))
        #expect(try run(["edit", "company", "1", "kind=company", "employees=４５"]).code == 0)
        #expect(try run(edit + ["minutes=2時間"]).code == 0)
        let companies = try exported("companies")
        #expect(companies.contains("株式会社はじめ") && companies.contains("ハジメ") && companies.contains(",45,"))
        #expect(try run(["add", "institution", "name=商工会議所"]).code == 0)
        #expect(try exported("institutions").contains("商工会議所"))
        // A name that two have names neither
        #expect(try run(["add", "company", "name=㈱はじめ"]).code == 0)
        let posting = ["add", "posting", "activity=A1-3", "kind=side-job", "title=経理", "date=今日"]
        #expect(try refused(posting + ["organisation=はじめ"]).contains("more than one"))
        #expect(try run(posting + ["organisation=#3"]).code == 0)
        #expect(try refused(posting + ["organisation=#4"]).contains("#4"))
        // As a file's column calls it
        #expect(try run(posting + ["organisation_number=3"]).code == 0)
        #expect(try refused(posting + ["organisation_number=4"]).contains("#4"))
        #expect(try run(["add", "event", "activity=a1-1", "theme=副業", "date=12/1"]).code == 0)
        #expect(try exported("events").contains("planned"), "it begins as in its form")
        #expect(try run(["add", "institution", "name=熊本商工会議所"]).code == 0)
        let institution = try refused(["add", "consultation", "company=熊本商工会議所", "date=8/5", "minutes=60"])
        #expect(institution.contains("熊本商工会議所 is no company; only a company can have a consultation"))
    }

    @Test func whatOtherRecordsSayAboutADayHoldsOnTheCommandLineToo() throws {
        let folder = try TestFolder()
        let database = folder.path + "/banso.db"
        _ = try Program.run(["init", "--db", database])
        func run(_ words: [String]) throws -> Program.Outcome {
            try Program.run(words + ["--db", database, "--today", "2025-11-20", "--lang", "en"])
        }
        #expect(try run(["add", "company", "name=株式会社はじめ"]).code == 0)
        #expect(try run(["add", "event", "activity=a1-1", "theme=副業", "date=12/1"]).code == 0)
        let coming = ["add", "attendance", "event=#1", "organisation=#1"]
        let refused = try run(coming)
        #expect(refused.code == 2 && refused.err.contains("presence: can't be before the event"), "\(refused.err)")
        #expect(try run(coming + ["presence=registered"]).code == 0)
        let early = try run(["edit", "attendance", "1", "presence=attended"])
        #expect(early.code == 2 && early.err.contains("can't be before the event"), "\(early.err)")
        // Nor is an event put off that somebody came to
        #expect(try run(["edit", "event", "1", "date=11/19"]).code == 0)
        #expect(try run(["edit", "attendance", "1", "presence=attended"]).code == 0)
        let late = try run(["edit", "event", "1", "date=12/1"])
        #expect(late.code == 2 && late.err.contains("people are marked as having attended"), "\(late.err)")
        // What is only odd is saved and said
        let posting = ["add", "posting", "organisation=#1", "activity=A1-3", "kind=side-job", "title=経理", "date=11/10"]
        #expect(try run(posting).code == 0)
        #expect(try run(["add", "talent", "name=佐藤健"]).code == 0)
        let applied = try run(["add", "application", "posting=#1", "talent=#1", "date=11/9"])
        let doubt = "application: date is before the posting was listed (10 Nov)"
        #expect(applied.code == 0 && applied.err.contains(doubt), "\(applied.err)")
        #expect(try run(["edit", "application", "1", "date=11/10"]).err == "")
        #expect(try run(["edit", "application", "1", "date=11/8"]).err.contains(doubt))
    }

    @Test func aDayIsUnderstoodAsInAForm() throws {
        let folder = try TestFolder()
        let database = folder.path + "/banso.db"
        _ = try Program.run(["init", "--db", database])
        let plain = try Program.run(["kpi", "--as-of", "2025-11-20", "--format", "json", "--db", database])
        for words in [["--as-of", "R7.11.20"], ["--today", "令和7年11月20日"], ["--today=20251120"]] {
            let outcome = try Program.run(["kpi"] + words + ["--format", "json", "--db", database])
            #expect(outcome.out == plain.out && outcome.code == 0, "\(words): \(outcome.err)")
        }
    }

    @Test func whatEachWeekMustBringIsNeverRoundedDown() throws {
        let folder = try TestFolder()
        let database = try DeskTests.sample(in: folder)
        let words = ["--as-of", "2025-11-20", "--db", database]
        let document = try #require(
            try JSONSerialization.jsonObject(
                with: Data(Program.run(["kpi", "--format", "json"] + words).out.utf8)) as? [String: Any])
        let indicators = try #require(document["indicators"] as? [[String: Any]])
        var compared = 0
        for indicator in indicators {
            guard let weekly = (indicator["pace"] as? [String: Any])?["required_per_week"] as? Double,
                let target = indicator["target"] as? Int, let actual = indicator["actual"] as? Int,
                indicator["band"] == nil, let id = indicator["id"] as? String
            else { continue }
            // 131 days are left
            #expect(weekly * 131 / 7 >= Double(target - actual) - 1e-9, "\(id): \(weekly)")
            compared += 1
        }
        #expect(compared > 10)
        let explained = try Program.run(["explain", "A1.seminars", "--lang", "en"] + words).out
        #expect(explained.contains("5 / 6") && explained.contains("needs 0.1 a week"), "\(explained)")
    }

    @Test func namesakesAreToldApartByTheirNumbers() throws {
        let folder = try TestFolder()
        let database = folder.path + "/banso.db"
        _ = try Program.run(["init", "--db", database])
        let add = ["add", "company", "name=はやて食品", "--db", database, "--lang", "en"]
        #expect(try Program.run(add + ["prefecture=福岡県"]).err == "")
        // The second one is added, and said to be a second one
        let second = try Program.run(add + ["prefecture=大分県"])
        #expect(second.code == 0 && second.err.contains("another one of this name already (#1)"), "\(second.err)")
        // So is a person, who can't be merged
        let person = ["add", "talent", "name=佐藤健", "--db", database, "--lang", "ja"]
        #expect(try Program.run(person).err == "")
        #expect(try Program.run(person).err == "同じ名前の人材が既にあります（#1）\n")
        let book = ["add", "consultation", "date=2025-11-20", "minutes=60", "--db", database, "--today", "2025-11-20"]
        let unclear = try Program.run(book + ["company=はやて食品", "--lang", "en"])
        #expect(unclear.code == 2)
        #expect(unclear.err.contains("#1 Fukuoka, #2 Oita; give company=#NUMBER"), "\(unclear.err)")
        #expect(try Program.run(book + ["company=#2"]).code == 0)
        #expect(try Figures.consultations(in: database) == 1)
    }

    /// 株式会社甲 isn't 甲株式会社, however alike: nothing is attached to what somebody didn't write.
    @Test func aCompanyOfNearlyTheSameNameIsNamedAndNotTaken() throws {
        let folder = try TestFolder()
        let database = folder.path + "/banso.db"
        let tail = ["--db", database, "--lang", "ja", "--today", "2025-11-20"]
        func run(_ words: [String]) throws -> Program.Outcome { try Program.run(words + tail) }
        _ = try Program.run(["init", "--db", database])
        _ = try run(["add", "company", "name=かささぎ林業株式会社"])
        for words in [
            ["consultation", "minutes=60", "date=2025-11-06", "company="],
            ["hearing", "activity=C2", "date=2025-11-06", "employs_foreign_talent=no", "organisation="],
        ] {
            let (head, field) = (["add"] + words.dropLast(), words.last ?? "")
            let refused = try run(head + [field + "株式会社かささぎ林業"])
            #expect(refused.code == 2 && refused.err.contains("似た名前の #1 かささぎ林業株式会社"), "\(refused.err)")
            let taken = try run(head + [field + "かささぎ林業㈱"])
            #expect(taken.code == 0, "\(taken.err)")
        }
    }

    @Test func everyCommandTakesTheSameWordsForAKind() throws {
        let folder = try TestFolder()
        let database = folder.path + "/banso.db"
        _ = try Program.run(["init", "--db", database])
        for kind in ["company", "companies", "Case-study", "case-study", "cases", "case", "survey_answer", "survey"] {
            let outcome = try Program.run(["export", kind, "--purpose", "test", "--db", database])
            #expect(outcome.code == (kind == "Case-study" ? 2 : 0), "\(kind): \(outcome.err)")
        }
        #expect(try Program.run(["add", "talents", "name=佐藤", "--db", database]).code == 2)
        #expect(try Program.run(["add", "regions", "name=筑豊", "--db", database]).code == 0)
        #expect(try Program.run(["edit", "region", "1", "name=筑豊地域", "--db", database]).code == 0)
    }

    @Test func unitsAreWhole() throws {
        let folder = try TestFolder()
        let database = folder.path + "/banso.db"
        _ = try Program.run(["init", "--db", database])
        let table = try Program.run(["kpi", "--as-of", "2025-11-20", "--db", database, "--lang", "en"]).out
        #expect(table.contains("companies") && table.contains("institutions") && !table.contains("compani…"))
    }

    @Test func helpSaysWhatTheDeskTakes() throws {
        let help = try Program.run(["--help"]).out
        for option in ["--db", "--lang", "--today"] { #expect(help.contains(option), "\(option)") }
        let wall = try Program.run(["wallboard", "--help"]).out
        #expect(wall.contains("120x40") && !wall.contains("FrameSize"))
    }

    @Test func importOfConsultationsRefusesTheFourthAndTakesTheRest() throws {
        let folder = try TestFolder()
        let database = folder.path + "/banso.db"
        _ = try Program.run(["init", "--db", database])
        _ = try Program.run(["add", "company", "name=国税庁", "number=7000012050002", "--db", database])
        let rows = (1...4).map { "7000012050002,2025-10-0\($0),60,online" }
        let file = folder.path + "/consultations.csv"
        try (["corporate_number,date,minutes,mode"] + rows).joined(separator: "\n")
            .write(toFile: file, atomically: true, encoding: .utf8)
        let run = ["import", "consultations", file, "--db", database, "--today", "2025-11-20", "--lang", "en"]
        // A strict import takes nothing
        let strict = try Program.run(run + ["--strict"])
        #expect(strict.code == 2)
        #expect(strict.err.contains("line 5"), "\(strict.err)")
        #expect(try Figures.consultations(in: database) == 0)
        // A dry run says what would be, and changes nothing
        let dry = try Program.run(run + ["--dry-run"])
        #expect(dry.out.contains("3 new, 1 rejected"), "\(dry.out)")
        #expect(try Figures.consultations(in: database) == 0)
        let real = try Program.run(run)
        #expect(real.code == 1)
        #expect(real.err.contains("line 5"))
        #expect(real.err.contains("all 3 consultations"))
        #expect(try Figures.consultations(in: database) == 3)
    }

    @Test func aHolidayFileOfOnesOwnReplacesTheBuiltInOneOrIsRefusedWithItsLine() throws {
        let folder = try TestFolder()
        let (database, config) = (folder.path + "/banso.db", folder.path + "/config")
        _ = try Program.run(["init", "--db", database])
        try FileManager.default.createDirectory(atPath: config + "/banso", withIntermediateDirectories: true)
        let file = config + "/banso/holidays.toml"
        func doctor() throws -> Program.Outcome {
            try Program.run(
                ["doctor", "--db", database, "--lang", "en"], environment: ["XDG_CONFIG_HOME": config])
        }
        #expect(try doctor().out.contains("built in (\(file) replaces them)"))
        try "[[holiday]]\ndate = 2026-05-07\nname = \"創立記念日\"\n".write(
            toFile: file, atomically: false, encoding: .utf8)
        #expect(try doctor().out.contains(file) && !doctor().out.contains("built in"))
        try "[[holiday]]\ndate = 2026-05-07\nnane = \"創立記念日\"\n".write(
            toFile: file, atomically: false, encoding: .utf8)
        let refused = try doctor()
        #expect(refused.code == 2 && refused.err.contains(file) && refused.err.contains("nane"), "\(refused.err)")
    }

    @Test func doctorSaysWhichEngineIsLinked() throws {
        let folder = try TestFolder()
        let database = folder.path + "/banso.db"
        _ = try Program.run(["init", "--db", database])
        let outcome = try Program.run(["doctor", "--db", database, "--lang", "en"])
        #expect(outcome.code == 0)
        #expect(outcome.out.contains("SQLite"))
        #expect(outcome.out.contains("r7-kyushu"))
    }

    @Test func wallboardOnceNamesNobody() throws {
        let folder = try TestFolder()
        let database = try DeskTests.sample(in: folder)
        for page in ["overview", "A", "A3", "B", "C", "D"] {
            let outcome = try Program.run([
                "wallboard", "--once", "--page", page, "--db", database, "--today", "2025-11-20", "--size", "200x60",
                "--lang", "ja",
            ])
            #expect(outcome.code == 0)
            for part in ["株式会社", "有限会社", "㈱", "合同会社"] { #expect(!outcome.out.contains(part)) }
        }
    }

    @Test func whereAmbiguousCharactersAreWideNoLineIsOneOfThem() throws {
        let wide = try Program.run(["demo", "--once", "--lang", "ja", "--companies", "20", "--ambiguous", "wide"])
        #expect(wide.code == 0 && wide.out.contains("---") && !wide.out.contains("─"), "\(wide.err)")
        let refused = try Program.run(["demo", "--once", "--ambiguous", "sideways"])
        #expect(refused.code == 2 && refused.err.contains("--ambiguous is narrow, wide or auto"))
    }

    /// Into a file for which there is no room.
    @Test(
        arguments: [
            ["kpi"], ["kpi", "--format", "json"], ["report", "monthly"], ["report", "monthly", "--format", "csv"],
            ["report", "final"], ["report", "cases"], ["explain", "A2.companies"], ["check"], ["themes"],
            ["import", "companies", "--template"], ["--help"],
        ])
    func whatCanNotBePrintedIsSaid(_ arguments: [String]) throws {
        let folder = try TestFolder()
        let database = folder.path + "/banso.db"
        try #require(try Program.run(["init", "--db", database]).code == 0)
        let isAlone = arguments == ["--help"] || arguments == ["themes"]
        let outcome = try Program.run(
            arguments + (isAlone ? [] : ["--db", database]), as: ["/bin/sh", "-c", "exec \"$@\" > /dev/full", "sh"])
        #expect(outcome.code == 2, "\(arguments)")
        #expect(outcome.err.contains("standard output (No space left on device)"), "\(outcome.err)")
    }
}
