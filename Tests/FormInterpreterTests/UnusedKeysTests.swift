import CallControl
import FormInterpreter
import Testing

@Suite("Keys that nothing uses")
struct UnusedKeysTests {
    private static let field = "<field name='a'><grammar src='builtin:dtmf/digits?length=2'/></field>"

    @Test("56 keys pressed ahead and never used are known, those that were used are not")
    func pressedAhead() {
        var call = TestCall("<form>\(Self.field)<object name='o' classid='method://p/m'/></form>")
        call.type("12345")
        #expect(call.session.unusedKeys == [2, 3, 4])
        call.hangUp()
        #expect(call.session.unusedKeys == [2, 3, 4])
    }

    @Test("56 so are keys that a nomatch drops")
    func dropped() {
        var call = TestCall(
            "<form><object name='o' classid='method://p/m'/><field name='a'>\(Grammar.keys("1"))</field></form>")
        call.type("789")
        call.send(.returned(call.invocations[0].invocation, .result(.object([]))))
        #expect(call.session.unusedKeys == [1, 2])
        #expect(call.session.sensitiveKeys.isEmpty)
    }
}
