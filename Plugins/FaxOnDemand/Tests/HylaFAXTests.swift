import CallControl
import Foundation
import PluginKit
import PluginTesting
import Testing

@testable import FaxOnDemand

@Suite(
    "HylaFAX", .serialized, .timeLimit(.minutes(3)),
    .enabled(if: HylaFAXOffice.isPossible, "needs Debian's hylafax-server, and root"))
struct HylaFAXTests {
    private static func settings(_ server: HylaFAXOffice) -> JSONValue {
        [
            "transport": "hylafax", "hylafax": .string("127.0.0.1:\(server.port)"),
            "sender-number": "+49 40 5550100",
        ]
    }

    @Test("a fax is in HylaFAX's queue with its number and pages, and nothing is left when all has ended")
    func queue() async throws {
        let server = try HylaFAXOffice(modems: 0)
        let office = try TestOffice(Self.settings(server))
        let call = office.call()
        let job = try await call.order("101 102")
        #expect(try await call.ask("work")["taken"] == 1)
        let remote = try #require(try server.jobs().first)
        #expect(remote["number"] == "+49301234567")
        #expect(remote["jobtag"]?.hasPrefix("dialtone-\(job)-1-") == true)
        #expect(remote["resolution"] == "196")
        #expect(remote["tsi"] == "+49 40 5550100")
        let document = try #require(remote["tiff"]?.split(separator: ":").last)
        #expect(try TIFFPages(server.spool.appendingPathComponent(String(document)).path).pages.count == 3)
        #expect(try await call.ask("queue")["jobs"]?.elements.first?["server"] == .string(remote["jobid"] ?? ""))
        #expect(remote["tts"].flatMap { Int($0) } ?? .max < Int(Date().timeIntervalSince1970) + 60)
        // It waits there for a modem, and is asked after.
        _ = try await call.after(seconds: 15).ask("work")
        #expect(
            try await call.status(job).picking("state", "attempts", "mayCancel") == [
                "state": "sending", "attempts": 1, "mayCancel": false,
            ])
        #expect(try server.jobs().count == 1)
        server.end()
        #expect(!server.isRunning)
    }

    @Test("what HylaFAX says of the attempt is taken back: sent, busy, no answer; and a busy number is dialled again")
    func results() async throws {
        let server = try HylaFAXOffice(modems: 3)
        let office = try TestOffice(Self.settings(server))
        let call = office.call()
        var jobs: [String] = []
        for number in ["030123451", "030123452", "030123453"] {
            jobs.append(try await call.order("101 102", to: number))
        }
        _ = try await call.ask("work")
        for _ in 0..<200 where try server.jobs().contains(where: { $0["state"] != "7" && $0["state"] != "8" }) {
            try await Task.sleep(for: .milliseconds(50))
        }
        #expect(Set(try server.jobs().map { $0["totpages"] ?? "" }) == ["3"])
        _ = try await call.after(seconds: 15).ask("work")
        var states: [JSONValue] = []
        for job in jobs { states.append(try await call.status(job).picking("state", "attempts", "cause")) }
        #expect(
            states == [
                ["state": "sent", "attempts": 1], ["state": "retrying", "attempts": 1, "cause": "busy"],
                ["state": "retrying", "attempts": 1, "cause": "noAnswer"],
            ])
        _ = try await call.after(seconds: 195).ask("work")
        #expect(try server.jobs().filter { $0["number"] == "+4930123452" }.count == 2)
    }

    @Test("killed after a step, and worked on when HylaFAX has forgotten what is done: each number is dialled once")
    func steps() async throws {
        let server = try HylaFAXOffice(modems: 3)
        let office = try TestOffice(Self.settings(server))
        let steps: [Step] = [.ready, .sending, .handedOver, .recorded, .started, .cleaned]
        for step in steps {
            _ = try await office.call().order(to: "0301234\(10 + step.rawValue)1")
            let killed = try office.another(Self.settings(server), interruption: Killed.after(step))
            _ = await killed.call().answer("work", ["limit": 1], invocation: "work")
        }
        try await server.dialled(2)
        try server.forget()
        let other = office.call().after(seconds: 360)
        _ = try await other.ask("work")
        try await server.dialled(steps.count)
        _ = try await other.after(seconds: 15).ask("work")
        #expect(Set(try server.dialled).count == steps.count)
        #expect(try server.dialled.count == steps.count)
        #expect(
            try office.rows("SELECT state, attempts, cause, count(*) FROM jobs GROUP BY state ORDER BY state") == [
                "failed|1|server|2", "sent|1|-|4",
            ])
        #expect(try server.jobs().filter { $0["state"] != "7" } == [])
    }

    @Test("a process that was only slow, and finds its lease lost: the number is dialled once, and nothing is held")
    func slow() async throws {
        let server = try HylaFAXOffice(modems: 1)
        let office = try TestOffice(Self.settings(server))
        let steps: [Step] = [.sending, .handedOver, .recorded]
        for step in steps {
            _ = try await office.call().order(to: "0301234\(10 + step.rawValue)1")
            let slow = try office.another(
                Self.settings(server),
                interruption: { reached in
                    guard reached == step else { return }
                    StepTests.waiting { _ = try? await office.call().after(seconds: 301).ask("work") }
                })
            _ = try await slow.call().ask("work", ["limit": 1])
        }
        try await server.dialled(steps.count)
        _ = try await office.call().after(seconds: 700).ask("work")
        #expect(Set(try server.dialled).count == steps.count)
        #expect(try server.dialled.count == steps.count)
        #expect(try office.rows("SELECT state, count(*) FROM jobs GROUP BY state") == ["sent|\(steps.count)"])
        #expect(try server.jobs().filter { $0["state"] != "7" } == [])
    }

    @Test("a server that is away is a cause, and the fax goes when it is back")
    func away() async throws {
        let office = try TestOffice(["transport": "hylafax", "hylafax": "127.0.0.1:1"])
        let call = office.call()
        let job = try await call.order()
        #expect(try await call.ask("work")["retried"] == 1)
        #expect(
            try await call.status(job).picking("state", "attempts", "cause") == [
                "state": "retrying", "attempts": 0, "cause": "server",
            ])
        let trouble = try office.rows("SELECT trouble FROM jobs")
        #expect(trouble == ["127.0.0.1:1 cannot be reached: Connection refused"])
        let server = try HylaFAXOffice(modems: 0)
        let back = try office.another(Self.settings(server)).call()
        _ = try await back.after(seconds: 300).ask("work")
        #expect(try server.jobs().count == 1)
    }
}

