import CallControl
import FormInterpreter
import Testing

@Suite("Barge-in and type-ahead")
struct BargeinTests {
    private static let twoFields = """
        <form><field name="a"><prompt>a?</prompt><grammar src="builtin:dtmf/digits"/></field>
        <field name="b"><prompt>b?</prompt><grammar src="builtin:dtmf/digits"/></field>
        <block><log expr="a + ' ' + b"/></block></form>
        """

    @Test("22 12#34# fills two fields, each key used once")
    func typeAhead() {
        var call = TestCall(Self.twoFields)
        call.press("12#34#")
        #expect(call.logged == ["12 34"])
    }

    @Test("22 keys pressed while a plugin works are used by the next field, whose prompt is not played")
    func keysWhileTransitioning() {
        var call = TestCall(
            """
            <form><object name="o" classid="method://p/m"><prompt>wait</prompt></object>
            <field name="a"><prompt>a?</prompt><grammar src="builtin:dtmf/digits?length=2"/>
            <filled><log expr="a"/></filled></field></form>
            """)
        call.type("12")
        call.send(.returned(call.invocations[0].invocation, .result(.object([]))))
        #expect(call.logged == ["12"])
        #expect(call.heard == ["wait"])
    }

    @Test("23 a queued prompt with bargein=\"false\" empties the buffer and takes no keys while it plays")
    func noBargein() {
        var call = TestCall(
            """
            <form><object name="o" classid="method://p/m"/>
            <field name="a"><prompt bargein="false">listen</prompt><grammar src="builtin:dtmf/digits?length=1"/>
            <filled><log expr="a"/></filled></field></form>
            """)
        call.type("1")
        call.send(.returned(call.invocations[0].invocation, .result(.object([]))))
        call.type("2")
        #expect(call.logged.isEmpty)
        call.listen()
        call.type("3")
        #expect(call.logged == ["3"])
    }

    @Test("24 the first key stops a bargeable prompt and drops all behind it")
    func firstKeyStops() {
        var call = TestCall(
            """
            <form><field name="a"><prompt>one</prompt><prompt bargein="false">two</prompt>
            <grammar src="builtin:dtmf/digits?length=2"/><filled><log expr="a"/></filled></field></form>
            """)
        call.type("1")
        #expect(call.stops == 1)
        #expect(call.session.standing == .key)
        call.type("2")
        #expect(call.logged == ["12"])
    }

    @Test("25 only keys that match stop a hotword prompt")
    func hotword() {
        var call = TestCall(
            """
            <form><field name="a"><prompt bargeintype="hotword">music</prompt>\(Grammar.keys("1 2"))
            <filled><log expr="a"/></filled><nomatch><log>nomatch</log></nomatch></field></form>
            """)
        call.type("9")
        #expect(call.stops == 0)
        call.type("12")
        #expect(call.stops == 1)
        #expect(call.logged == ["12"])
    }

    @Test("26 an item without prompts collects all the same")
    func withoutPrompts() {
        var call = TestCall(
            "<form><field name=\"a\"><grammar src=\"builtin:dtmf/digits?length=1\"/><filled><log expr=\"a\"/></filled></field></form>"
        )
        #expect(call.session.nextTimer == CallInstant(milliseconds: 5000))
        call.type("7")
        #expect(call.logged == ["7"])
    }

    @Test("27 after a nomatch the keys in the buffer are dropped")
    func nomatchDropsKeys() {
        var call = TestCall(
            """
            <form><object name="o" classid="method://p/m"/>
            <field name="a"><prompt>a?</prompt>\(Grammar.keys("1"))<filled><log expr="a"/></filled>
            <nomatch><log>nomatch</log></nomatch></field></form>
            """)
        call.type("91")
        call.send(.returned(call.invocations[0].invocation, .result(.object([]))))
        #expect(call.logged == ["nomatch"])
        call.type("1")
        #expect(call.logged == ["nomatch", "1"])
    }

    @Test("27 the buffer holds 512 keys, more are dropped with one log line")
    func bufferLimit() {
        var call = TestCall("<form><object name=\"o\" classid=\"method://p/m\"/></form>")
        call.send(.keys([DTMFKey](repeating: .one, count: 600)))
        #expect(call.logged.count == 1)
        #expect(call.logged[0].contains("512"))
    }

    @Test("a burst of keys does what single keys do")
    func burst() {
        var burst = TestCall(Self.twoFields)
        burst.send(.keys("12#34#".compactMap { DTMFKey($0) }))
        #expect(burst.logged == ["12 34"])
    }

    @Test("26 neither barge-in nor a timer of one item is there in the next")
    func nothingLeaks() {
        var call = TestCall(
            """
            <form><field name="a"><property name="bargein" value="false"/><property name="timeout" value="60s"/>
            <property name="interdigittimeout" value="1s"/><prompt timeout="50s">a</prompt>\(Grammar.keys("1", "1 2"))</field>
            <field name="b"><prompt>b</prompt>\(Grammar.keys("1", "1 2"))</field></form>
            """)
        call.press("1")
        call.keepSilent()
        #expect(call.plays.map(\.bargein) == [false, true])
        call.listen()
        #expect(call.session.nextTimer == call.now + .seconds(5))
        call.type("1")
        #expect(call.session.nextTimer == call.now + .seconds(3))
    }
}
