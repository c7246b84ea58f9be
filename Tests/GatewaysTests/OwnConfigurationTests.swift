import CallControl
import CallHosting
import Testing

@testable import Gateways

/// A `call` whose flow lies in a folder with a `dialtone.yaml` of its own.
@Suite(.timeLimit(.minutes(1))) struct OwnConfigurationTests {
    /// Says which properties it has.
    private static func folder(_ configuration: String? = nil) throws -> FlowFolder {
        var files = ["main.vxml": String.choice(filled: "<exit expr='choice'/>", noinput: "<exit expr=\"'silence'\"/>")]
        files["dialtone.yaml"] = configuration
        return try FlowFolder(files)
    }

    private static func call(_ id: String, _ flow: FlowFolder) -> String {
        callLine(id, #","flow":"\#(flow.path)/main.vxml""#)
    }

    private static func timeout(_ time: String) -> String { "properties: {timeout: \(time)}" }

    private static func key(_ id: String) -> String { #"{"event":"dtmf","call":"\#(id)","key":"1"}"# }

    @Test("has that folder's properties, and each other call those of the run; all in the order of their events")
    func properties() async throws {
        let (run, first, second, plain) = try (
            Self.folder(), Self.folder(Self.timeout("2s")), Self.folder(Self.timeout("3s")),
            Self.folder()
        )
        let answers = await Dialtone.answers(
            [
                callLine("a"), Self.call("b", first), Self.call("c", second), Self.call("d", plain),
                Self.call("e", first), Self.key("b"), Self.key("a"),
            ], flow: run.flow, playback: .immediate)
        #expect(try answers.field("call", of: "wait") == ["a", "b", "c", "d", "e"])
        #expect(try answers.field("until", of: "wait") == [5000, 2000, 3000, 5000, 2000])
        #expect(try answers.field("call", of: "end").prefix(2) == ["b", "a"])
        // At the end of input the others are hung up.
        #expect(try Set(answers.field("call", of: "end")) == ["a", "b", "c", "d", "e"])
    }

    @Test("may run without a FLOW for the others, and on the real clock")
    func realClock() async throws {
        let (first, second) = try (Self.folder(Self.timeout("30ms")), Self.folder(Self.timeout("60s")))
        let dialtone = Dialtone(clock: .real, playback: .immediate)
        dialtone.send(Self.call("a", first), Self.call("b", second))
        #expect(await dialtone.collector.wait(for: "silence")?.contains(#""call":"a""#) == true)
        dialtone.send(Self.key("b"))
        #expect(await dialtone.collector.wait(for: #""values":"1""#)?.contains(#""call":"b""#) == true)
        #expect(await dialtone.end() == 0)
    }

    @Test("shares the ids of calls with all others", arguments: [true, false])
    func ids(isOwnFirst: Bool) async throws {
        let (run, own) = try (Self.folder(), Self.folder(Self.timeout("2s")))
        let lines = [Self.call("a", own), callLine("a")]
        let answers = await Dialtone.answers(
            (isOwnFirst ? lines : lines.reversed()) + [Self.key("a"), Self.key("a"), lines[1], lines[0]],
            flow: run.flow,
            playback: .immediate)
        #expect(try answers.field("line", of: "error") == [2, 4, 6])
        #expect(try answers.field("message", of: "error").map(\.jsonText).count { $0.contains("is in progress") } == 3)
    }

    @Test("is refused when that cannot be read, and nothing else happens")
    func unreadable() async throws {
        let (run, own) = try (Self.folder(), Self.folder("properties: [timeout]"))
        let answers = await Dialtone.answers(
            [callLine("a"), Self.call("b", own), Self.key("a")], flow: run.flow, playback: .immediate)
        let message = try #require(try answers.field("message", of: "error").first).jsonText
        #expect(message.contains("dialtone.yaml:1:13:"), "\(message)")
        #expect(try answers.field("call", of: "end") == ["a"])
    }
}
