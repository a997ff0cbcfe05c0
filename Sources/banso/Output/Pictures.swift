import BansoApp
import BansoDomain
import BansoStore
import Foundation
import TerminalUI

/// The README's pictures: real frames of the program on the sample.
struct Pictures {
    var session: Session
    var store: Store

    /// - Throws: `CommandFailure` where the folder can't be written.
    func draw(into folder: String) throws {
        let theme = try session.look.load(session.settings)
        let large = Size(width: 120, height: 40)
        let toCompany: [Key] = [.character("1"), .right, .right, .right, .enter]
        // The seventh gauge: companies that present or post at A1-④, with what is not counted twice.
        let explain: [Key] = [.character("0")] + Array(repeating: .down, count: 6) + [.enter]
        let roster: [Key] = [.character("/")] + .typed("ＤＸ戦略の策定") + [.enter, .character("r")] + .typed("やま")
        let form = toCompany + [.character("c"), .tab] + .typed("14:00") + [.tab] + .typed("0")
        let frames: [(String, Canvas)] = [
            ("today", try session.frame(of: store, size: large)),
            ("overview", try session.frame(of: store, size: large, keys: [.character("0")])),
            ("explain", try session.frame(of: store, size: large, keys: explain)),
            ("pipeline", try session.frame(of: store, size: large, keys: [.character("1"), .right, .right, .right])),
            ("company", try session.frame(of: store, size: Size(width: 120, height: 32), keys: toCompany)),
            ("form", try session.frame(of: store, size: Size(width: 120, height: 32), keys: form)),
            ("roster", try session.frame(of: store, size: Size(width: 120, height: 24), keys: roster)),
            (
                "matching",
                try session.frame(
                    of: store, size: Size(width: 120, height: 30), keys: [.character("6"), .pageDown, .right])
            ),
            (
                "wallboard",
                try Wallboard.frame(
                    desk: store, page: .pipeline(store.catalogue.consultation.pipeline),
                    context: try session.context(store.catalogue, size: large), now: try store.lastWrite() ?? 0,
                    size: large)
            ),
        ]
        for (name, frame) in frames {
            let path = folder + "/" + name + ".svg"
            do {
                try Picture(frame, theme: theme).svg.write(toFile: path, atomically: true, encoding: .utf8)
            } catch {
                throw CommandFailure("\(path) に書き込めません", "can't write \(path); check the folder")
            }
        }
    }
}
