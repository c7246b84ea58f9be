import Diagnostics
import FlowChecks
import Testing

@Suite("Events that nothing catches, and handlers of events that nothing throws")
struct EventTests {
    @Test(
        "VoiceXML 2.0 5.2.5 an event of the flow's own that nothing catches ends the call",
        arguments: [
            ("<form><block>\n<throw event='order.gone'/></block></form>", ["2:1"]),
            ("<menu>\n<choice dtmf='1' event='order.gone'/></menu>", ["2:1"]),
            ("<form>\n<link dtmf='1' event='order.gone'/><field name='a' type='boolean'/></form>", ["2:1"]),
            ("<catch event='order.gone'/><form><block><throw event='order.gone'/></block></form>", []),
            ("<catch event='order'/><form><block><throw event='order.gone'/></block></form>", []),
            ("<catch event='order.go'/><form><block>\n<throw event='order.gone'/></block></form>", ["2:1"]),
            ("<catch/><form><block><throw event='order.gone'/></block></form>", []),
            ("<form><block><throw event='error.own'/><throw event='help'/></block></form>", []),
            ("<form><block><throw eventexpr='name'/></block></form>", []),
        ])
    func uncaught(content: String, expected: [String]) throws {
        #expect(try findings("uncaught-event", in: content) == expected)
    }

    @Test(
        "a handler of an event that is another one's by a slip of the hand",
        arguments: [
            ("<form><field name='a' type='digits'>\n<catch event='nomach'/></field></form>", ["2:1"]),
            ("<form><field name='a' type='digits'><catch event='nomatch'/></field></form>", []),
            ("<catch event='order.lost'/><form><block><throw event='order.lost.today'/></block></form>", []),
            (
                "<catch event='order.lost'/><form><block><throw event='order.lost'/></block></form>\n"
                    + "<catch event='order.last'/>", ["2:1"]
            ),
            ("<form><block><throw event='order.lost'/></block></form><catch event='order.last'/>", []),
            ("<form><block><throw eventexpr='name'/></block></form><catch event='nomach'/>", []),
            ("<catch event='something.else'/>", []),
            ("<form><block/></form>\n<catch event='error.badfech'/>", ["2:1"]),
            ("<form><block/></form>\n<catch event='connection.disconect'/>", ["2:1"]),
            (
                "<form><block/></form><catch event='error connection.disconnect error.badfetch.http.404 "
                    + "error.unsupported.record error.plugin.orders.timeout error.mine'/>", []
            ),
        ])
    func unthrown(content: String, expected: [String]) throws {
        #expect(try findings("unthrown-event", in: content) == expected)
    }

    @Test("handlers of all documents count, and where not all are known nothing is said")
    func documents() throws {
        let thrower = "<form><block><throw event='order.gone'/></block></form>"
        #expect(findings(try flow(["main.vxml": thrower, "other.vxml": "<catch event='order'/>"])) == [])
        #expect(findings(try flow(["main.vxml": thrower], isWhole: false)) == [])
    }
}
