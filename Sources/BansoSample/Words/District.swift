import BansoDomain

/// A prefecture with what a record of it is made of.
struct District {
    let prefecture: Prefecture
    /// Companies of it in a hundred of Kyushu.
    let weight: Int
    /// The number of its legal affairs bureau, which its companies' corporate numbers begin with.
    let bureau: Int
    let municipalities: [Municipality]
    /// What its companies are called after.
    let places: [Word]

    init(_ code: Int, weight: Int, bureau: Int, _ municipalities: [Municipality], _ places: [Word]) {
        prefecture = Prefecture(code: code)!
        self.weight = weight
        self.bureau = bureau
        self.municipalities = municipalities
        self.places = places
    }

    static let all: [District] = [
        District(40, weight: 40, bureau: 2900, Municipality.fukuoka, Word.fukuoka),
        District(41, weight: 7, bureau: 3000, Municipality.saga, Word.saga),
        District(42, weight: 11, bureau: 3100, Municipality.nagasaki, Word.nagasaki),
        District(43, weight: 14, bureau: 3300, Municipality.kumamoto, Word.kumamoto),
        District(44, weight: 9, bureau: 3200, Municipality.oita, Word.oita),
        District(45, weight: 8, bureau: 3500, Municipality.miyazaki, Word.miyazaki),
        District(46, weight: 11, bureau: 3400, Municipality.kagoshima, Word.kagoshima),
    ]
}
