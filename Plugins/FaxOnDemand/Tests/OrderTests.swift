import CallControl
import Foundation
import PluginKit
import PluginTesting
import Testing

@Suite("Orders")
struct OrderTests {
    @Test("several documents are one fax, each once, whatever is between their numbers")
    func order() async throws {
        let office = try TestOffice()
        let answer = try await office.call().ask(
            "order", ["documents": "101, 205;9 101", "number": "0301234567"])
        #expect(
            answer.picking("outcome", "number", "numberSpoken", "count", "pages", "quiet") == [
                "outcome": "ordered", "number": "+49301234567", "numberSpoken": "0 3 0, 1 2 3, 4 5 6, 7", "count": 3,
                "pages": 4, "quiet": false,
            ])
        #expect((answer["documents"]?.elements ?? []).map { $0.text("document") } == ["101", "205", "9"])
        #expect(answer.text("job").count == 8)
        #expect(answer.text("jobSpoken").filter(\.isNumber) == answer.text("job"))
        #expect(
            try office.rows("SELECT state, number, documents, isChinese, resolution, pages, caller FROM jobs") == [
                "waiting|+49301234567|101 205 9|0|fine|4|+493023125001"
            ])
    }

    @Test(
        "the resolution is the finest of the documents, unless the order says",
        arguments: [
            ("102", [:], "standard"), ("101 102", [:], "fine"), ("102", ["resolution": "fine"], "fine"),
            ("101", ["resolution": "standard"], "standard"),
        ] as [(String, JSONValue, String)])
    func resolution(documents: String, more: JSONValue, resolution: String) async throws {
        let office = try TestOffice()
        _ = try await office.call().order(documents, more)
        #expect(try office.rows("SELECT resolution FROM jobs") == [resolution])
    }

    @Test("what cannot be ordered is told, and leaves nothing")
    func refusals() async throws {
        let office = try TestOffice(["refuse": "+49900", "documents-limit": 2])
        let call = office.call()
        func outcome(_ documents: String, _ number: String = "0301234567") async throws -> JSONValue {
            try await call.ask("order", ["documents": .string(documents), "number": .string(number)])
                .picking("outcome", "missing", "missingSpoken")
        }
        #expect(
            try await outcome("101 77 8") == ["outcome": "notFound", "missing": "77 8", "missingSpoken": "7 7, 8"])
        #expect(try await outcome("please") == ["outcome": "notFound"])
        #expect(try await outcome("101 102 205") == ["outcome": "tooMany"])
        #expect(try await outcome("300") == ["outcome": "tooMany"])
        #expect(try await outcome("101", "0900123456") == ["outcome": "refused"])
        #expect(try await outcome("101", "123") == ["outcome": "badNumber"])
        #expect(
            await call.answer("order", ["documents": "101", "number": "1", "resolution": "good"], invocation: "1")
                == .failure(
                    what: "badparameter", message: "the parameter 'resolution' is neither standard nor fine"))
        #expect(try office.rows("SELECT * FROM jobs") == [])
    }

    @Test("the very same fax that still waits is not ordered again")
    func already() async throws {
        let office = try TestOffice()
        let job = try await office.call().order()
        let again = try await office.call("2").ask("order", ["documents": "101", "number": "+49301234567"])
        #expect(again.picking("outcome", "job") == ["outcome": "already", "job": .string(job)])
        #expect(try await office.call("3").order("101 102") != job)
        _ = try await office.call().ask("work")
        let later = try await office.call("4").ask("order", ["documents": "101", "number": "+49301234567"])
        #expect(later["outcome"] == "ordered")
    }

    @Test("the limits of a day: faxes to a number, and by a caller; what was cancelled does not count")
    func limits() async throws {
        let office = try TestOffice(["number-limit": 2, "caller-limit": 3, "zone": "Europe/Berlin"])
        let call = office.call(at: "2000-01-03T23:00:00+01:00")
        func outcome(_ documents: String, _ number: String, _ call: TestCall) async throws -> JSONValue? {
            try await call.ask("order", ["documents": .string(documents), "number": .string(number)])["outcome"]
        }
        #expect(try await outcome("101", "0301234567", call) == "ordered")
        let second = try await call.order("102")
        #expect(try await call.ask("check", ["number": "0301234567"])["outcome"] == "full")
        _ = try await call.ask("cancel", ["job": .string(second)])
        #expect(try await outcome("205", "0301234567", call) == "ordered")
        #expect(try await outcome("9", "0301234567", call) == "full")
        #expect(try await outcome("9", "0301234568", call) == "ordered")
        #expect(try await outcome("9", "0301234569", call) == "full")
        let other = office.call("2", from: "tel:+493023125002", at: "2000-01-03T23:00:00+01:00")
        #expect(try await outcome("9", "0301234569", other) == "ordered")
        let withheld = office.call("3", from: "anonymous", at: "2000-01-03T23:00:00+01:00")
        #expect(try await outcome("9", "0301234570", withheld) == "ordered")
        #expect(try await outcome("9", "0301234567", call.after(seconds: 3600)) == "ordered")
    }

    @Test("what is ordered in quiet hours waits until they end, and is told so")
    func quiet() async throws {
        let office = try TestOffice(["quiet": "21:00-08:00"])
        let call = office.call(at: "2000-01-03T22:00:00Z")
        let answer = try await call.ask("order", ["documents": "101", "number": "0301234567"])
        #expect(
            answer.picking("outcome", "quiet", "sendsSpoken") == [
                "outcome": "ordered", "quiet": true, "sendsSpoken": "Tuesday, January 4, at 8 AM",
            ])
        let status = try await call.status(answer.text("job"))
        #expect(status["spoken"] == "The fax will be sent on Tuesday, January 4, at 8 AM.")
        #expect(try await call.after(seconds: 35_999).ask("work")["taken"] == 0)
        #expect(try await call.after(seconds: 36_000).ask("work")["sent"] == 1)
    }

    @Test("asked twice in one invocation it is ordered once; another invocation has another job number")
    func retry() async throws {
        let office = try TestOffice()
        let order: JSONValue = ["documents": "101", "number": "0301234567"]
        let first = try await office.call().ask("order", order, invocation: "7")
        _ = try await office.call().ask("work")
        #expect(try await office.another().call().ask("order", order, invocation: "7") == first)
        #expect(try await office.call().ask("order", order, invocation: "8")["job"] != first["job"])
        #expect(try office.rows("SELECT count(*) FROM jobs") == ["2"])
    }

    @Test(
        "a program that is missing is told, before a caller is promised a fax",
        arguments: [
            ("gs", "Ghostscript (gs)", "ghostscript"), ("paps", "paps", "paps"), ("tiffcp", "tiffcp", "libtiff-tools"),
        ])
    func missing(program: String, name: String, package: String) async throws {
        let office = try TestOffice()
        try FileManager.default.removeItem(at: office.url.appendingPathComponent("programs/" + program))
        let failure = PluginAnswer.failure(
            what: "unavailable",
            message:
                "\(name) is not installed, without which no fax can be made; on Debian: apt-get install \(package)")
        let order: JSONValue = ["documents": "101", "number": "0301234567"]
        #expect(await office.call().answer("order", order, invocation: "1") == failure)
        #expect(await office.call().answer("work", invocation: "2") == failure)
    }
}
