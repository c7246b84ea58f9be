import CallControl
import CallHosting
import Testing

@Suite("A wrong document")
struct WrongDocumentTests {
    private static let asking: KeyValuePairs = [
        "goto": "<form><block><goto next='wrong.vxml'/></block></form>",
        "goto of an expression": "<form><block><goto expr=\"'wrong.' + 'vxml'\"/></block></form>",
        "submit": "<form><block><submit next='wrong.vxml'/></block></form>",
        "subdialog": "<form><subdialog name='s' src='wrong.vxml'/></form>",
        "choice": "<menu><prompt>P</prompt><choice dtmf='5' next='wrong.vxml'/></menu>",
        "link": "<link dtmf='5' next='wrong.vxml'/><form><field type='boolean'><prompt>P</prompt></field></form>",
    ]

    private static let wrong: KeyValuePairs = [
        "no XML": "<vxml", "no VoiceXML": "<html/>", "an unknown element": "<form><blok/></form>".vxml,
        "an unknown attribute": "<form><block nam='x'/></form>".vxml,
        "a wrong time": "<property name='timeout' value='5'/><form/>".vxml,
        "two items of one name": "<form><block name='a'/><block name='a'/></form>".vxml,
        "a contradiction of a builtin type": "<form><field type='digits?length=0'/></form>".vxml,
        "a wrong grammar":
            "<form><field><grammar mode='dtmf' version='1.0' root='x'><rule id='r'>1</rule></grammar></field></form>"
            .vxml,
        "a root that is not there": "<form/>".vxml.replacing("<vxml", with: "<vxml application='none.vxml'"),
        "a wrong root": "<form/>".vxml.replacing("<vxml", with: "<vxml application='root.vxml'"),
    ]

    @Test(
        "is error.badfetch in the document that asked, whatever is wrong and however it was asked for",
        arguments: asking.map { $0 }, wrong.map { $0 })
    func asked(by asking: (key: String, value: String), for wrong: (key: String, value: String)) async throws {
        let handler = "<var name='own' expr=\"'caught'\"/><catch event='error.badfetch'>"
        let main = handler + "<value expr='own'/><exit/></catch>" + asking.value
        let flow = try FlowFolder(["main.vxml": main.vxml, "wrong.vxml": wrong.value, "root.vxml": "<frm/>".vxml])
        let call = VirtualCall(CallHost(.test()))
        var answer = await call.send(.call(.test(flow.uri())))
        if answer.rest != nil { answer = await call.send(.keys([.five])) }
        #expect(answer.commands.texts.last == "caught", "\(asking.key), \(wrong.key)")
        #expect(answer.commands.end?.how == .exit)
    }

    @Test(
        "is none for an expression, a script or a grammar that nobody reaches",
        arguments: [
            "<if cond='false'><value expr='1 +'/></if>", "<if cond='false'><script>var = ;</script></if>",
            "<if cond='false'><var name='1x'/></if>", "<if cond='false'><assign name='1' expr='2'/></if>",
            "<if cond='false'><goto next='#nowhere'/></if>",
        ])
    func unreached(content: String) async throws {
        let rest =
            "<field cond='false' type='nothing'/><field cond='false'><grammar src='none.grxml'/></field>"
            + "<object cond='false' classid='x:y'/></form><form id='z'><var name='x' expr='1 +'/>"
        let flow = try FlowFolder(["main.vxml": "<form><block>\(content)Well.</block>\(rest)</form>".vxml])
        let answer = await VirtualCall(CallHost(.test())).send(.call(.test(flow.uri())))
        #expect(answer.commands.texts == ["Well."])
        #expect(answer.commands.end?.how == .exit)
    }
}
