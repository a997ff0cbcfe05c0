/// The people of the desk, made up.
enum Coordinators {
    static let names = ["森下 佳奈", "大坪 健吾", "緒方 由紀", "迫田 誠", "黒木 みのり"]
}
