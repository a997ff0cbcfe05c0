import BansoDomain

/// An event of the programme's year: when and where it is, and how many come.
struct EventPlan {
    enum Place {
        case online(OnlineTool)
        /// In a prefecture, a municipality and a building.
        case venue(Int, String, String)
        /// In a venue and online.
        case hybrid(Int, String, String, OnlineTool)
    }

    /// How many take part in the demonstration.
    struct Crowd {
        var companies = 0
        var institutions = 0
        var people = 0
        /// Companies that present; `companies` come besides.
        var presenters = 0
        /// Which of the senders and receivers: A3 has few, and the same ones come again.
        var senders = 0..<0
        var receivers = 0..<0
        /// Receivers the call is not for.
        var guests = 0
    }

    let activity: ActivityID
    var track: CountRole?
    let theme: String
    let date: ProgrammeDays.Date
    let place: Place
    var region: Int?
    var isCancelled = false
    let crowd: Crowd

    init(
        _ activity: ActivityID, _ theme: String, on month: Int, _ dayOfMonth: Int, _ place: Place,
        track: CountRole? = nil, region: Int? = nil, isCancelled: Bool = false, _ crowd: Crowd = Crowd()
    ) {
        self.activity = activity
        self.theme = theme
        date = ProgrammeDays.Date(month, dayOfMonth)
        self.place = place
        self.track = track
        self.region = region
        self.isCancelled = isCancelled
        self.crowd = crowd
    }
}
