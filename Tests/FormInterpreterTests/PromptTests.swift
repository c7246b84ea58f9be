import CallControl
import FormInterpreter
import Testing

@Suite("Prompts")
struct PromptTests {
    @Test("28 the prompts with the highest count not above the counter are played, if their cond holds")
    func tapering() {
        var call = TestCall(
            """
            <form><field name="n">\(Grammar.keys("1"))
            <prompt>1a</prompt><prompt count="1" cond="false">never</prompt><prompt>1b</prompt><prompt count="3">3</prompt>
            <noinput><reprompt/></noinput></field></form>
            """)
        call.keepSilent()
        call.keepSilent()
        call.keepSilent()
        #expect(call.heard == ["1a", "1b", "1a", "1b", "3", "3"])
    }

    @Test("29 <enumerate> reads choices in order, with _prompt and _dtmf in its template")
    func enumerate() {
        let call = TestCall(
            """
            <menu dtmf="true"><prompt>Say <enumerate><value expr="_prompt"/> is <value expr="_dtmf"/>;</enumerate></prompt>
            <choice next="#a">apples</choice><choice dtmf="0" next="#a">operator</choice><choice next="#a">pears</choice></menu>
            <form id="a"><block/></form>
            """)
        #expect(call.heard == ["Say apples is 1; operator is 0; pears is 2;"])
    }

    @Test("29 <enumerate> without a template reads options with their keys")
    func enumerateOptions() {
        let call = TestCall(
            """
            <form><field name="f"><prompt><enumerate/></prompt><option dtmf="1" value="a">apples</option>
            <option dtmf="2" value="p">pears</option></field></form>
            """)
        #expect(call.heard == ["For apples, press 1. For pears, press 2."])
    }

    @Test("30 <audio> is given with its alternate, resolved against its document")
    func audio() {
        let call = TestCall("<form><block><audio src=\"a/b.wav\">instead</audio></block></form>")
        let text = PromptItem.text("instead", lang: "en-US", ssml: nil)
        #expect(call.plays.map(\.items) == [[.audio(src: Library.base + "a/b.wav", alternate: [text])]])
    }

    @Test("30 an <audio expr> that is undefined is skipped with its alternate")
    func undefinedAudio() {
        let call = TestCall("<form><var name=\"u\"/><block>a <audio expr=\"u\">instead</audio> b</block></form>")
        #expect(call.heard == ["a b"])
    }

    @Test("21 prompts wait for the next waiting item and are played at the end")
    func queueing() {
        var call = TestCall(
            """
            <form><block>one</block><object name="o" classid="method://p/m"/><block>two</block>
            <block>three<exit/></block></form>
            """)
        #expect(call.heard == ["one"])
        call.send(.returned(call.invocations[0].invocation, .result(.object([]))))
        #expect(call.heard == ["one", "two", "three"])
        #expect(call.commands.last.map { if case .end = $0 { true } else { false } } == true)
    }

    @Test("SSML is passed on beside the plain reading")
    func markup() {
        let call = TestCall(
            "<form><block><prompt>a <emphasis level=\"strong\">b &amp; <value expr=\"1+1\"/></emphasis><break time=\"300ms\"/>c</prompt></block></form>"
        )
        #expect(
            call.plays.map(\.items) == [
                [
                    .text("a b & 2", lang: "en-US", ssml: "a <emphasis level=\"strong\">b &amp; 2</emphasis>"),
                    .pause(CallDuration(milliseconds: 300)), .text("c", lang: "en-US", ssml: nil),
                ]
            ])
    }

    @Test("29 <enumerate> where there are neither choices nor options is error.semantic")
    func enumerateNothing() {
        let call = TestCall(
            "<form><error><log expr=\"_event\"/><exit/></error><block><prompt><enumerate/></prompt></block></form>")
        #expect(call.logged == ["error.semantic"])
    }

    @Test(
        "21 prompts are played before a fetch that has fetchaudio, else with those of the document fetched",
        arguments: [true, false])
    func fetchaudio(_ hasAudio: Bool) throws {
        let library = Library([
            "main.vxml": TestCall.document(
                "<form><block>one<goto next=\"b.vxml\" \(hasAudio ? "fetchaudio=\"music.wav\"" : "")/></block></form>")
        ])
        var session = Session()
        let start = CallStart(from: "tel:1", to: "tel:2", flow: Library.base + "main.vxml")
        let begun = try session.handle(.call(start), at: .start, in: library.world)
        guard case .fetch(let fetch)? = begun.first else {
            Issue.record("no document is fetched")
            return
        }
        let outcome = library.fetch(fetch)
        let going = try session.handle(.fetched(fetch.fetch, outcome), at: .start, in: library.world)
        #expect(going.count == (hasAudio ? 2 : 1))
        if hasAudio, case .play(let play) = going[0] { #expect(play.readableText() == "one") }
        guard case .fetch = going[going.count - 1] else {
            Issue.record("the fetch comes last")
            return
        }
    }
}
