import CallControl
import Foundation
import Glibc
import PluginKit
import PluginTesting
import Synchronization
import Testing

@testable import FaxOnDemand

@Suite("Killed at random", .timeLimit(.minutes(10)))
struct SoakTests {
    @Test(
        "sixty faxes, worked by processes that are all killed: each is sent once, however soon it is taken away",
        .enabled(if: ProcessInfo.processInfo.environment["DIALTONE_SOAK"] != nil))
    func processes() async throws {
        let office = try TestOffice(Mortal.settings)
        let folder = Mortal.folder(of: getpid())
        try FileManager.default.createSymbolicLink(at: folder, withDestinationURL: office.url)
        defer { try? FileManager.default.removeItem(at: folder) }
        var jobs: [String] = []
        for number in 0..<60 { jobs.append(try await office.call().order("101 102", to: "03012345\(100 + number)")) }
        let taker = Task {
            var taken: [String] = []
            while !Task.isCancelled {
                taken += try StepTests.take(from: office)
                try? await Task.sleep(for: .milliseconds(2))
            }
            return taken + (try StepTests.take(from: office))
        }
        var (round, deaths) = (0, 0)
        while try office.rows("SELECT count(*) FROM jobs WHERE state <> 'sent'") != ["0"], round < 200 {
            try String(round).write(to: folder.appendingPathComponent("round"), atomically: true, encoding: .utf8)
            await withTaskGroup { group in
                for _ in 0..<4 {
                    group.addTask { await #expect(processExitsWith: .signal(SIGKILL)) { try await Mortal.work() } }
                }
            }
            round += 1
            deaths += 4
        }
        taker.cancel()
        let taken = try await taker.value
        #expect(taken.count == 60)
        #expect(taken.sorted() == jobs.sorted())
        #expect(try office.rows("SELECT state, min(attempts), max(attempts), count(*) FROM jobs") == ["sent|1|1|60"])
        print("\(deaths) processes killed in \(round) rounds, \(taken.count) faxes taken, each once")
    }
}

/// A process that works and is killed: after some steps, or after some milliseconds.
enum Mortal {
    static let settings: JSONValue = ["number-limit": 100, "caller-limit": 1000, "give-up-hours": 168]

    /// The folder of the processes of a test, which they find by the id of their parent.
    static func folder(of parent: Int32) -> URL {
        FileManager.default.temporaryDirectory.appendingPathComponent("dialtone-fax-storm-\(parent)")
    }

    static func work() async throws {
        let folder = folder(of: getppid())
        let round = Int(try String(contentsOf: folder.appendingPathComponent("round"), encoding: .utf8)) ?? 0
        let steps = Mutex(Int.random(in: 1...30))
        if Bool.random() {
            DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(Int.random(in: 1...400))) { die() }
        }
        let plugin = try TestOffice.plugin(in: folder, settings) { _ in
            let left = steps.withLock { steps in
                steps -= 1
                return steps
            }
            if left == 0 { die() }
        }
        // Each round is later than the leases of the one before.
        var call = TestCall(
            plugin, call: "\(getpid())", start: WallClockTime(rfc3339: "2000-01-03T09:00:00Z") ?? .virtualEpoch)
        call.at = round * 301_000
        _ = try await call.ask("work", ["limit": 100])
        die()
    }

    private static func die() { kill(getpid(), SIGKILL) }
}
