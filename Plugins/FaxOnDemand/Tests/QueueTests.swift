import CallControl
import PluginKit
import PluginTesting
import Testing

@testable import FaxOnDemand

@Suite("The queue")
struct QueueTests {
    @Test("each cause has its own pause, and attempts end")
    func retries() async throws {
        let transport = ScriptedTransport([
            .failed(.busy, "Busy signal detected"), .failed(.noAnswer, ""), .failed(.line, ""), .failed(.busy, ""),
        ])
        let settings: JSONValue = [
            "busy-minutes": 2, "no-answer-minutes": 20, "line-minutes": 7, "attempts": 4,
        ]
        let office = try TestOffice(settings, transport: { _ in transport })
        let call = office.call()
        let job = try await call.order()
        var at = 0
        for (pause, cause, attempts) in [(120, "busy", 1.0), (1200, "noAnswer", 2), (420, "line", 3)] {
            #expect(try await call.after(seconds: at).ask("work") == work(taken: 1))
            #expect(try await call.after(seconds: at + 15).ask("work") == work(taken: 1, retried: 1))
            #expect(
                try await call.status(job).picking("state", "cause", "attempts") == [
                    "state": "retrying", "cause": .string(cause), "attempts": .number(attempts),
                ])
            #expect(try await call.after(seconds: at + 14 + pause).ask("work")["taken"] == 0)
            at += 15 + pause
        }
        _ = try await call.after(seconds: at).ask("work")
        #expect(try await call.after(seconds: at + 15).ask("work") == work(taken: 1, failed: 1))
        #expect(
            try await call.status(job).picking("state", "cause", "attempts") == [
                "state": "failed", "cause": "busy", "attempts": 4,
            ])
        #expect(transport.tags.count == 4 && Set(transport.tags).count == 4)
        #expect(transport.tags.allSatisfy { $0.hasPrefix("dialtone-\(job)-") })
    }

    @Test("the next attempt waits until quiet hours end")
    func quiet() async throws {
        let transport = ScriptedTransport([.failed(.busy, "")])
        let office = try TestOffice(["quiet": "10:00-11:00"], transport: { _ in transport })
        let call = office.call(at: "2000-01-03T09:58:00Z")
        let job = try await call.order()
        _ = try await call.ask("work")
        _ = try await call.after(seconds: 15).ask("work")
        #expect(try await call.status(job)["at"] == "2000-01-03T11:00:00Z")
        #expect(try await call.after(seconds: 3720).ask("work")["taken"] == 1)
        #expect(transport.tags.count == 2)
    }

    @Test("a fax server that is away costs no attempt, until the fax is given up")
    func away() async throws {
        let transport = ScriptedTransport(isAway: true)
        let office = try TestOffice(["attempts": 1, "give-up-hours": 1], transport: { _ in transport })
        let call = office.call()
        let (first, second) = (try await call.order("101"), try await call.after(seconds: 3000).order("102"))
        for minutes in stride(from: 0, through: 55, by: 5) {
            _ = try await call.after(seconds: minutes * 60).ask("work")
        }
        #expect(
            try await call.status(first).picking("state", "cause", "attempts") == [
                "state": "failed", "cause": "server", "attempts": 0,
            ])
        #expect(
            try await call.ask("queue")["jobs"]?.elements.first?.picking("state", "cause", "trouble") == [
                "state": "retrying", "cause": "server", "trouble": "nobody is there",
            ])
        transport.comeBack()
        _ = try await call.after(seconds: 3900).ask("work")
        _ = try await call.after(seconds: 3915).ask("work")
        #expect(try await call.status(second)["state"] == "sent")
    }

    @Test("a fax that nobody worked on in time has failed")
    func expired() async throws {
        let office = try TestOffice(["give-up-hours": 1])
        let call = office.call()
        let job = try await call.order()
        #expect(try await call.after(seconds: 3600).ask("work") == work(taken: 1, failed: 1))
        #expect(try await call.status(job)["cause"] == "expired")
    }

    @Test("what became of a fax is not known any more: it is not sent again")
    func lost() async throws {
        let transport = ScriptedTransport([.lost("gone")])
        let office = try TestOffice(transport: { _ in transport })
        let call = office.call()
        let job = try await call.order()
        _ = try await call.ask("work")
        _ = try await call.after(seconds: 15).ask("work")
        #expect(try await call.status(job).picking("state", "cause") == ["state": "failed", "cause": "server"])
        #expect(try await call.after(seconds: 80_000).ask("work")["taken"] == 0)
    }

    @Test("a document that cannot be made is a cause, and harms no other fax")
    func document() async throws {
        let office = try TestOffice(files: ["seed/102.txt": "\u{0}"])
        let call = office.call()
        let (bad, good) = (try await call.order("102"), try await call.order("101"))
        #expect(try await call.ask("work") == work(taken: 2, sent: 1, failed: 1))
        #expect(try await call.status(bad)["cause"] == "document")
        #expect(try await call.status(good)["state"] == "sent")
        let failed = try await call.ask("queue", ["state": "failed"])
        let trouble = failed["jobs"]?.elements.first?.text("trouble") ?? ""
        #expect(trouble.hasSuffix("102.txt is neither PDF, PostScript, TIFF nor plain text in UTF-8"))
        #expect(office.names("fax/spool/jobs") == [])
    }

    @Test("what staff sees")
    func staff() async throws {
        let office = try TestOffice()
        let call = office.call()
        let job = try await call.order("101 205")
        _ = try await call.order("102", to: "0301234568")
        _ = try await call.ask("cancel", ["job": .string(try await call.order("9"))])
        let queue = try await call.ask("queue")
        #expect(
            queue.picking("waiting", "retrying", "sending", "sent", "failed", "cancelled") == [
                "waiting": 2, "retrying": 0, "sending": 0, "sent": 0, "failed": 0, "cancelled": 1,
            ])
        #expect(
            queue["jobs"]?.elements.first == [
                "job": .string(job), "state": "waiting", "number": "+49301234567", "documents": "101 205", "pages": 3,
                "attempts": 0, "at": "2000-01-03T09:00:00Z",
            ])
        #expect(try await call.ask("queue", ["state": "waiting", "limit": 1])["jobs"]?.elements.count == 1)
        #expect(
            await call.answer("queue", ["state": "lost"], invocation: "1")
                == .failure(
                    what: "badparameter",
                    message: "there is no state 'lost'; there are waiting, retrying, sending, sent, failed, cancelled"))
    }

    @Test("what is over for long is forgotten")
    func forgotten() async throws {
        let office = try TestOffice(["keep-days": 2])
        let call = office.call()
        let job = try await call.order()
        _ = try await call.ask("work")
        _ = try await call.after(seconds: 172_800).ask("work")
        #expect(try await call.status(job)["outcome"] == "found")
        _ = try await call.after(seconds: 172_801).ask("work")
        #expect(try await call.status(job)["outcome"] == "notFound")
    }

    private func work(taken: Double, sent: Double = 0, retried: Double = 0, failed: Double = 0) -> JSONValue {
        [
            "taken": .number(taken), "sent": .number(sent), "retried": .number(retried), "failed": .number(failed),
        ]
    }
}
