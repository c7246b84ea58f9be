import CallControl
import FormInterpreter
import Foundation
import Testing

/// What the caller hears while a document is fetched (VoiceXML 2.0 6.1.4, 6.3.5).
@Suite("Fetchaudio")
struct FetchAudioTests {
    /// A call whose next document is being fetched.
    private struct Waiting {
        var session = Session()
        let library: Library
        var fetch: Fetch?
        var commands: [CallCommand] = []

        init(_ attributes: String = "fetchaudio=\"music.wav\"", prompt: String = "") throws {
            library = Library([
                "main.vxml": TestCall.document(
                    """
                    <property name="fetchaudiodelay" value="1s"/><property name="fetchaudiominimum" value="3s"/>
                    <form><block>\(prompt)<goto next="next.vxml" \(attributes)/></block></form>
                    """),
                "next.vxml": TestCall.document("<form><block>Next.</block></form>"),
            ])
            let start = CallStart(from: "tel:1", to: "tel:2", flow: Library.base + "main.vxml")
            try send(.call(start), at: 0)
            let first = try #require(fetch)
            try send(.fetched(first.fetch, library.fetch(first)), at: 0)
        }

        mutating func send(_ event: CallEvent, at milliseconds: Int) throws {
            take(try session.handle(event, at: CallInstant(milliseconds: milliseconds), in: library.world))
        }

        mutating func wait(until milliseconds: Int) {
            take(session.advance(to: CallInstant(milliseconds: milliseconds), in: library.world))
        }

        /// The server answers.
        mutating func arrive(at milliseconds: Int) throws {
            let fetch = try #require(fetch)
            try send(.fetched(fetch.fetch, library.fetch(fetch)), at: milliseconds)
        }

        private mutating func take(_ given: [CallCommand]) {
            for case .fetch(let fetch) in given { self.fetch = fetch }
            commands += given
        }

        /// In order, without fetches.
        var heard: [String] {
            commands.compactMap { command in
                switch command {
                case .play(let play):
                    play.items.map { if case .audio(let src, _) = $0 { src } else { play.readableText() } }.joined()
                case .stopPrompt: "stop"
                case .end: "end"
                default: nil
                }
            }
        }
    }

    private static let music = Library.base + "music.wav"

    @Test("a quick answer comes before the delay has passed: nothing is heard")
    func quick() throws {
        var call = try Waiting()
        try call.arrive(at: 999)
        #expect(call.heard == ["Next.", "end"])
    }

    @Test("it plays after the delay, for its minimum, and stops when the answer is there")
    func minimum() throws {
        var call = try Waiting()
        call.wait(until: 1000)
        #expect(call.heard == [Self.music])
        try call.arrive(at: 1500)
        call.wait(until: 3999)
        #expect(call.heard == [Self.music])
        call.wait(until: 4000)
        #expect(call.heard == [Self.music, "stop", "Next.", "end"])
    }

    @Test("after its minimum it stops with the answer")
    func late() throws {
        var call = try Waiting()
        call.wait(until: 9000)
        try call.arrive(at: 9000)
        #expect(call.heard == [Self.music, "stop", "Next.", "end"])
    }

    @Test("when it ends by itself, nothing is waited for any longer")
    func short() throws {
        var call = try Waiting()
        call.wait(until: 1000)
        try call.arrive(at: 1500)
        try call.send(.played(PromptID(rawValue: 1)), at: 2000)
        #expect(call.heard == [Self.music, "Next.", "end"])
    }

    @Test("what was queued before plays to its end first")
    func queued() throws {
        var call = try Waiting(prompt: "<prompt>Please wait.</prompt>")
        #expect(call.heard == ["Please wait."])
        call.wait(until: 2000)
        #expect(call.heard == ["Please wait."])
        try call.send(.played(PromptID(rawValue: 1)), at: 2500)
        #expect(call.heard == ["Please wait.", Self.music])
        try call.arrive(at: 2600)
        call.wait(until: 5499)
        #expect(call.heard.count == 2)
        call.wait(until: 5500)
        #expect(call.heard == ["Please wait.", Self.music, "stop", "Next.", "end"])
    }

    @Test("fetchtimeout ends it too")
    func timeout() throws {
        var call = try Waiting("fetchaudio=\"music.wav\" fetchtimeout=\"5s\"")
        call.wait(until: 5000)
        #expect(call.heard.prefix(2) == [Self.music, "stop"])
        #expect(call.commands.contains { if case .cancelFetch = $0 { true } else { false } })
    }

    @Test("a caller who hangs up is played nothing more, and the fetch is given up")
    func hangup() throws {
        var call = try Waiting()
        call.wait(until: 1000)
        try call.send(.hangup(reason: nil), at: 1100)
        #expect(call.commands.filter { if case .cancelFetch = $0 { true } else { false } }.count == 1)
        #expect(call.heard == [Self.music, "end"])
    }

    @Test("without fetchaudio nothing is heard")
    func none() throws {
        var call = try Waiting("")
        call.wait(until: 9000)
        #expect(call.heard.isEmpty)
    }

    @Test("a call can be encoded while its answer waits")
    func encoded() throws {
        var call = try Waiting()
        call.wait(until: 1000)
        try call.arrive(at: 1500)
        #expect(call.session.requiredResources.count == 2)
        call.session = try JSONDecoder().decode(Session.self, from: JSONEncoder().encode(call.session))
        call.wait(until: 4000)
        #expect(call.heard.last == "end")
    }
}
