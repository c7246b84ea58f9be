import CallControl
import Testing

@testable import FlowTesting

@Suite("Saving calls")
struct TranscriptWriterTests {
    private let start = CallStart(
        from: "tel:1 2", to: "tel:4001", flow: "file:///flows/a/main.vxml",
        start: WallClockTime(epochMilliseconds: 1_000), seed: 5)

    private func play(_ id: Int, _ text: String) -> CallCommand {
        .play(Play(prompt: PromptID(rawValue: id), bargein: true, items: [.text(text, lang: "en", ssml: nil)]))
    }

    private func at(_ milliseconds: Int) -> CallInstant { CallInstant(milliseconds: milliseconds) }

    @Test(
        "what the call and plugins said is read as it was, whatever white space it has",
        arguments: ["a b", "a  b", " a", "a\nkeys: 1", "\t", "", "\"", "\"a\"", "a\u{3000}b", "\u{1F600} \\ \r\n "])
    func texts(text: String) throws {
        var start = start
        start.aai = text
        start.variables = ["a": .string(text)]
        var writer = TranscriptWriter(flow: nil)
        writer.record(.call(start), at: .start, isSensitive: false)
        let answers: [PluginAnswer] = [.result(["b": .string(text)]), .failure(what: "busy", message: text)]
        for (number, answer) in answers.enumerated() {
            let id = InvocationID(rawValue: number)
            writer.record(.invoke(Invoke(invocation: id, plugin: "a", method: "m", params: [:])), at: .start)
            writer.record(.returned(id, answer), at: .start, isSensitive: false)
        }
        let transcript = try Transcript(parsing: writer.text())
        #expect(transcript.header.aai == text)
        #expect(transcript.header.variables == start.variables)
        let read = transcript.lines.compactMap { line in
            if case .answer(let answer) = line.content { answer.answer } else { nil }
        }
        #expect(read == answers)
    }

    @Test("a call reads as it went: what was heard, keys, silence, transfers, plugin answers, the end")
    func wholeCall() throws {
        var writer = TranscriptWriter(flow: nil)
        writer.record(.call(start), at: .start, isSensitive: false)
        writer.record(play(1, "Hello"), at: .start)
        writer.record(.played(PromptID(rawValue: 1)), at: at(1000), isSensitive: false)
        writer.record(play(2, "Still there?"), at: at(6000))
        writer.record(.keys([.one]), at: at(7000), isSensitive: false)
        writer.record(.keys([.two]), at: at(7500), isSensitive: false)
        writer.record(.stopPrompt(PromptID(rawValue: 2)), at: at(7500))
        let invocation = InvocationID(rawValue: 1)
        writer.record(
            .invoke(Invoke(invocation: invocation, plugin: "a", method: "m", params: .object([]))), at: at(7500))
        writer.record(.returned(invocation, .result(.object([]))), at: at(9500), isSensitive: false)
        let transfer = TransferID(rawValue: 1)
        writer.record(
            .transfer(
                Transfer(transfer: transfer, dest: "tel:9", kind: .bridge, connecttimeout: .zero, maxtime: .zero)),
            at: at(9500))
        writer.record(.transferred(transfer, TransferOutcome(.busy)), at: at(14500), isSensitive: false)
        writer.record(.hangup(reason: nil), at: at(15000), isSensitive: false)
        writer.record(.end(End(how: .hangup)), at: at(15000))
        #expect(
            writer.text() == """
                call from tel:1%202 to tel:4001 at 1970-01-01T00:00:01Z
                seed: 5

                ivr: Hello
                silence
                ivr: Still there?
                keys early: 12
                plugin a.m after 2s: {}
                dials: bridge tel:9
                transfer: busy after 5s
                hang-up
                end: hangup

                """)
        #expect(throws: Never.self) { try Transcript(parsing: writer.text()) }
    }

    @Test("56 sensitive keys are masked, those known at once and those known at the end")
    func secrets() {
        var writer = TranscriptWriter(flow: "x.vxml")
        writer.record(.call(start), at: .start, isSensitive: false)
        writer.record(.keys([.nine, .four]), at: at(1), isSensitive: false)
        writer.record(.keys([.seven, .one, .one]), at: at(2), isSensitive: true)
        let text = writer.text(hiding: [1])
        #expect(text.contains("keys: 9••••\n"))
        #expect(text.contains("flow: x.vxml\n"))
        #expect(text.hasPrefix("# •"))
        let error = #expect(throws: TranscriptError.self) { try Transcript(parsing: text) }
        #expect(error?.message.contains("sensitive") == true)
    }

    @Test("keys that changed nothing are left out, and lines that had no others")
    func unused() {
        var writer = TranscriptWriter(flow: nil)
        writer.record(.call(start), at: .start, isSensitive: false)
        writer.record(.keys([.one, .two, .three]), at: at(1), isSensitive: false)
        writer.record(play(1, "Ah"), at: at(1))
        writer.record(.keys([.four]), at: at(2), isSensitive: true)
        let text = writer.text(hiding: [2], leavingOut: [1, 2, 3])
        #expect(text.hasSuffix("\nkeys: 1\nivr: Ah\n"))
        #expect(!text.contains("•"))
    }

    @Test("keys before and after a document comes are two events")
    func fetched() {
        var writer = TranscriptWriter(flow: nil)
        writer.record(.call(start), at: .start, isSensitive: false)
        writer.record(.keys([.one]), at: at(1), isSensitive: false)
        let outcome = FetchOutcome.failed(event: "error.badfetch", message: "")
        writer.record(.fetched(FetchID(rawValue: 1), outcome), at: at(1), isSensitive: false)
        writer.record(.keys([.two]), at: at(1), isSensitive: false)
        writer.record(.keys([.three]), at: at(2), isSensitive: false)
        #expect(writer.text().hasSuffix("\nkeys: 1\nkeys: 23\n"))
    }

    @Test("how recordings ended")
    func recordings() {
        var writer = TranscriptWriter(flow: nil)
        writer.record(.call(start), at: .start, isSensitive: false)
        for (number, outcome) in [
            RecordingOutcome(duration: .seconds(5), size: 40_000),
            RecordingOutcome(duration: .seconds(60), maxtime: true),
            RecordingOutcome(duration: .seconds(2), termchar: .star), RecordingOutcome(duration: .seconds(5), size: 0),
        ].enumerated() {
            writer.record(.recorded(RecordID(rawValue: number), outcome), at: .start, isSensitive: false)
        }
        let lines = ["recording: 5s", "recording: 60s maxtime", "recording: 2s *", "recording: silence"]
        #expect(writer.text().hasSuffix(lines.joined(separator: "\n") + "\n"))
    }

    @Test("a prompt that is stopped in the same breath was not heard")
    func unheard() {
        var writer = TranscriptWriter(flow: nil)
        writer.record(.call(start), at: .start, isSensitive: false)
        writer.record(.keys([.one, .two]), at: .start, isSensitive: false)
        writer.record(play(1, "Never"), at: .start)
        writer.record(.stopPrompt(PromptID(rawValue: 1)), at: .start)
        writer.record(play(2, "Heard"), at: .start)
        #expect(!writer.text().contains("Never"))
        #expect(writer.text().contains("keys: 12\nivr: Heard\n"))
    }
}
