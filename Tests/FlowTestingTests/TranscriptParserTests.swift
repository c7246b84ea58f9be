import CallControl
import Testing

@testable import FlowTesting

@Suite("Reading transcripts")
struct TranscriptParserTests {
    @Test("the header says who calls when, and what else the call starts with")
    func header() throws {
        let header = try Transcript(
            parsing: """
                # A comment comes first.
                call from tel:+86100 to sip:4001@example.org at 2026-11-20T10:00:00+08:00
                flow: ../other.vxml
                seed: 7
                direction: outbound
                variables: {"a": [1, "b"]}
                aai: some text
                plugins: scripted

                end: exit
                """
        ).header
        #expect(header.from == "tel:+86100")
        #expect(header.to == "sip:4001@example.org")
        #expect(header.start.rfc3339 == "2026-11-20T10:00:00+08:00")
        #expect(header.flow == "../other.vxml")
        #expect(header.seed == 7)
        #expect(header.direction == .outbound)
        #expect(header.variables?.jsonText == #"{"a":[1,"b"]}"#)
        #expect(header.aai == "some text")
        #expect(header.isScripted)
    }

    @Test("a bare call line is a call of nobody on the first day of the virtual clock")
    func bareHeader() throws {
        let header = try Transcript(parsing: "call\nend: exit\n").header
        #expect(header.start == .virtualEpoch)
        #expect(!header.isScripted)
    }

    @Test(
        "each line is what it says",
        arguments: [
            ("ivr: Hello  you", .expectation(.says(TextPattern("Hello you")))),
            ("ivr: one\n  two", .expectation(.says(TextPattern("one two")))),
            ("dials: bridge tel:1", .expectation(.dials(TextPattern("bridge tel:1")))),
            ("log: label text", .expectation(.logs(TextPattern("label text")))),
            ("end: exit {\"a\":1}", .expectation(.ends(TextPattern("exit {\"a\":1}")))),
            ("keys: 1 2 #", .action(.keys([.one, .two, .pound], early: false))),
            ("keys early: A*", .action(.keys([.a, .star], early: true))),
            ("silence", .action(.silence(nil))),
            ("silence 300ms", .action(.silence(CallDuration(milliseconds: 300)))),
            ("silence 1.5s", .action(.silence(CallDuration(milliseconds: 1500)))),
            ("hang-up", .action(.hangup(early: false))),
            ("hang-up early", .action(.hangup(early: true))),
            ("recording: silence", .action(.recording(RecordingOutcome(duration: .zero, size: 0)))),
            ("recording: 5s", .action(.recording(RecordingOutcome(duration: .seconds(5))))),
            ("recording: 5s #", .action(.recording(RecordingOutcome(duration: .seconds(5), termchar: .pound)))),
            ("recording: 60s maxtime", .action(.recording(RecordingOutcome(duration: .seconds(60), maxtime: true)))),
            ("transfer: busy", .action(.transfer(TransferOutcome(.busy), after: .zero))),
            (
                "transfer: far_end_disconnect after 2s",
                .action(.transfer(TransferOutcome(.farEndDisconnect, duration: .seconds(2)), after: .seconds(2)))
            ),
            (
                "transfer: error error.connection.noroute",
                .action(.transfer(TransferOutcome(.error, event: "error.connection.noroute"), after: .zero))
            ),
            (
                "plugin a.b.m: {\"x\": true}",
                .answer(
                    ScriptedAnswer(
                        plugin: "a.b", method: "m", delay: .zero,
                        answer: .result(.object([.init("x", .bool(true))]))))
            ),
            (
                "plugin a.m after 2s: error down no such host",
                .answer(
                    ScriptedAnswer(
                        plugin: "a", method: "m", delay: .seconds(2),
                        answer: .failure(what: "down", message: "no such host")))
            ),
        ] as [(String, TranscriptLine.Content)])
    func lines(line: String, content: TranscriptLine.Content) throws {
        let transcript = try Transcript(parsing: "call\n" + line + "\n")
        #expect(transcript.lines.last?.content == content)
    }

    @Test(
        "what cannot be read is told with its line",
        arguments: [
            ("", 1, "who calls"),
            ("ivr: Hello", 1, "who calls"),
            ("call\ncall", 2, "second call"),
            ("call from", 1, "nothing behind"),
            ("call by tel:1", 1, "“by” is unknown"),
            ("call at noon", 1, "2026-11-20T10:00:00+08:00"),
            ("call at 2026-13-20T10:00:00Z", 1, "is no time"),
            ("call\nivr: a\nseed: 1", 3, "before the first thing"),
            ("call\nseed: -1", 2, "whole number"),
            ("call\ndirection: up", 2, "inbound or outbound"),
            ("call\nvariables: [1]", 2, "object in JSON"),
            ("call\nplugins: linked", 2, "scripted"),
            ("call\n\n# x\nsays: a", 4, "“says” is unknown"),
            ("call\nivr hello", 2, "ivr: …"),
            ("call\nkeys: 1x", 2, "“x” is no key"),
            ("call\nkeys: 1••", 2, "not saved"),
            ("call\nkeys:", 2, "no keys"),
            ("call\nkeys late: 1", 2, "keys: 12#"),
            ("call\nsilence: 3s", 2, "silence 3s"),
            ("call\nsilence 3", 2, "5s or 300ms"),
            ("call\nhang-up now", 2, "hang-up early"),
            ("call\nrecording: 5", 2, "no time"), ("call\nrecording: 5s x", 2, "recording: 5s"),
            ("call\ntransfer: gone", 2, "one of"),
            ("call\ntransfer: error", 2, "the event"),
            ("call\ntransfer: busy 5s", 2, "after 5s"),
            ("call\nplugin orders: {}", 2, "plugin orders.status"),
            ("call\nplugin a.b: 5", 2, "object in JSON"),
            ("call\nplugin a.b: error", 2, "what failed"),
            ("call\nend: exit\nkeys: 1", 3, "nothing after the end"),
        ])
    func errors(text: String, line: Int, message: String) {
        let error = #expect(throws: TranscriptError.self) { try Transcript(parsing: text) }
        #expect(error?.line == line)
        #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
    }

    @Test("a comment may follow the end; an error does not quote keys")
    func endAndSecrets() throws {
        #expect(throws: Never.self) { try Transcript(parsing: "call\nend: exit\n\n# done\n") }
        let error = #expect(throws: TranscriptError.self) { try Transcript(parsing: "call\nkeys: 4711x") }
        #expect(error?.description.contains("4711") == false)
    }
}
