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
}

/// What a screen asks the program to do.
enum Effect: Hashable {
    case open(Destination)
    case close
    case quit
    case write(Write)
    case say(Message)
    /// What was typed about a company is saved, and no draft any more.
    case forgetDraft(OrganisationID)
    case suspend
    case repaint
}

/// Somewhere to go.
enum Destination: Hashable {
    case overview
    case pipeline(PipelineID)
    case organisation(OrganisationID)
    case explain(IndicatorID)
    case record(RecordKey)
    case consultationForm(OrganisationID)
    case entryLayer(OrganisationID)
    case search
    case help

    /// Where a record is looked at: an organisation has a screen of its own.
    static func showing(_ key: RecordKey) -> Destination {
        key.kind == .organisation ? .organisation(OrganisationID(key.id)) : .record(key)
    }
}

/// One transaction that the program performs for a screen.
enum Write: Hashable {
    case book(Consultation, coordinatorName: String, NextAction?)
    case move(PipelineEntryID, version: Int, to: StageID, name: String)
    case enter(PipelineEntry, name: String)
    case undo
}

enum Outcome: Hashable {
    case booked(BookingReceipt)
    case moved
    case entered
    case undone(UndoReceipt?)
    case failed(DeskError)
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
