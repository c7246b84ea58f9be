import CallControl
import FormInterpreter
import Testing

@Suite("record")
struct RecordTests {
    private static func form(_ attributes: String = "", _ content: String = "", before: String = "") -> TestCall {
        TestCall(
            """
            \(before)<form id="f"><catch event="connection.disconnect"><log expr="'gone ' + r"/></catch>
            <error><log expr="_event"/><exit/></error><record name="r" \(attributes)><prompt>speak</prompt>\(content)
            <noinput><log>noinput</log><exit/></noinput>
            <filled><log expr="[r, r$.duration, r$.size, r$.termchar, r$.maxtime].join()"/></filled></record>
            <block><log>end</log></block></form>
            """)
    }

    private static let spoken = RecordingOutcome(
        duration: CallDuration(milliseconds: 2500), uri: "file:///r/1.wav", size: 20000)

    private static func spoken(_ key: DTMFKey? = nil, maxtime: Bool = false) -> RecordingOutcome {
        RecordingOutcome(
            duration: CallDuration(milliseconds: 2500), uri: "file:///r/1.wav", size: 20000, termchar: key,
            maxtime: maxtime)
    }

    private static let silence = RecordingOutcome(duration: .zero, size: 0)

    @Test("2.3.6: what is asked of the gateway, behind the prompts")
    func command() {
        let call = Self.form(
            "beep=\"true\" maxtime=\"20s\" finalsilence=\"1500ms\" dtmfterm=\"false\" type=\"audio/basic\"",
            "<property name=\"timeout\" value=\"7s\"/>")
        #expect(
            call.commands == [
                .play(
                    Play(
                        prompt: PromptID(rawValue: 1), bargein: true, items: [.text("speak", lang: "en-US", ssml: nil)])
                ),
                .record(
                    Record(
                        record: RecordID(rawValue: 1), beep: true, maxtime: .seconds(20),
                        finalsilence: CallDuration(milliseconds: 1500), timeout: .seconds(7), dtmfterm: false,
                        type: "audio/basic")),
            ])
    }

    @Test(
        "2.3.6: any key ends it unless it says otherwise; no beep; a WAVE file (the lengths are left to the platform)")
    func defaults() {
        let record = Self.form().records[0]
        #expect(record.dtmfterm && !record.beep)
        #expect(record.type == "audio/x-wav")
        #expect(record.maxtime == .seconds(300))
        #expect(record.finalsilence == .seconds(3))
    }

    @Test("2.3.6: the shadow variables duration, size, termchar and maxtime")
    func shadow() {
        var call = Self.form()
        call.recording(ends: Self.spoken)
        #expect(call.logged == ["file:///r/1.wav,2500,20000,,false", "end"])
        call = Self.form()
        call.recording(ends: Self.spoken(maxtime: true))
        #expect(call.logged.first == "file:///r/1.wav,2500,20000,,true")
        call = Self.form()
        call.recording(ends: Self.spoken(.pound))
        #expect(call.logged.first == "file:///r/1.wav,2500,20000,#,false")
    }

    @Test("2.3.6: any key ends it and is termchar; application.lastresult$ has it")
    func dtmfterm() {
        var call = Self.form("", "<filled><log expr=\"lastresult$.utterance + lastresult$.inputmode\"/></filled>")
        call.press("5")
        #expect(call.commands.last == .stopRecord(RecordID(rawValue: 1)))
        call.type("6")
        call.recording(ends: Self.spoken)
        #expect(call.logged == ["5dtmf", "file:///r/1.wav,2500,20000,5,false", "end"])
    }

    @Test("2.3.6: without dtmfterm keys that match no grammar mean nothing")
    func otherKeys() {
        var call = Self.form("dtmfterm=\"false\"", Grammar.keys("* 9"))
        call.press("5*1*")
        #expect(!call.commands.contains(.stopRecord(RecordID(rawValue: 1))))
        call.type("*9")
        // The second star begins anew.
        call.recording(ends: Self.spoken)
        #expect(call.logged.first == "file:///r/1.wav,2500,20000,,false")
    }

    @Test("2.3.6: a grammar of its own ends it and the recording is there; termchar is a key that alone ended it")
    func localGrammar() {
        let grammar = Grammar.rule(
            "<one-of><item>*<tag>out = 's'</tag></item><item>1 2<tag>out = 'm'</tag></item></one-of>")
        let result = "<filled><log expr=\"lastresult$.interpretation\"/></filled>"
        var call = Self.form("", grammar + result)
        call.press("*")
        call.recording(ends: Self.spoken)
        #expect(call.logged == ["s", "file:///r/1.wav,2500,20000,*,false", "end"])
        call = Self.form("", grammar + result)
        call.press("12")
        call.recording(ends: Self.spoken)
        #expect(call.logged == ["m", "file:///r/1.wav,2500,20000,,false", "end"])
    }

    @Test("2.3.6: modal unless it says otherwise: grammars of the form and the document are not active")
    func modal() {
        let link = "<link dtmf=\"0\" event=\"help\"/><help><log expr=\"'help ' + r\"/><exit/></help>"
        var call = Self.form(before: link)
        call.press("0")
        call.recording(ends: Self.spoken)
        #expect(call.logged == ["file:///r/1.wav,2500,20000,0,false", "end"])
        call = Self.form("modal=\"false\"", before: link)
        call.press("0")
        #expect(call.commands.last == .stopRecord(RecordID(rawValue: 1)))
        call.recording(ends: Self.spoken)
        // A grammar from elsewhere leaves the variable unfilled.
        #expect(call.logged == ["help undefined"])
    }

    @Test("2.3.6: silence is a noinput")
    func noinput() {
        var call = Self.form()
        call.recording(ends: Self.silence)
        #expect(call.logged == ["noinput"])
    }

    @Test("2.3.6: a key before a sound fills nothing and is no noinput: the item is visited again")
    func keyBeforeSound() {
        var call = Self.form()
        call.press("#")
        call.recording(ends: Self.silence)
        #expect(call.logged.isEmpty)
        #expect(call.heard == ["speak", "speak"])
        #expect(call.records.count == 2)
    }

    @Test("2.3.6: a key in the prompt stops it, and nothing has been recorded, whatever the gateway says")
    func keyInPrompt() {
        var call = Self.form()
        call.type("#")
        #expect(
            call.commands.suffix(2) == [.stopPrompt(PromptID(rawValue: 1)), .stopRecord(RecordID(rawValue: 1))])
        call.recording(ends: Self.spoken)
        #expect(call.logged.isEmpty)
        #expect(call.records.count == 2)
    }

    @Test("2.3.6 (decided): keys pressed before it do not end it")
    func typeAhead() {
        var call = TestCall(
            """
            <form><object name="o" classid="method://p/m"/><record name="r"/></form>
            """)
        call.type("#")
        call.send(.returned(call.invocations[0].invocation, .result(.object([]))))
        #expect(call.records.count == 1)
        #expect(!call.commands.contains(.stopRecord(RecordID(rawValue: 1))))
    }

    @Test("2.3.6: after a hang-up what was recorded before it is in the variable, if the gateway gave it")
    func hangUp() {
        var call = Self.form()
        call.hangUp()
        #expect(call.logged == ["gone undefined"])
        call = TestCall(
            """
            <form><catch event="connection.disconnect"><log expr="'gone ' + r"/></catch><record name="r"/>
            <field name="n"><prompt>n</prompt>\(Grammar.keys("1"))</field></form>
            """)
        call.recording(ends: Self.spoken)
        call.hangUp()
        #expect(call.logged == ["gone file:///r/1.wav"])
    }

    @Test(
        "2.3.6: a type that cannot be recorded is error.unsupported.format",
        arguments: ["audio/mp3", "text/plain", "x"])
    func unsupportedType(_ type: String) {
        #expect(Self.form("type=\"\(type)\"").logged == ["error.unsupported.format"])
    }

    @Test(
        "2.3.6: the types of appendix E can be recorded",
        arguments: ["audio/basic", "audio/x-alaw-basic", "audio/x-wav", "audio/wav", "audio/wav; codec=1"])
    func type(_ type: String) {
        #expect(Self.form("type=\"\(type)\"").records.map(\.type) == [type])
    }

    @Test("2.3.6: it is played by <value> and by <audio>, also under another name")
    func replay() {
        var call = TestCall(
            """
            <form><record name="r"/><block><var name="copy" expr="r"/>You said <value expr="copy"/><audio expr="r">gone</audio>
            </block></form>
            """)
        call.recording(ends: Self.spoken)
        #expect(
            call.plays.first?.items == [
                .text("You said", lang: "en-US", ssml: nil), .audio(src: "file:///r/1.wav", alternate: []),
                .audio(src: "file:///r/1.wav", alternate: [.text("gone", lang: "en-US", ssml: nil)]),
            ])
    }

    @Test("2.3.6: a gateway that keeps recordings to itself is given them back by their numbers")
    func withoutURI() {
        var call = TestCall("<form><record name=\"r\"/><block><value expr=\"r\"/></block></form>")
        call.recording(ends: RecordingOutcome(duration: .seconds(1)))
        #expect(call.plays.first?.items == [.audio(src: "recording:1", alternate: [])])
    }

    @Test("2.3.6: <submit> sends its content")
    func submit() throws {
        var session = Session()
        let library = Library([
            "main.vxml": TestCall.document(
                """
                <form><record name="r"/><block><submit next="s" namelist="r" method="post" enctype="multipart/form-data"/>
                </block></form>
                """)
        ])
        func fetched(_ commands: [CallCommand]) throws -> Fetch {
            try #require(commands.compactMap { if case .fetch(let fetch) = $0 { fetch } else { nil } }.last)
        }
        let start = CallStart(from: "tel:1", to: "tel:2", flow: Library.base + "main.vxml")
        let first = try fetched(session.handle(.call(start), at: .start, in: library.world))
        let outcome = library.fetch(first)
        _ = try session.handle(.fetched(first.fetch, outcome), at: .start, in: library.world)
        let record = RecordID(rawValue: 1)
        let second = try fetched(session.handle(.recorded(record, Self.spoken), at: .start, in: library.world))
        #expect(second.fields == [Fetch.Field("r", "file:///r/1.wav", recordingType: "audio/x-wav")])
        #expect(second.enctype == "multipart/form-data")
    }

    @Test("VoiceXML 2.1 7: keys are no utterance, so that recordutterance records none; a wrong type is an error")
    func recordutterance() {
        func call(_ type: String) -> TestCall {
            TestCall(
                """
                <form><property name="recordutterance" value="true"/><property name="recordutterancetype" value="\(type)"/>
                <error><log expr="_event"/><exit/></error><field name="n"><prompt>n</prompt>\(Grammar.keys("1"))
                <filled><log expr="typeof n$.recording + typeof lastresult$.recordingsize"/></filled></field></form>
                """)
        }
        var right = call("audio/x-wav")
        right.press("1")
        #expect(right.logged == ["undefinedundefined"])
        #expect(call("video/mpeg").logged == ["error.unsupported.format"])
    }

    @Test("55: the limit on the call's time stops a recording, and its end is told all the same")
    func callTime() {
        var call = TestCall(
            """
            <property name="dialtone.calltime" value="10s"/><catch event="error.dialtone.calltime"><log expr="_event"/></catch>
            <form><record name="r" cond="typeof n == 'undefined'"/><field name="n"><prompt>n</prompt>\(Grammar.keys("1"))</field></form>
            """)
        let record = call.records[0].record
        call.wait(.seconds(10))
        #expect(call.logged == ["error.dialtone.calltime"])
        #expect(call.commands.contains(.stopRecord(record)))
        let first = call.attempt(.recorded(record, Self.spoken))
        let second = call.attempt(.recorded(record, Self.spoken))
        #expect(first && !second)
    }

    @Test("a recording is a value like all of a call: it survives encoding")
    func coding() throws {
        var call = Self.form()
        call.press("1")
        try call.recode()
        call.recording(ends: Self.spoken)
        #expect(call.logged == ["file:///r/1.wav,2500,20000,1,false", "end"])
    }
}
