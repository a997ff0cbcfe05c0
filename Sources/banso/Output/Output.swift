import Foundation
import TerminalUI

/// What goes to stderr: one line, with nothing in it that a terminal would act on.
enum Output {
    static func warn(_ line: String) { FileHandle.standardError.write(Data((visible(line) + "\n").utf8)) }
}
