import BansoDomain
import TerminalUI

/// What a screen is told.
enum Event: Hashable {
    /// A binding of the screen was used.
    case action(Action)
    /// A key that no binding takes: text, in a field.
    case key(Key)
    /// What became of a write that the screen asked for.
    case written(Write, Outcome)
    /// The form that the screen opened has saved this record.
    case returned(RecordKey)
}

/// What a screen asks the program to do.
enum Effect: Hashable {
    case open(Destination)
    case close
    /// Closes a form and tells the screen below what it saved.
    case finish(RecordKey)
    /// Closes a layer and has the screen below do something.
    case pass(Action)
    case quit
    case write(Write)
    case say(Message)
    /// What was typed is saved, and no draft any more.
    case forgetDraft(FormRequest)
    case suspend
    case repaint
    /// What the screen offers goes to the clipboard.
    case copy
    /// What the screen shows is to go into a file: how is asked.
    case offerExport
    case export(ExportRequest)
    /// What kind of file is imported is to be asked.
    case offerImport
    /// A step of an import; the screen hears what comes of it.
    case importing(ImportStep)
    /// The theme of this name, from now on.
    case useTheme(String)
    /// A report becomes a file.
    case writeFile(ReportSheet)
    /// A pipeline's page is to look so at the next start too.
    case remember(PipelineArrangement, of: PipelineID)
}

/// A line for the person, shown until the next key.
struct Message: Hashable {
    enum Kind: Hashable { case good, hint, error }
    var kind: Kind
    var text: String

    init(_ kind: Kind, _ text: String) {
        self.kind = kind
        self.text = text
    }
}
