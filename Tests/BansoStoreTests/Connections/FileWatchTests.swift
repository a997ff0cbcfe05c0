import BansoDomain
import Foundation
import Glibc
import Synchronization
import Testing

@testable import BansoStore

struct FileWatchTests {
    /// Whether the watch has something to tell; what it tells is taken.
    private func hasNews(_ watch: FileWatch) -> Bool {
        var place = pollfd(fd: watch.descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&place, 1, 0) == 1 else { return false }
        var bytes = [UInt8](repeating: 0, count: 4096)
        return read(watch.descriptor, &bytes, bytes.count) > 0
    }

    @Test(
        "Given a watched database, then it tells of another's write, of changed permissions and of its deletion, not of reading"
    )
    func tells() throws {
        let desk = try TestDesk()
        _ = try desk.company("甲社")
        let watch = try #require(FileWatch(databases: [desk.path]))
        #expect(!hasNews(watch))
        _ = try desk.store.search("甲社", limit: 1)
        _ = try desk.store.changeToken()
        #expect(!hasNews(watch))
        _ = try desk.another().add(Organisation(name: "乙社"), by: desk.aoki)
        #expect(hasNews(watch) && !hasNews(watch))
        try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: desk.path)
        #expect(hasNews(watch))
        try FileManager.default.removeItem(atPath: desk.path)
        #expect(hasNews(watch))
    }

    @Test("Given several databases, then it tells of a write to any, and there is no watch where one isn't there")
    func several() throws {
        let (first, second) = (try TestDesk(), try TestDesk())
        let watch = try #require(FileWatch(databases: [first.path, second.path]))
        for desk in [first, second] {
            _ = try desk.another().add(Organisation(name: "乙社"), by: desk.aoki)
            #expect(hasNews(watch) && !hasNews(watch))
        }
        #expect(FileWatch(databases: [first.path, second.folder + "/none.db"]) == nil)
    }

    @Test("Given a file that isn't there, or has no log, then there is no watch")
    func none() throws {
        let desk = try TestDesk()
        #expect(FileWatch(databases: [desk.folder + "/none.db"]) == nil)
        try Data([1]).write(to: URL(fileURLWithPath: desk.folder + "/alone.db"))
        #expect(FileWatch(databases: [desk.folder + "/alone.db"]) == nil)
    }

    @Test("Given a watch that can't be made, then its descriptor is closed once: what another thread opens stays open")
    func closesOnce() throws {
        let missing = try TestDesk().folder + "/none.db"
        let isOver = Atomic(false)
        let lost = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: 2) { role in
            if role == 0 {
                for _ in 0..<20_000 { _ = FileWatch(databases: [missing]) }
                isOver.store(true, ordering: .relaxed)
            } else {
                while !isOver.load(ordering: .relaxed) {
                    let file = open("/dev/null", O_RDONLY | O_CLOEXEC)
                    sched_yield()
                    if close(file) != 0 { lost.add(1, ordering: .relaxed) }
                }
            }
        }
        #expect(lost.load(ordering: .relaxed) == 0)
    }
}
