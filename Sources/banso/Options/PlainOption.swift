import ArgumentParser

/// Whether there is a screen.
struct PlainOption: ParsableArguments {
    @Flag(name: .customLong("plain"), help: "Ask and answer line by line, without a screen: for screen readers.")
    var isPlain = false
}
