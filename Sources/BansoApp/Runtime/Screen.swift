import BansoDomain
import TerminalUI

/// A full screen or a layer on top of one. Three steps, each of which can be tested alone: `update` turns an event into
/// new state and effects, `load` reads what the state asks for, `draw` fills cells from the state alone.
protocol Screen {
    /// Everything its keys can do now.
    func bindings(_ context: Context) -> [Binding]

    /// Whether typed letters are text here, so that only the bindings' other keys are commands.
    var takesText: Bool { get }

    /// Whether the screen below stays visible.
    var isLayer: Bool { get }

    /// What was typed here and is not saved yet; nil where there is nothing.
    var draft: Draft? { get }

    /// The form that `draft` is of, also while there is none.
    var draftedForm: FormRequest? { get }

    /// The organisation that the screen is about; nil where it is about none.
    var subject: OrganisationID? { get }

    /// What is copied from here: a name, a number, a line; nil where nothing is selected.
    func copied(_ context: Context) -> String?

    /// What is written to a file from here; nil where there is nothing.
    func exported(_ context: Context) -> ExportOffer?

    mutating func update(_ event: Event, _ context: Context) -> [Effect]

    /// Whether it is an import's: what becomes of the import waits while another screen lies on top.
    var hearsImports: Bool { get }

    /// Told what becomes of an import, where it hears of them.
    mutating func hear(_ news: ImportNews, _ context: Context) -> [Effect]

    /// Called when the screen opens, after each update and whenever the data changed.
    mutating func load(from desk: any DeskReader, _ context: Context) throws

    /// - Returns: where the hardware cursor stands: on the focused field or the selected row.
    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point
}

extension Screen {
    var takesText: Bool { false }
    var isLayer: Bool { false }
    var draft: Draft? { nil }
    var draftedForm: FormRequest? { nil }
    var subject: OrganisationID? { nil }
    var hearsImports: Bool { false }
    func copied(_ context: Context) -> String? { nil }
    func exported(_ context: Context) -> ExportOffer? { nil }
    mutating func hear(_ news: ImportNews, _ context: Context) -> [Effect] { [] }
}
