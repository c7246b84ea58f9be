import CallControl
import PluginKit
import PluginTesting
import Testing

@testable import FaxOnDemand

@Suite("Status and cancelling")
struct StatusTests {
    @Test("a fax that waits, and that was sent")
    func sent() async throws {
        let office = try TestOffice()
        let call = office.call()
        let job = try await call.order("101 102")
        #expect(
            try await call.status(job).replacing(["job": .null, "jobSpoken": .null]) == [
                "outcome": "found", "state": "waiting", "spoken": "The fax will be sent in a moment.", "attempts": 0,
                "count": 2, "pages": 3, "at": "2000-01-03T09:00:00Z", "atSpoken": "9 AM", "numberEndSpoken": "5 6 7",
                "mayCancel": true, "job": .null, "jobSpoken": .null,
            ])
        _ = try await call.after(seconds: 60).ask("work")
        let status = try await call.after(seconds: 90_000).status(job)
        #expect(
            status.picking("state", "spoken", "attempts", "pages", "mayCancel") == [
                "state": "sent", "spoken": "The fax was sent on Monday, January 3, at 9:01 AM, with 3 pages.",
                "attempts": 1, "pages": 3, "mayCancel": false,
            ])
        let chinese = try await call.after(seconds: 90).ask("status", ["job": .string(job), "language": "zh-CN"])
        #expect(chinese["spoken"] == "传真已于上午9点01分发送，共3页。")
    }

    @Test("each cause, as it is said", arguments: SpokenLanguage.allCases)
    func causes(language: SpokenLanguage) async throws {
        let locale = language == .chinese ? "zh-CN" : "en-US"
        for (cause, english, chinese) in [
            (Cause.busy, "The line was busy. The fax will be sent again at 9:03 AM.", "线路忙。传真将于上午9点03分重新发送。"),
            (.noAnswer, "Nobody answered. The fax will be sent again at 9:15 AM.", "无人应答。传真将于上午9点15分重新发送。"),
            (
                .line,
                "There was no fax machine, or the connection broke off. The fax will be sent again at 9:05 AM.",
                "对方没有传真机，或者连接中断。传真将于上午9点05分重新发送。"
            ),
            (
                .server, "The fax service was out of order. The fax will be sent again at 9:05 AM.",
                "传真服务暂时不可用。传真将于上午9点05分重新发送。"
            ),
            (.document, "The fax could not be sent. A document could not be made ready.", "传真未能发送。文件无法处理。"),
        ] {
            let transport = ScriptedTransport([.failed(cause, "")])
            let office = try TestOffice(transport: { _ in transport })
            let call = office.call(locale: locale)
            let job = try await call.order()
            _ = try await call.ask("work")
            #expect(
                try await call.status(job)["spoken"] == (language == .chinese ? "传真正在发送。" : "The fax is being sent."))
            _ = try await call.after(seconds: 15).ask("work")
            let status = try await call.after(seconds: 15).status(job)
            #expect(status["cause"] == .string(cause.rawValue))
            #expect(status["spoken"] == .string(language.choose(english, chinese)))
        }
    }

    @Test("a fax that waits can be cancelled, once, and is not sent")
    func cancel() async throws {
        let office = try TestOffice()
        let call = office.call()
        let job = try await call.order()
        func cancel() async throws -> JSONValue {
            try await call.ask("cancel", ["job": .string(job)]).picking("outcome", "state", "spoken")
        }
        let spoken: JSONValue = "The fax was cancelled at 9 AM."
        #expect(try await cancel() == ["outcome": "done", "state": "cancelled", "spoken": spoken])
        #expect(try await cancel() == ["outcome": "already", "state": "cancelled", "spoken": spoken])
        #expect(try await call.ask("work")["taken"] == 0)
        #expect(office.names("fax/outbox") == [])
    }

    @Test("what has begun, or is over, cannot be cancelled; what waits for its next attempt can")
    func tooLate() async throws {
        let transport = ScriptedTransport([.underWay, .failed(.busy, "")])
        let office = try TestOffice(transport: { _ in transport })
        let call = office.call()
        let job = try await call.order()
        func cancel(_ seconds: Int) async throws -> JSONValue? {
            try await call.after(seconds: seconds).ask("cancel", ["job": .string(job)])["outcome"]
        }
        _ = try await call.ask("work")
        #expect(try await cancel(1) == "notAllowed")
        _ = try await call.after(seconds: 15).ask("work")
        #expect(try await cancel(16) == "notAllowed")
        _ = try await call.after(seconds: 30).ask("work")
        #expect(try await cancel(31) == "done")
        let sent = try await call.order("102")
        _ = try await call.after(seconds: 40).ask("work")
        _ = try await call.after(seconds: 60).ask("work")
        #expect(try await call.ask("cancel", ["job": .string(sent)])["outcome"] == "notAllowed")
    }

    @Test("a job number that was mistyped, and one that there is not", arguments: ["status", "cancel"])
    func unknown(method: String) async throws {
        let office = try TestOffice()
        let job = try await office.call().order()
        let digits = Array(job)
        let swapped = String([digits[1], digits[0]] + digits[2...])
        #expect(digits[0] == digits[1] || swapped != job)
        if swapped != job {
            #expect(try await office.call().ask(method, ["job": .string(swapped)]) == ["outcome": "mistyped"])
        }
        for typed in ["", "1", job + "0", "abcdefgh"] {
            #expect(try await office.call().ask(method, ["job": .string(typed)]) == ["outcome": "mistyped"])
        }
        #expect(try await office.call().ask(method, ["job": "10000009"])["outcome"] != "found")
        #expect(try await TestOffice().call().ask(method, ["job": .string(job)]) == ["outcome": "notFound"])
    }
}
