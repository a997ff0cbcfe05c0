import BansoDomain

/// A prefecture with what a record of it is made of.
struct District {
    let prefecture: Prefecture
    /// Companies of it in a hundred of Kyushu.
    let weight: Int
    /// The number of its legal affairs bureau, which its companies' corporate numbers begin with.
    let bureau: Int
    let municipalities: [Municipality]

    init(_ code: Int, weight: Int, bureau: Int, _ municipalities: [Municipality]) {
        prefecture = Prefecture(code: code)!
        self.weight = weight
        self.bureau = bureau
        self.municipalities = municipalities
    }

    static let all: [District] = [
        District(40, weight: 40, bureau: 2900, Municipality.fukuoka),
        District(41, weight: 7, bureau: 3000, Municipality.saga),
        District(42, weight: 11, bureau: 3100, Municipality.nagasaki),
        District(43, weight: 14, bureau: 3300, Municipality.kumamoto),
        District(44, weight: 9, bureau: 3200, Municipality.oita),
        District(45, weight: 8, bureau: 3500, Municipality.miyazaki),
        District(46, weight: 11, bureau: 3400, Municipality.kagoshima),
    ]
}
