/// A city, ward or town of Kyushu.
struct Municipality {
    /// As in an address: 福岡市博多区.
    let name: String
    /// What its institutions are called after: 福岡.
    let place: String
    let kana: String
    /// The first three digits of its postcodes.
    let postcode: String
    /// How many of its prefecture's companies are there, beside the others.
    let weight: Int

    init(_ name: String, _ place: String, _ kana: String, _ postcode: String, _ weight: Int = 2) {
        self.name = name
        self.place = place
        self.kana = kana
        self.postcode = postcode
        self.weight = weight
    }
}
