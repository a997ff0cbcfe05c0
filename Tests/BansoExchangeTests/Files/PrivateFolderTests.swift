import Foundation
import Testing

@testable import BansoExchange

@Suite(.serialized) struct PrivateFolderTests {
    private func abandoned(_ name: String) throws -> String {
        let path = NSTemporaryDirectory() + "/" + name
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try Data("x".utf8).write(to: URL(fileURLWithPath: path + "/copy.db"))
        return path
    }

    @Test func whatNobodyHoldsIsTakenAwayWhenTheNextIsMade() throws {
        let (own, foreign) = (try abandoned("banso-preview-aaaaaa"), try abandoned("banso-other-aaaaaa"))
        defer { try? FileManager.default.removeItem(atPath: foreign) }
        let first = try PrivateFolder(for: .xlsx)
        let second = try PrivateFolder(for: .preview)
        #expect(!FileManager.default.fileExists(atPath: own))
        #expect(FileManager.default.fileExists(atPath: foreign))
        #expect([first, second].allSatisfy { FileManager.default.fileExists(atPath: $0.path) })
        #expect(try FileManager.default.attributesOfItem(atPath: second.path)[.posixPermissions] as? Int == 0o700)
        for folder in [first, second] {
            folder.remove()
            #expect(!FileManager.default.fileExists(atPath: folder.path))
        }
    }

    @Test func aLinkThatIsCalledLikeOneLeadsNowhere() throws {
        let target = try abandoned("banso-target-aaaaaa")
        let link = NSTemporaryDirectory() + "/banso-preview-bbbbbb"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
        defer { for path in [target, link] { try? FileManager.default.removeItem(atPath: path) } }
        PrivateFolder.removeAbandoned()
        #expect(FileManager.default.fileExists(atPath: target + "/copy.db"))
    }
}
