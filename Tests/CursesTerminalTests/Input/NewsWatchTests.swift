import Glibc
import Testing

@testable import CursesTerminal

/// When news from beside the terminal are told, in made-up milliseconds.
@Suite struct NewsWatchTests {
    private final class Pipe {
        private(set) var ends: [Int32] = [0, 0]
        init() {
            pipe(&ends)
            _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
        }
        func write() { _ = Glibc.write(ends[1], "x", 1) }
        var isEmpty: Bool {
            var place = pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)
            return poll(&place, 1, 0) == 0
        }
        func finish() {
            close(ends[1])
            ends.removeLast()
        }
        deinit { for end in ends { close(end) } }
    }

    @Test func aWriteIsToldOnceItHasSettledAndAgainForASlowDisk() {
        let pipe = Pipe()
        var watch = NewsWatch(pipe.ends[0])
        func isTold(at now: Int) -> Bool { watch.isToBeTold(at: now) }
        #expect(watch.polled == pipe.ends[0] && watch.wakes == nil)
        #expect(!isTold(at: 0))
        pipe.write()
        watch.hear(at: 1000)
        // The rest of the write isn't waited for by polling
        #expect(watch.polled == -1 && watch.wakes == 1015)
        #expect(!isTold(at: 1014))
        pipe.write()
        #expect(isTold(at: 1015))
        #expect(pipe.isEmpty)
        #expect(!isTold(at: 1016) && watch.wakes == 1040)
        #expect(isTold(at: 1041) && watch.polled == -1 && watch.wakes == 1100)
        #expect(isTold(at: 1100) && !isTold(at: 1101))
        #expect(watch.polled == pipe.ends[0] && watch.wakes == nil)
    }

    @Test func whatComesAfterTheFirstTellingBeginsAnew() {
        let pipe = Pipe()
        var watch = NewsWatch(pipe.ends[0])
        func isTold(at now: Int) -> Bool { watch.isToBeTold(at: now) }
        watch.hear(at: 0)
        #expect(isTold(at: 15))
        pipe.write()
        #expect(isTold(at: 40) && isTold(at: 100))
        #expect(watch.polled == pipe.ends[0] && !pipe.isEmpty)
    }

    @Test func whatHasEndedIsAskedNoMore() {
        let pipe = Pipe()
        var watch = NewsWatch(pipe.ends[0])
        func isTold(at now: Int) -> Bool { watch.isToBeTold(at: now) }
        pipe.finish()
        watch.hear(at: 0)
        #expect(isTold(at: 15) && isTold(at: 40) && isTold(at: 100))
        #expect(watch.polled == -1)
    }
}
