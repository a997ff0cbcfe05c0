import BansoDomain

/// One who is on an event's list.
struct Guest {
    enum Party {
        case organisation(Int64)
        case person(Int64)
    }

    let party: Party
    let role: AttendanceRole
    let presence: Presence
    /// Whether it is a company.
    let isCompany: Bool

    /// What a record calls the guest by: the field, and the number in it.
    var reference: (field: String, value: FieldValue) {
        switch party {
        case .organisation(let id): ("organisation", .number(id))
        case .person(let id): ("talent", .number(id))
        }
    }
}

/// Draws who is on an event's list, and who of them came.
struct GuestMaker {
    let seed: UInt64
    let roster: Roster
    let people: [Person]
    let sides: Sides

    /// The companies of A3, in an order of their own.
    struct Sides {
        let senders: [Roster.Member]
        /// A sender without an office in Kyushu.
        let outsider: Roster.Member?
        let receivers: [Roster.Member]
        /// Receivers that do not count: not checked yet, and not eligible.
        let guests: [Roster.Member]

        init(_ roster: Roster, outsider: Roster.Member?, seed: UInt64) {
            var draw = SplitMix64(seed: seed, .a3)
            senders = draw.some(12, of: roster.senders)
            self.outsider = outsider
            receivers = draw.some(16, of: roster.others(.eligible))
            guests = draw.some(1, of: roster.others(.unknown)) + draw.some(1, of: roster.others(.deemedLarge))
        }
    }

    func guests(at event: MadeEvent, index: Int) -> [Guest] {
        var draw = SplitMix64(seed: seed, .attendance, index: index)
        let crowd = event.plan.crowd
        var guests: [Guest] = []
        let companies = draw.some(listed(crowd.companies + crowd.presenters), of: roster.companies)
        let presenters = roster.share(of: crowd.presenters == 0 ? 0 : listed(crowd.presenters))
        for (place, member) in companies.enumerated() {
            let role = crowd.presenters > 0 && place < presenters ? AttendanceRole.presenter : .participant
            guests.append(guest(.organisation(member.id), role, true, at: event, place: place))
        }
        for (place, member) in draw.some(listed(crowd.institutions), of: roster.institutions).enumerated() {
            guests.append(guest(.organisation(member.id), .participant, false, at: event, place: place))
        }
        let group = Self.group(at: event.plan.activity)
        for (place, person) in draw.some(listed(crowd.people), of: people.filter { $0.group == group }).enumerated() {
            guests.append(guest(.person(person.id), .participant, false, at: event, place: place))
        }
        guests += ofSides(at: event)
        // Two people of one company: the second adds nothing.
        if crowd.companies > 20, let first = guests.first { guests.append(first) }
        return guests
    }

    static func group(at activity: ActivityID) -> Person.Group {
        switch activity {
        case "A1-4": .regular
        case "C3": .foreign
        case "D4-1", "D4-3": .digital
        default: .professional
        }
    }

    private func ofSides(at event: MadeEvent) -> [Guest] {
        let crowd = event.plan.crowd
        func came(_ member: Roster.Member, _ role: AttendanceRole) -> Guest {
            let presence: Presence = event.status == .held ? .attended : .registered
            return Guest(party: .organisation(member.id), role: role, presence: presence, isCompany: true)
        }
        var guests = sides.senders[within: crowd.senders].map { came($0, .sender) }
        if !crowd.senders.isEmpty, crowd.guests > 0, let outsider = sides.outsider {
            guests.append(came(outsider, .sender))
        }
        guests += sides.receivers[within: crowd.receivers].map { came($0, .receiver) }
        guests += sides.guests.prefix(crowd.guests).map { came($0, .receiver) }
        return guests
    }

    /// Some of those listed do not come, and of some nobody noted whether they did.
    private func listed(_ count: Int) -> Int {
        guard count > 0 else { return 0 }
        return count + count / 9 + (count > 6 ? 1 : 0)
    }

    private func guest(
        _ party: Guest.Party, _ role: AttendanceRole, _ isCompany: Bool, at event: MadeEvent, place: Int
    ) -> Guest {
        let presence: Presence
        switch (event.status, place % 17) {
        case (.held, 6): presence = .noShow
        case (.held, 13): presence = .registered
        case (.held, _): presence = .attended
        default: presence = .registered
        }
        return Guest(party: party, role: role, presence: presence, isCompany: isCompany)
    }
}

extension Array {
    /// Those of the range that there are.
    subscript(within range: Range<Int>) -> ArraySlice<Element> { self[range.clamped(to: indices)] }
}
