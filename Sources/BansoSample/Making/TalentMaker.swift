import BansoDomain

/// A person who seeks work, as later records need to know them.
struct Person {
    /// What people of the sample are here for; each programme has its own.
    enum Group: CaseIterable { case professional, regular, foreign, digital }

    let id: Int64
    let group: Group
}

/// Makes people who seek work, each from its own numbers.
struct TalentMaker {
    let seed: UInt64

    /// Of ten people four are professionals, three seek regular work, two come from abroad, one is for DX.
    static func group(at index: Int) -> Person.Group {
        switch index % 10 {
        case 0, 2, 5, 8: .professional
        case 1, 4, 7: .regular
        case 3, 6: .foreign
        default: .digital
        }
    }

    func talent(at index: Int) -> Record {
        var draw = SplitMix64(seed: seed, .talent, index: index)
        let group = Self.group(at: index)
        let name = group == .foreign ? PersonNames.foreignName(&draw) : PersonNames.name(&draw)
        return Record(
            .talent,
            [
                "name": .text(name.text), "kana": .text(name.kana),
                "prefecture": .number(Self.prefecture(of: group, &draw)),
                "tags": .text(TalentTag.allCases.filter(Self.tags(of: group, &draw).contains).spelled),
                "contact": .text("talent\(index + 1)@example.jp"),
            ])
    }

    /// Professionals live in Tokyo and Osaka mostly, the others in Kyushu.
    private static func prefecture(of group: Person.Group, _ draw: inout SplitMix64) -> Int {
        switch (group, draw.below(100)) {
        case (.professional, ..<50), (.digital, ..<45): 13
        case (.professional, ..<68), (.digital, ..<60): 27
        case (.professional, ..<78), (.foreign, ..<8), (.regular, ..<6): 14
        default: draw.pick(District.all, weight: \.weight).prefecture.code
        }
    }

    private static func tags(of group: Person.Group, _ draw: inout SplitMix64) -> Set<TalentTag> {
        var tags: Set<TalentTag> = []
        if draw.chance(percent: 40) { tags.insert(.women) }
        switch group {
        case .professional:
            tags.insert(.professional)
            if draw.chance(percent: 30) { tags.insert(.digital) }
            if draw.chance(percent: 15) { tags.insert(.senior) }
        case .regular: tags.insert(draw.chance(percent: 65) ? .young : .senior)
        case .foreign: tags.formUnion(draw.chance(percent: 70) ? [.foreign, .young] : [.foreign])
        case .digital: tags.formUnion([.professional, .digital])
        }
        return tags
    }
}

extension [TalentTag] {
    /// As tags are stored: their tokens in order with a space between.
    fileprivate var spelled: String { map(\.rawValue).joined(separator: " ") }
}
