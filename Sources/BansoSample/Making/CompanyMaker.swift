import BansoDomain

/// Makes the company at an index, from its own numbers alone.
struct CompanyMaker {
    let seed: UInt64
    private let numbers: CorporateNumbers

    init(seed: UInt64) {
        self.seed = seed
        numbers = CorporateNumbers(seed: seed)
    }

    func company(at index: Int) -> Organisation {
        var draw = SplitMix64(seed: seed, .company, index: index)
        let district = draw.pick(District.all, weight: \.weight)
        let municipality = draw.pick(district.municipalities, weight: \.weight)
        let industry = draw.pick(Industry.all, weight: \.weight)
        let form = draw.pick(LegalForm.all, weight: \.weight)
        let name = Self.name(in: industry, of: district, &draw)
        let employees = Self.employees(&draw)
        let isSender = EntryMaker.isSender(employees: employees)
        return Organisation(
            kind: .company, name: form.named(name.text), kana: name.kana,
            corporateNumber: numbers.number(bureau: district.bureau, form: form.code, index: index),
            prefecture: district.prefecture, municipality: municipality.name, address: Places.address(&draw),
            postcode: Places.postcode(municipality, &draw), industry: industry.name, employees: employees,
            capital: Self.capital(employees: employees, &draw),
            eligibility: eligibility(at: index, isSender: isSender), hasDistrictOffice: isSender,
            tags: tags(at: index))
    }

    /// One in six has a word of the desk's own.
    private func tags(at index: Int) -> String {
        var draw = SplitMix64(seed: seed, .tag, index: index)
        guard draw.chance(percent: 16) else { return "" }
        return draw.pick(["重点", "商工会紹介", "銀行紹介", "重点 商工会紹介", "DX", "海外展開"])
    }

    private static func name(in industry: Industry, of district: District, _ draw: inout SplitMix64) -> Word {
        let trade = draw.pick(industry.trades)
        switch draw.below(100) {
        case ..<50: return draw.pick(Word.families) + trade
        case ..<68: return draw.pick(district.places) + trade
        case ..<94: return draw.pick(Word.coined) + trade
        case ..<97: return draw.pick(district.places) + draw.pick(Word.families) + trade + Word("グループ", "グループ")
        default:
            let head = draw.pick(district.places) + draw.pick(Word.coined) + trade
            return head + Word("ホールディングス", "ホールディングス")
        }
    }

    /// Those who send people are large or mid-sized; of the others most are what the call is for, and some are not checked yet.
    private func eligibility(at index: Int, isSender: Bool) -> Eligibility {
        var draw = SplitMix64(seed: seed, .eligibility, index: index)
        let place = draw.below(100)
        if isSender { return place < 60 ? .large : .other }
        switch place {
        case ..<84: return .eligible
        case ..<94: return .unknown
        case ..<99: return .deemedLarge
        default: return .large
        }
    }

    /// 1...299, half of them under 12, one in eight over 100.
    private static func employees(_ draw: inout SplitMix64) -> Int {
        let place = draw.fraction()
        let cube = place * place * place
        return 1 + Int(8 * place + 40 * cube + 251 * cube * cube * cube)
    }

    /// 1 to 300 million yen in round sums, more where there are more employees.
    private static func capital(employees: Int, _ draw: inout SplitMix64) -> Int {
        let sums = [1, 3, 3, 5, 5, 10, 10, 10, 20, 30, 45, 50, 80, 98, 100, 150, 200, 300]
        let most = min(sums.count, 8 + employees / 15)
        return draw.pick(Array(sums[max(0, most - 12)..<most])) * 1_000_000
    }
}
