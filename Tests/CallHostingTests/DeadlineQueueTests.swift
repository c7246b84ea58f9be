import Testing

@testable import CallHosting

/// The next deadline of each call.
@Suite struct DeadlineQueueTests {
    private func time(_ nanoseconds: UInt64) -> MonotonicTime { MonotonicTime(nanoseconds: nanoseconds) }

    @Test func callsComeInTheOrderOfTheirDeadlines() {
        var queue = DeadlineQueue()
        for (serial, due) in [(1, 30), (2, 10), (3, 20), (4, 10), (5, 99)] { queue.set(time(UInt64(due)), for: serial) }
        #expect(queue.earliest == time(10))
        var order: [Int] = []
        while let serial = queue.popDue(by: time(30)) { order.append(serial) }
        #expect(order == [2, 4, 3, 1])
        #expect(queue.earliest == time(99))
    }

    @Test func aNewDeadlineReplacesTheOldOne() {
        var queue = DeadlineQueue()
        queue.set(time(10), for: 1)
        queue.set(time(50), for: 1)
        queue.set(time(20), for: 2)
        #expect(queue.popDue(by: time(40)) == 2)
        #expect(queue.popDue(by: time(40)) == nil)
        queue.set(time(5), for: 1)
        #expect(queue.popDue(by: time(40)) == 1)
        #expect(queue.popDue(by: time(99)) == nil)
    }

    @Test func aCallWithoutDeadlineIsNeverDue() {
        var queue = DeadlineQueue()
        queue.set(time(10), for: 1)
        queue.set(nil, for: 1)
        #expect(queue.earliest == nil)
        #expect(queue.popDue(by: time(99)) == nil)
    }

    @Test func manyCallsKeepTheirOrder() {
        var queue = DeadlineQueue()
        for serial in 0..<1000 { queue.set(time(UInt64((serial * 7919) % 1009)), for: serial) }
        for serial in stride(from: 0, to: 1000, by: 3) {
            queue.set(time(UInt64((serial * 104_729) % 997)), for: serial)
        }
        var dues: [Int] = []
        while let serial = queue.popDue(by: time(2000)) {
            dues.append(serial % 3 == 0 ? (serial * 104_729) % 997 : (serial * 7919) % 1009)
        }
        #expect(dues.count == 1000)
        #expect(dues == dues.sorted())
    }

    @Test func deadlinesThatWereReplacedTakeNoMemory() {
        var queue = DeadlineQueue()
        queue.set(time(1), for: 0)
        for round in 1...10_000 { queue.set(time(UInt64(round) * 1000), for: 1 + round % 10) }
        #expect(queue.size < 200)
        #expect(queue.popDue(by: time(1)) == 0)
        #expect(queue.earliest == time(9_991_000))
    }
}
