import CallControl
import CallHosting
import Logging
import Testing

@testable import Gateways

/// `--format keys` on a pipe.
@Suite struct PlainKeysTests {
    private func run(_ document: String, keys: String) async throws -> (status: Int32, output: String, errors: String) {
        let flow = try FlowFolder(["main.vxml": document])
        let (input, output, errors) = (Pipe(), Pipe(), Pipe())
        let (shown, reported) = (Collector(output), Collector(errors))
        input.send(keys)
        input.closeWrite()
        let host = HostOptions(logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let status = await PlainKeys(
            CallStart(from: "tel:1", to: "tel:2", flow: flow.flow.uri), host: host,
            streams: GatewayStreams(input: input.read, output: output.write, errors: errors.write)
        ).run()
        output.closeWrite()
        errors.closeWrite()
        return (status, await shown.all(), await reported.all())
    }

    @Test func showsTheCallAsText() async throws {
        let run = try await run(.choice(), keys: "1\n")
        #expect(run.output == "Press 1 or 2.\n> 1\nYou pressed 1.\n[the call has ended: exit]\n")
        #expect(run.errors.isEmpty)
        #expect(run.status == 0)
    }

    @Test func withoutInputTheCallerIsGreetedAndHangsUp() async throws {
        let run = try await run(.choice(), keys: "")
        #expect(run.output == "Press 1 or 2.\n[the caller hangs up]\n[the call has ended: hangup]\n")
        #expect(run.status == 0)
    }

    @Test func aTildeLetsTheNextTimerFire() async throws {
        let run = try await run(.choice(), keys: "~2")
        #expect(
            run.output.hasPrefix("Press 1 or 2.\nSilence. Press 1 or 2.\n> 2\nYou pressed 2.")
                || run.output.hasPrefix("Press 1 or 2.\nSilence.\nPress 1 or 2.\n> 2\nYou pressed 2."))
    }

    @Test func whiteSpaceIsNothingAndTheRestIsReportedAndSkipped() async throws {
        let run = try await run(.choice(), keys: " x\t\u{E9}\n 1 999")
        #expect(run.output == "Press 1 or 2.\n> 1\nYou pressed 1.\n[the call has ended: exit]\n")
        #expect(run.errors == "'x' is no key and is skipped\na character is no key and is skipped\n")
    }

    @Test func aCallThatEndsByAnErrorGivesStatusOne() async throws {
        #expect(try await run("<form>", keys: "1").status == 1)
    }

    @Test("what cannot be had is told once, also when the flow catches it")
    func failedFetches() async throws {
        let flow = """
            <form><block><goto next="nowhere.vxml"/></block>
            <catch event="error" count="2"><exit/></catch>
            <catch event="error"><prompt>Sorry.</prompt><goto next="elsewhere.vxml"/></catch></form>
            """
        let caught = try await run(flow.vxml, keys: "").output.collapsingWhitespace()
        let parts = caught.split(separator: ": No such file or directory] ").map(String.init)
        #expect(parts.count == 3)
        for (part, file) in zip(parts, ["nowhere", "elsewhere"]) {
            #expect(part.hasPrefix("[error.badfetch: ") && part.hasSuffix("/\(file).vxml"), "\(part)")
        }
        #expect(parts.last == "Sorry. [the call has ended: exit]")
        let uncaught = try await run("<form><block><goto next='nowhere.vxml'/></block></form>".vxml, keys: "")
        #expect(uncaught.output.collapsingWhitespace().split(separator: "No such file").count == 2)
        #expect(uncaught.output.hasSuffix(".\n[the call has ended: error error.badfetch]\n"))
    }

    @Test("56 keys of a sensitive field are not shown")
    func sensitiveKeys() async throws {
        let document = """
            <form><field name="pin" type="digits?length=4"><property name="dialtone.sensitive" value="true"/>
            <prompt>Your PIN.</prompt></field><block>Thank you.</block></form>
            """.vxml
        let run = try await run(document, keys: "8642")
        #expect(run.output.hasPrefix("Your PIN.\n> \u{2022}\u{2022}\u{2022}\u{2022}\nThank you.\n"))
        for digit in "8642" { #expect(!run.output.contains(digit)) }
    }

    @Test func transfersAreAnsweredInTheGatewaysPlace() async throws {
        let document = """
            <form><transfer name="t" dest="tel:4009" type="bridge" bridge="true"/>
            <block>It was <value expr="t"/>.</block></form>
            """.replacing(" bridge=\"true\"", with: "").vxml
        let run = try await run(document, keys: "")
        #expect(run.output.contains("[bridge transfer to tel:4009]\n[the transfer ends: far_end_disconnect]\n"))
        #expect(run.output.contains("It was far_end_disconnect."))
    }

    @Test("a flow that never comes to rest is hung up and said to be so: exit status 1")
    func endless() async throws {
        let flow =
            "<form id='a'><transfer name='t' dest='tel:1' bridge='true'/><block><goto next='#a'/></block></form>"
        let run = try await run(flow.vxml, keys: "1")
        #expect(
            run.output.hasSuffix("[the call does not come to rest: it is hung up]\n[the call has ended: hangup]\n"))
        #expect(!run.output.contains("the caller hangs up"))
        #expect(run.errors.contains("does not come to rest"))
        #expect(run.status == 1)
    }

    @Test func twoRunsShowTheSame() async throws {
        let document = "<form><block><value expr=\"Math.random()\"/></block></form>".vxml
        #expect(try await run(document, keys: "").output == run(document, keys: "").output)
    }
}
