import CallControl
import FormInterpreter
import Testing

@Suite("Situation")
struct SituationTests {
    private static let flow = """
        <form><var name="v" expr="[1, {a: 2}]"/><field name="n">\(Grammar.keys("1"))<prompt>one</prompt><prompt count="2">two</prompt>
        <noinput><reprompt/></noinput><filled><clear/></filled></field></form>
        """

    @Test("counters beyond the highest count asked for, ids and times make no other situation")
    func cappedCounters() {
        var call = TestCall(Self.flow)
        let first = call.session.situation
        call.keepSilent()
        let second = call.session.situation
        #expect(first != second)
        call.press("1")
        call.press("1")
        #expect(call.session.situation != first)
    }

    @Test("two calls that came to the same place by other ways are in one situation")
    func sameSituation() {
        var early = TestCall(Self.flow)
        var late = TestCall(Self.flow)
        late.wait(.seconds(3))
        for _ in 0..<3 {
            early.press("1")
            late.wait(.seconds(1))
            late.press("1")
        }
        #expect(early.now != late.now)
        #expect(early.session.situation == late.session.situation)
    }
}
