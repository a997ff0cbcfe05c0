import BansoDomain

/// Makes the institution at an index: the forms in turn, each in another place.
struct InstitutionMaker {
    let seed: UInt64
    private let numbers: CorporateNumbers
    private let offset: Int
    /// A municipality for each place, wards aside, with its district.
    private let places: [(district: District, municipality: Municipality)]

    /// Shares no factor with the number of places, so that each is used before any is used twice.
    private static let stride = 37
    private static let form = "05"

    init(seed: UInt64) {
        self.seed = seed
        numbers = CorporateNumbers(seed: seed)
        var places: [(district: District, municipality: Municipality)] = []
        for district in District.all {
            for municipality in district.municipalities where places.last?.municipality.place != municipality.place {
                places.append((district, municipality))
            }
        }
        self.places = places
        var draw = SplitMix64(seed: seed, .institution)
        offset = draw.below(places.count)
    }

    func institution(at index: Int) -> Organisation {
        var draw = SplitMix64(seed: seed, .institution, index: index)
        let (district, municipality) = places[(offset + index * Self.stride) % places.count]
        let (round, turn) = index.quotientAndRemainder(dividingBy: InstitutionForm.all.count)
        let form = InstitutionForm.all[turn]
        let head =
            form.heads.isEmpty
            ? Word(municipality.place, municipality.kana) : form.heads[(offset + round) % form.heads.count]
        let name = head + form.tail
        return Organisation(
            kind: .institution, name: name.text, kana: name.kana,
            corporateNumber: numbers.number(bureau: district.bureau, form: Self.form, index: index),
            prefecture: district.prefecture, municipality: municipality.name, address: Places.address(&draw),
            postcode: Places.postcode(municipality, &draw), industry: form.kind,
            employees: draw.within(form.employees), institutionKind: form.institutionKind)
    }
}
