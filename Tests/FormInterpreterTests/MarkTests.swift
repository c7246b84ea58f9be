import CallControl
import FormInterpreter
import Testing

@Suite("mark")
struct MarkTests {
    private static func field(_ prompt: String) -> TestCall {
        TestCall(
            """
            <form><field name="n"><prompt>\(prompt)</prompt>\(Grammar.keys("1"))
            <nomatch><log expr="lastresult$.markname + ' ' + lastresult$.marktime"/></nomatch><filled>
            <log expr="n$.markname + ' ' + n$.marktime"/><log expr="lastresult$.markname + ' ' + lastresult$[0].marktime"/>
            </filled></field><field name="m"><prompt>next</prompt>\(Grammar.keys("2"))
            <filled><log expr="typeof m$.markname + typeof lastresult$.marktime"/></filled></field></form>
            """)
    }

    private static let advertisement = "<mark name=\"start\"/>Buy now.<mark nameexpr=\"'e' + 'nd'\"/>Or later."

    @Test("VoiceXML 2.1 4.1: the last mark before the barge-in, and the milliseconds from it to the barge-in")
    func bargein() {
        var call = Self.field(Self.advertisement)
        call.wait(CallDuration(milliseconds: 500))
        call.send(.mark(call.plays[0].prompt, name: "start"))
        call.wait(CallDuration(milliseconds: 650))
        call.type("1")
        #expect(call.logged == ["start 750", "start 750"])
    }

    @Test("VoiceXML 2.1 4.1: after the end of the prompt marktime counts up to that end")
    func end() {
        var call = Self.field(Self.advertisement)
        call.send(.mark(call.plays[0].prompt, name: "start"))
        call.send(.mark(call.plays[0].prompt, name: "end"))
        call.wait(CallDuration(milliseconds: 300))
        call.listen()
        call.wait(CallDuration(milliseconds: 2000))
        call.type("1")
        #expect(call.logged == ["end 300", "end 300"])
    }

    @Test("VoiceXML 2.1 4.1: a gateway that tells of no marks has passed all of a prompt that is over")
    func untold() {
        var call = Self.field(Self.advertisement)
        call.press("1")
        #expect(call.logged == ["end 0", "end 0"])
    }

    @Test("VoiceXML 2.1 4.1: without a mark both are undefined", arguments: ["Buy now.", advertisement])
    func none(_ prompt: String) {
        var call = Self.field(prompt)
        call.type("1")
        #expect(call.logged == ["undefined undefined", "undefined undefined"])
    }

    @Test("VoiceXML 2.1 4.1: a nomatch has them in application.lastresult$")
    func nomatch() {
        var call = Self.field(Self.advertisement)
        call.send(.mark(call.plays[0].prompt, name: "start"))
        call.wait(CallDuration(milliseconds: 100))
        call.type("9")
        #expect(call.logged == ["start 200"])
    }

    @Test("26: a mark of one item is nothing to the next")
    func next() {
        var call = Self.field(Self.advertisement)
        call.press("1")
        call.press("2")
        #expect(call.logged.last == "undefinedundefined")
    }

    @Test("VoiceXML 2.1 4: exactly one of name and nameexpr", arguments: ["", "name=\"a\" nameexpr=\"b\""])
    func attributes(_ attributes: String) {
        #expect(Self.field("<mark \(attributes)/>").end?.event == "error.badfetch")
    }

    @Test("VoiceXML 2.1 4: a nameexpr that fails is error.semantic")
    func nameexpr() {
        #expect(Self.field("<mark nameexpr=\"nobody\"/>").end?.event == "error.semantic")
    }
}
