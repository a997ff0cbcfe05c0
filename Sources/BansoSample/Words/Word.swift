/// A part of a name with its reading in katakana.
struct Word {
    let text: String
    let kana: String

    init(_ text: String, _ kana: String) {
        self.text = text
        self.kana = kana
    }

    static func + (left: Word, right: Word) -> Word { Word(left.text + right.text, left.kana + right.kana) }
}
