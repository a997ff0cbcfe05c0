import BansoDomain
import Testing

@Suite struct ClockTimeTests {
    @Test(arguments: [
        ("14:00", "14:00"), ("1400", "14:00"), ("14時", "14:00"), ("14時30分", "14:30"), ("14時半", "14:30"),
        ("14", "14:00"),
        ("午後2時", "14:00"), ("午後2時30分", "14:30"), ("午前9時", "09:00"), ("2pm", "14:00"), ("2PM", "14:00"),
        ("9am", "09:00"),
        ("2:30pm", "14:30"), ("１４：００", "14:00"), ("１４時", "14:00"), ("午後２時", "14:00"), ("２ｐｍ", "14:00"),
        ("930", "09:30"),
        ("9:05", "09:05"), ("0:00", "00:00"), ("23:59", "23:59"), ("2359", "23:59"), ("0", "00:00"), ("12am", "00:00"),
        ("12pm", "12:00"), ("午前0時", "00:00"), ("午後0時", "12:00"), ("12:30am", "00:30"), (" 14:00 ", "14:00"),
        ("正午", "12:00"), ("noon", "12:00"), ("13:00:00", "13:00"),
        ("1:00:00 pm", "13:00"),
    ])
    func read(_ text: String, _ time: String) {
        #expect(ClockTime(reading: text)?.text == time)
    }

    @Test(arguments: [
        "", " ", "24:00", "25", "14:60", "1460", "2400", "13pm", "午後13時", "午後", "pm", "am", "時", "分", "半", "時半",
        "14:00:30", "14:00:0", "14時00:00", "pm:00", "14:00:00:00",
        "14時30分20", "14000", "-1", "+1", "1.5", "14:-1", "14:3a", "😀", "99999999999999999999",
        "14:99999999999999999999", "今",
    ])
    func noTime(_ text: String) {
        #expect(ClockTime(reading: text) == nil)
    }

    @Test(arguments: ["5分", "14分", ":5", "14:", "14::30", ":14:30", "時5分", "時5", "14時時30分", "1430分", "1400時"])
    func minutesNeedAnHourAndAnHourAMark(_ text: String) {
        #expect(ClockTime(reading: text) == nil)
    }

    @Test func everyMinuteRoundTrips() {
        for minutes in 0..<1440 {
            let time = ClockTime(minutes: minutes)
            #expect(time?.minutes == minutes)
            #expect(time.flatMap { ClockTime(reading: $0.text) } == time)
            #expect(time?.text.utf8.count == 5)
        }
        #expect(ClockTime(minutes: -1) == nil)
        #expect(ClockTime(minutes: 1440) == nil)
        #expect(ClockTime(minutes: 60)! < ClockTime(minutes: 61)!)
    }

    @Test func randomTextNeverCrashes() {
        let alphabet =
            "0123456789:：時分半午前後amp０１２ａｍｐ -+.".map(String.init) + ["午前", "午後", "am", "pm", "時半", "ﾞ", "\u{301}"]
        var generator = SeededGenerator(seed: 1400)
        for _ in 0..<100_000 {
            let text = generator.text(of: alphabet, length: 8)
            guard let time = ClockTime(reading: text) else { continue }
            if !(0..<1440).contains(time.minutes) { Issue.record("\(text)") }
        }
    }
}
