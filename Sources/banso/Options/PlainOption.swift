import ArgumentParser

/// Whether there is a screen.
struct PlainOption: ParsableArguments {
    @Flag(
        name: .customLong("plain"),
        help: told(
            "画面を使わず一行ずつやりとりします（読み上げソフト向け）。", "Ask and answer line by line, without a screen: for screen readers."))
    var isPlain = false
}