@Suite("What HylaFAX says of a job")
struct HylaFAXJobTests {
    @Test(
        "its state and its last words",
        arguments: [
            ("1|t|W|+49301| ", .underWay), ("1|t|R|+49301|", .underWay), ("1|t|D|+49301|", .sent),
            ("1|t|F|+49301|Busy signal detected", .failed(.busy, "Busy signal detected")),
            ("1|t|F|+49301|No answer from remote", .failed(.noAnswer, "No answer from remote")),
            ("1|t|F|+49301|No carrier detected", .failed(.line, "No carrier detected")),
            ("1|t|F|+49301|Kill time expired", .failed(.server, "Kill time expired")),
            ("1|t|F|+49301|a|b", .failed(.line, "a|b")),
            ("1|t|F|+49301|Job aborted by request", .lost("Job aborted by request")),
            ("1|t-held|T|+49301|", .held), ("1|t-held|P|+49301|", .held), ("1|t-held|D|+49301|", .sent),
            ("1|t-held|F|+49301|REJECT: no", .failed(.line, "REJECT: no")),
        ] as [(String, FaxProgress)])
    func progress(line: String, progress: FaxProgress) { #expect(HylaFAXJob(line)?.progress == progress) }

    @Test("the tag of a held job is found, too")
    func tag() {
        #expect(HylaFAXJob("1|t-held|T|n|")?.tag == "t")
        #expect(HylaFAXJob("1|t|T|n|")?.tag == "t")
    }

    @Test(
        "until when a job is held",
        arguments: [
            ("20260101000000", "202610010000"), ("20260331235959", "202612010000"), ("20260415000000", "202701010000"),
            ("20261231235959", "202709010000"),
        ])
    func farOff(time: String, farOff: String) throws { #expect(try HylaFAXHandover.farOff(from: time) == farOff) }

    @Test("a line that is none", arguments: ["", "1|t", "1|t||n|s"])
    func none(line: String) { #expect(HylaFAXJob(line) == nil) }
}
