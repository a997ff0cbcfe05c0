import TerminalUI

extension Theme {
    /// Red on black; surfaces told apart by colour alone.
    static let coloured = Theme(
        name: "test", label: "Test", isDark: true,
        roles: [
            .text: Ink(colour: .rgb(255, 0, 0)), .muted: Ink(colour: .rgb(60, 60, 60), isDim: true),
            .heading: Ink(isBold: true),
        ],
        surfaces: [
            .base: Ink(colour: .rgb(0, 0, 0)), .bar: Ink(colour: .rgb(40, 40, 40)),
            .selection: Ink(colour: .rgb(60, 60, 60)), .field: Ink(colour: .rgb(30, 30, 30)),
            .focus: Ink(colour: .rgb(50, 50, 50)),
        ])
}
