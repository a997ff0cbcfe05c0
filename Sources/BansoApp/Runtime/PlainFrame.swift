import BansoDomain
import TerminalUI

/// The program's first frame without a terminal, for scripts and pictures.
public enum PlainFrame {
    public static func first(desk: any DeskReader, context: Context) throws -> Canvas {
        var stack = ScreenStack(Overview())
        try stack.load(from: desk, context)
        var canvas = Canvas(size: context.size)
        _ = stack.draw(on: &canvas, message: nil, fault: nil, context)
        return canvas
    }
}
