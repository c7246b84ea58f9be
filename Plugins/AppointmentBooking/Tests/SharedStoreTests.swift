import CallControl
import Foundation
import GRDB
import PluginKit
import PluginTesting
import Testing

@Suite("Never one place twice", .timeLimit(.minutes(5)))
struct SharedStoreTests {
    @Test("whatever a program does, the store itself takes no two at one place")
    func store() async throws {
        let desk = try TestDesk()
        _ = try await desk.call().book("check.anna.2000-01-03T08:00:00Z")
        let course = "course.ben.2000-01-05T09:00:00Z"
        for call in ["a", "b", "c"] { _ = try await desk.call(call).book(course) }
        let start = 946_886_400
        let attempts = [
            ("check", "anna", start, 1800), ("check", "anna", start + 1740, 1800), ("long", "anna", start - 60, 86_400),
            ("course", "ben", 947_062_800, 3600), ("check", "ben", 947_062_800, 1800),
        ]
        for (service, staff, starts, length) in attempts {
            await #expect(throws: DatabaseError.self, "\(service) \(starts)") {
                try await desk.execute(
                    """
                    INSERT INTO appointments (state, service, staff, starts, ends, hold, session, expires)
                    VALUES ('held', '\(service)', '\(staff)', \(starts), \(starts + length), 'x', 'x', 0)
                    """)
            }
        }
        await #expect(throws: DatabaseError.self) {
            try await desk.execute("UPDATE appointments SET staff = 'anna', starts = \(start + 60) WHERE staff = 'ben'")
        }
        #expect(try desk.rows("SELECT count(*) FROM appointments") == ["4"])
    }

    @Test("a thousand attempts through eight connections, of callers who book, decline, and hang up")
    func storm() async throws {
        let desk = try TestDesk(settings: BookingStorm.settings, files: BookingStorm.files)
        let booked = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<8 {
                let plugin = try desk.another(BookingStorm.settings).plugin
                group.addTask {
                    var storm = BookingStorm(plugin, number)
                    return try await storm.run(attempts: 125)
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(try desk.rows("SELECT count(*) FROM appointments WHERE state = 'booked'") == ["\(booked)"])
        try await BookingStorm.checkAftermath(desk)
    }

    @Test(
        "a thousand attempts in eight processes, one of which is killed",
        .enabled(if: ProcessInfo.processInfo.environment["DIALTONE_SOAK"] != nil))
    func processes() async throws {
        for _ in 0..<10 {
            let desk = try TestDesk(settings: BookingStorm.settings, files: BookingStorm.files)
            try await Storm.sharing(desk.url) {
                await withTaskGroup { group in
                    for _ in 0..<7 {
                        group.addTask {
                            await #expect(processExitsWith: .success) {
                                try await BookingStorm.ofProcess(killedAt: nil)
                            }
                        }
                    }
                    group.addTask {
                        await #expect(processExitsWith: .signal(SIGKILL)) {
                            try await BookingStorm.ofProcess(killedAt: 60)
                        }
                    }
                }
            }
            try await BookingStorm.checkAftermath(desk)
        }
    }
}
