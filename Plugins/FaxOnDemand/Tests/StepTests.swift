import CallControl
import Foundation
import PluginKit
import PluginTesting
import Testing

@testable import FaxOnDemand

/// Stops the work after a step as if the process were killed there: nothing is written any more.
struct Killed: Error {
    static func after(_ step: Step) -> Interruption {
        { reached in if reached == step { throw Killed() } }
    }
}

@Suite("Never lost, never twice", .timeLimit(.minutes(1)))
struct StepTests {
    @Test("killed after a step, and worked on by another process", arguments: Step.allCases)
    func folder(step: Step) async throws {
        let office = try TestOffice(interruption: Killed.after(step))
        let call = office.call()
        let job = try await call.order("101 102")
        _ = await call.answer("work", invocation: "work")
        let taken = try Self.take(from: office)

        // Nobody else works it while the lease lasts, unless it is over.
        let other = try office.another()
        #expect(try await other.call().after(seconds: 299).ask("work")["taken"] == 0)
        _ = try await other.call().after(seconds: 300).ask("work")
        let takenLater = try Self.take(from: office)
        #expect(taken + takenLater == [job])
        #expect(taken.count == (step.rawValue >= Step.handedOver.rawValue ? 1 : 0))
        #expect(
            try await other.call().status(job).picking("state", "attempts", "pages") == [
                "state": "sent", "attempts": 1, "pages": 3,
            ])
        #expect(try await other.call().after(seconds: 600).ask("work")["taken"] == 0)
        #expect(office.names("fax/outbox").filter { $0 != ".ready" } == [])
        #expect(office.names("fax/outbox/.ready") == [])
    }

    @Test("killed after a step with a fax server, and worked on by another process", arguments: Step.allCases)
    func server(step: Step) async throws {
        let transport = ScriptedTransport()
        let office = try TestOffice(interruption: Killed.after(step), transport: { _ in transport })
        let job = try await office.call().order("101 102")
        _ = await office.call().answer("work", invocation: "work")
        let other = try office.another(transport: { _ in transport })
        for minutes in [6, 12, 18] { _ = try await other.call().after(seconds: minutes * 60).ask("work") }
        #expect(transport.tags.count == 1)
        #expect(
            try await other.call().status(job).picking("state", "attempts") == ["state": "sent", "attempts": 1])
    }

    @Test("a process that was only slow finds its lease lost, and changes nothing", arguments: Step.allCases)
    func slow(step: Step) async throws {
        let office = try TestOffice()
        let job = try await office.call().order("101 102")
        let slow = try office.another(
            interruption: { reached in
                guard reached == step else { return }
                // Another process has come and done it all.
                let other = try office.another()
                Self.waiting { _ = try? await other.call().after(seconds: 301).ask("work") }
            })
        _ = try await slow.call().ask("work")
        #expect(try Self.take(from: office) == [job])
        #expect(try await office.call().status(job).picking("state", "attempts") == ["state": "sent", "attempts": 1])
    }

    @Test("a lease of a clock that was put back does not last")
    func clocks() async throws {
        let office = try TestOffice(interruption: Killed.after(.leased))
        let call = office.call()
        _ = try await call.order()
        _ = await office.call(at: "2030-01-01T00:00:00Z").answer("work", invocation: "work")
        #expect(try await office.another().call().ask("work")["sent"] == 1)
    }

    @Test("forty faxes and eight workers at once: each is sent once")
    func workers() async throws {
        let office = try TestOffice(["number-limit": 100, "caller-limit": 100])
        var jobs: [String] = []
        for number in 0..<40 { jobs.append(try await office.call().order("102", to: "03012345\(100 + number)")) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                let worker = try office.another()
                group.addTask { _ = try await worker.call().ask("work", ["limit": 40]) }
            }
            try await group.waitForAll()
        }
        #expect(try Self.take(from: office).sorted() == jobs.sorted())
        #expect(try office.rows("SELECT state, count(*), max(attempts) FROM jobs GROUP BY state") == ["sent|40|1"])
        #expect(office.names("fax/spool/jobs") == [])
    }

    /// Stands still until work of another process is done.
    static func waiting(for work: @escaping @Sendable () async -> Void) {
        let done = DispatchSemaphore(value: 0)
        Task {
            await work()
            done.signal()
        }
        done.wait()
    }

    /// Takes all faxes from the outbox as another program does: those whose JSON is there.
    static func take(from office: TestOffice) throws -> [String] {
        let outbox = office.url.appendingPathComponent("fax/outbox")
        return try office.names("fax/outbox").filter { $0.hasSuffix(".json") }.map { name in
            let json = outbox.appendingPathComponent(name)
            let description = try JSONValue(parsing: String(contentsOf: json, encoding: .utf8))
            let job = description.text("job")
            let tiff = outbox.appendingPathComponent(job + ".tiff")
            #expect(try JSONValue.number(Double(TIFFPages(tiff.path).pages.count)) == description["pages"])
            try FileManager.default.removeItem(at: json)
            try FileManager.default.removeItem(at: tiff)
            return job
        }
    }
}
