import BansoDomain
import Testing

@Suite struct CorporateNumberTests {
    static let valid = ["4011001098993", "7000012050002", "4000012090001"]

    private func isValid(_ digits: [Int]) -> Bool {
        (try? CorporateNumber(digits.map(String.init).joined())) != nil
    }

    @Test(arguments: valid) func accepted(_ text: String) throws {
        #expect(try CorporateNumber(text).digits == text)
        #expect(CorporateNumber(twelve: String(text.dropFirst()))?.digits == text)
    }

    /// Modulo 9 can't tell 0 from 9; every other slip of one digit is seen.
    @Test(arguments: valid) func everyChangeOfOneDigitIsRefusedButNoughtForNine(_ text: String) {
        let digits = text.compactMap(\.wholeNumberValue)
        for index in digits.indices {
            for digit in 0...9 where digit != digits[index] {
                var changed = digits
                changed[index] = digit
                let isBlind = index > 0 && Set([digit, digits[index]]) == [0, 9]
                #expect(isValid(changed) == isBlind, "\(changed)")
            }
        }
    }

    @Test(arguments: valid) func everyTranspositionOfNeighboursIsRefusedButNoughtAndNine(_ text: String) {
        let digits = text.compactMap(\.wholeNumberValue)
        for index in 1..<12 where digits[index] != digits[index + 1] {
            var changed = digits
            changed.swapAt(index, index + 1)
            let isBlind = Set([digits[index], digits[index + 1]]) == [0, 9]
            #expect(isValid(changed) == isBlind, "\(changed)")
        }
    }

    @Test(arguments: ["４０１１００１０９８９９３", " 4011001098993 ", "4-0110-0109-8993", "4 0110 0109 8993", "４－０１１００１０９８９９３"])
    func writtenOtherwise(_ text: String) throws {
        #expect(try CorporateNumber(text).digits == "4011001098993")
    }

    @Test(arguments: [("", 0), ("401100109899", 12), ("40110010989930", 14), ("-", 0)])
    func lengths(_ text: String, _ count: Int) {
        #expect(throws: CorporateNumber.Failure.wrongLength(count)) { try CorporateNumber(text) }
    }

    @Test(arguments: ["T4011001098993", "401100109899a", "4011001098993😀", "401100109899\u{301}3", "四011001098993"])
    func notDigits(_ text: String) {
        #expect(throws: CorporateNumber.Failure.notDigits) { try CorporateNumber(text) }
    }

    @Test func theFailureSaysWhichDigitItShouldBe() {
        #expect(throws: CorporateNumber.Failure.wrongCheckDigit(found: 5, expected: 4)) {
            try CorporateNumber("5011001098993")
        }
        for failure in [CorporateNumber.Failure.notDigits, .wrongLength(12), .wrongCheckDigit(found: 5, expected: 4)] {
            #expect(!failure.text.ja.isEmpty && !failure.text.en.isEmpty)
        }
        #expect(CorporateNumber.Failure.wrongLength(12).text.en.contains("12"))
    }

    @Test(arguments: ["", "01100109899", "0110010989931", "01100109899a", "０１１００１０９８９９３"])
    func twelveRefused(_ text: String) {
        #expect(CorporateNumber(twelve: text) == nil)
    }

    @Test func anyTwelveDigitsMakeAValidNumber() throws {
        var generator = SeededGenerator(seed: 13)
        for _ in 0..<2000 {
            let twelve = (0..<12).map { _ in String(Int.random(in: 0...9, using: &generator)) }.joined()
            let number = try #require(CorporateNumber(twelve: twelve))
            #expect(try CorporateNumber(number.digits) == number)
            #expect(number.digits.first != "0")
        }
        #expect(CorporateNumber(twelve: "000000000000")?.digits == "9000000000000")
    }
}
