import CallControl
import FormInterpreter
import Testing

@Suite("Input timing")
struct TimingTests {
    /// A field that logs its value, or the event that ended its input with the time.
    private func field(_ grammar: String, _ properties: String = "") -> TestCall {
        TestCall(
            """
            <form>\(properties)<field name="n">\(grammar)<prompt>go</prompt>
            <filled><log expr="'match ' + n"/><exit/></filled>
            <catch event="noinput nomatch"><log expr="_event + ' ' + (application.lastresult$ ? application.lastresult$.utterance : '')"/>
            <exit/></catch></field></form>
            """)
    }

    private static let keys = Grammar.keys("1", "1 2", "3 4")

    @Test("14 noinput comes when the timeout has passed since the prompts ended")
    func noinput() {
        var call = field(Self.keys)
        #expect(call.session.nextTimer == nil)
        call.wait(.seconds(60))
        call.listen()
        #expect(call.session.nextTimer == CallInstant(milliseconds: 65_000))
        call.keepSilent()
        #expect(call.logged.map { $0.hasPrefix("noinput") } == [true])
    }

    @Test("14 the timeout of the last prompt queued rules, else the property")
    func promptTimeout() {
        var call = TestCall(
            """
            <form><property name="timeout" value="9s"/><field name="n">\(Self.keys)
            <prompt timeout="2s">a</prompt><prompt timeout="3s">b</prompt><noinput><prompt>silence</prompt></noinput></field></form>
            """)
        call.listen()
        #expect(call.session.nextTimer == CallInstant(milliseconds: 3000))
        call.keepSilent()
        call.listen()
        #expect(call.session.nextTimer == CallInstant(milliseconds: 12_000))
    }

    struct Case: CustomTestStringConvertible, Sendable {
        var rule: String
        var keys: String
        var properties: [String: String] = [:]
        var waits = false
        var logs: String
        var testDescription: String { rule }
    }

    @Test(
        "15 16 17 18 54 what comes of keys, the termchar and the timers",
        arguments: [
            Case(rule: "15 a partial match and interdigittimeout: nomatch", keys: "3", waits: true, logs: "nomatch 3"),
            Case(
                rule: "15 a match that can grow and interdigittimeout: match", keys: "1", waits: true, logs: "match 1"),
            Case(rule: "16 termchar when the grammar can end: match at once", keys: "1#", logs: "match 1"),
            Case(rule: "16 termchar on a partial match: nomatch", keys: "3#", logs: "nomatch 3"),
            Case(
                rule: "16 termchar as the very first key: nomatch with an empty utterance", keys: "#", logs: "nomatch "),
            Case(rule: "17 match at its end: at once when termtimeout is 0s", keys: "12", logs: "match 12"),
            Case(
                rule: "17 match at its end: waits termtimeout", keys: "12", properties: ["termtimeout": "2s"],
                waits: true,
                logs: "match 12"),
            Case(
                rule: "17 match at its end: the termchar is swallowed", keys: "12#", properties: ["termtimeout": "2s"],
                logs: "match 12"),
            Case(
                rule: "17 any other key ends the wait with the match", keys: "129", properties: ["termtimeout": "2s"],
                logs: "match 12"),
            Case(
                rule: "17 an empty termchar disables it", keys: "1#", properties: ["termchar": ""], logs: "nomatch 1#"),
            Case(
                rule: "17 an empty termchar makes termtimeout mean nothing", keys: "12",
                properties: ["termchar": "", "termtimeout": "2s"], logs: "match 12"),
            Case(rule: "18 no continuation can match: nomatch at once", keys: "9", logs: "nomatch 9"),
            Case(rule: "54 exact-length input returns without waiting", keys: "34", logs: "match 34"),
        ])
    func outcome(_ test: Case) {
        let properties = test.properties.map { "<property name=\"\($0)\" value=\"\($1)\"/>" }.joined()
        var call = field(Self.keys, properties)
        call.press(test.keys)
        if test.waits {
            #expect(call.logged.isEmpty)
            call.keepSilent()
        }
        #expect(call.logged == [test.logs])
    }

    @Test("8 a termchar that the grammar accepts where it cannot end is a key of the grammar")
    func termcharAsKey() {
        var call = field(Grammar.keys("# 1", "2 # 3"))
        call.press("#1")
        #expect(call.logged == ["match #1"])
    }

    @Test("19 each key restarts the interdigit timer, and a key at a deadline comes after it")
    func interdigit() {
        var call = field(Grammar.keys("1 2 3"))
        call.press("1")
        call.wait(CallDuration(milliseconds: 2800))
        call.type("2")
        #expect(call.logged.isEmpty)
        call.wait(CallDuration(milliseconds: 2900))
        call.type("3")
        #expect(call.logged == ["nomatch 12"])
    }

    @Test("9 inputmodes=\"voice\" ignores keys and keeps the grammars active")
    func voiceOnly() {
        var call = field(Self.keys, "<property name=\"inputmodes\" value=\"voice\"/>")
        call.press("12")
        #expect(call.logged.isEmpty)
        call.keepSilent()
        #expect(call.logged.map { $0.hasPrefix("noinput") } == [true])
    }

    @Test("4 waiting for input without any active grammar is error.semantic in the item")
    func noGrammar() {
        let call = TestCall(
            "<form><field name=\"n\"><prompt>go</prompt><error><log expr=\"_event\"/><exit/></error></field></form>")
        #expect(call.logged == ["error.semantic"])
    }

    @Test("1 with 1 and five digits both active, key 1 waits")
    func unionOfGrammars() {
        var call = field(
            Grammar.keys("1") + Grammar.rule("<item repeat=\"5\"><one-of><item>1</item><item>2</item></one-of></item>"))
        call.press("1")
        #expect(call.logged.isEmpty)
        call.keepSilent()
        #expect(call.logged == ["match 1"])
    }

    @Test("2 after 7 a grammar of 7 and 715 can grow")
    func canGrow() {
        var call = field(Grammar.keys("7", "7 1 5"))
        call.press("7")
        #expect(call.logged.isEmpty)
        call.press("15")
        #expect(call.logged == ["match 715"])
        var short = field(Grammar.keys("7", "7 1 5"))
        short.press("7")
        short.keepSilent()
        #expect(short.logged == ["match 7"])
    }
}
