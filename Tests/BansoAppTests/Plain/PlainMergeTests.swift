import BansoDomain
import BansoStore
import Testing

@testable import BansoApp

/// Two records of one name, in lines.
@Suite struct PlainMergeTests {
    private func desk(_ names: [String] = ["株式会社はじめ", "㈱はじめ"]) throws -> (Desk, [OrganisationID]) {
        let desk = try Desk(companies: 0)
        let all = try names.enumerated().map { index, name in
            try desk.store.add(
                Organisation(name: name, kana: index == 0 ? "ハジメ" : "", employees: index == 0 ? nil : 45),
                by: Actor("田中"))
        }
        return (desk, all)
    }

    @Test func whatDiffersIsSaidAndNothingIsMergedByLooking() throws {
        let (desk, all) = try desk()
        let talk = Talk(desk)
        talk.say(Talk.number(of: ". 株式会社はじめ", in: talk.say("/はじめ")))
        let asked = talk.say("m")
        #expect(asked.first == "残す：株式会社はじめ、統合して消す：㈱はじめ")
        #expect(asked.contains("名称：残す方 株式会社はじめ、消す方 ㈱はじめ") && asked.contains("従業員：残す方 なし、消す方 45"))
        #expect(asked.contains("相談：どちらも 0"))
        #expect(try all.allSatisfy { try desk.store.file(of: $0) != nil })
        #expect(talk.say("b") == ["株式会社はじめ、相談 0/3"])
    }

    @Test func aPersonMergesAndUndoBringsBothBack() throws {
        let (desk, all) = try desk()
        let talk = Talk(desk, .en)
        talk.say(Talk.number(of: ". 株式会社はじめ", in: talk.say("/はじめ")), "m")
        #expect(talk.say("M") == ["merged (u brings both back)", "株式会社はじめ, consultations 0/3"])
        #expect(
            try desk.store.file(of: all[1]) == nil && desk.store.file(of: all[0])?.organisation.record.employees == 45)
        #expect(talk.say("u").first?.hasPrefix("undone: ") == true)
        #expect(try desk.store.file(of: all[1]) != nil)
    }

    @Test func theOtherOneCanStayAndItsPageIsNext() throws {
        let (desk, all) = try desk()
        let talk = Talk(desk)
        talk.say(Talk.number(of: ". 株式会社はじめ", in: talk.say("/はじめ")), "m")
        #expect(talk.say("残す方").first == "残す：㈱はじめ、統合して消す：株式会社はじめ")
        #expect(talk.say("統合する").prefix(2) == ["統合しました（u で元に戻ります）", "㈱はじめ、相談 0/3"])
        #expect(try desk.store.file(of: all[0]) == nil)
    }

    @Test func amongSeveralANumberSaysWithWhichItIsCompared() throws {
        let (desk, _) = try desk(["株式会社はじめ", "㈱はじめ", "はじめ（株）"])
        let talk = Talk(desk)
        talk.say("/はじめ", "1")
        let first = talk.say("m")
        let rest = first + talk.say("")
        let others = rest.drop { $0 != "どれと比べるか" }.filter { $0.first?.isNumber == true }
        #expect(others.count == 2)
        let second = try #require(others.last)
        let name = String(second.drop { $0 != " " }.dropFirst())
        #expect(talk.say(String(second.prefix { $0 != "." })).first?.hasSuffix("統合して消す：\(name)") == true)
        #expect(first.first?.hasSuffix("統合して消す：\(name)") == false)
    }
}
