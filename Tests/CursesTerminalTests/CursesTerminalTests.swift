import Testing

/// ncurses keeps its screen in globals, so whatever opens one stands in this suite and runs one after another.
@Suite(.serialized) enum CursesTerminalTests {}
