import BansoDomain

/// One thing on a sheet of the wall.
enum WallItem: Hashable {
    /// Above a programme's figures; nil for the KPIs of the whole.
    case programme(ProgrammeID?)
    case title(String)
    case figure(Reading)
    /// So many figures more, which other pages show.
    case others(Int, on: [PipelineID])
    case line(WallLine)

    var reading: Reading? { if case .figure(let reading) = self { reading } else { nil } }
    var line: WallLine? { if case .line(let line) = self { line } else { nil } }

    /// Whether it is behind, or overdue.
    var hurts: Bool {
        switch self {
        case .figure(let reading): reading.isBreached
        case .line(let line): line.role == .behind
        case .programme, .title, .others: false
        }
    }
}

/// Things that stand below a heading of theirs, which is drawn again where they go on in another column.
struct WallBlock {
    var heading: WallItem?
    var items: [WallItem]

    var readings: [Reading] { items.compactMap(\.reading) }
    var lines: [WallLine] { items.compactMap(\.line) }
}
