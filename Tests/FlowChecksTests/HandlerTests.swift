import Diagnostics
import FlowChecks
import Testing

@Suite("Handlers whose count can never come")
struct HandlerTests {
    @Test(
        "VoiceXML 2.0 5.2.2 what handles the event before leaves, or clears the counters",
        arguments: [
            ("<nomatch><exit/></nomatch>\n<nomatch count='3'>x</nomatch>", ["2:1"]),
            ("<nomatch><clear/><reprompt/></nomatch>\n<nomatch count='2'>x</nomatch>", ["2:1"]),
            ("<nomatch><clear namelist='f'/></nomatch>\n<nomatch count='2'>x</nomatch>", ["2:1"]),
            ("<nomatch><clear namelist='g'/></nomatch>\n<nomatch count='2'>x</nomatch>", []),
            ("<nomatch><reprompt/></nomatch>\n<nomatch count='2'>x</nomatch>", []),
            ("<nomatch cond='true'><exit/></nomatch>\n<nomatch count='2'>x</nomatch>", []),
            ("<nomatch><if cond='true'><exit/></if></nomatch>\n<nomatch count='2'>x</nomatch>", []),
            ("<nomatch count='2'><exit/></nomatch>\n<nomatch count='3'>x</nomatch>", ["2:1"]),
            // It comes by the other one.
            ("<nomatch><exit/></nomatch>\n<catch event='nomatch noinput' count='2'>x</catch>", []),
            ("<catch><exit/></catch>\n<catch event='nomatch noinput' count='2'>x</catch>", ["2:1"]),
            ("<noinput><exit/></noinput>\n<nomatch count='2'>x</nomatch>", []),
            ("<catch event='e'><exit/></catch>\n<catch event='e' count='2'>x</catch>", []),
        ])
    func items(handlers: String, expected: [String]) throws {
        let form = "<form><field name='f' type='digits'>\(handlers)</field></form>"
        #expect(try findings("handler-never-comes", in: form) == expected)
        let menu = "<menu>\(handlers)<choice dtmf='1' next='x'/></menu>"
        if !handlers.contains("'f'") { #expect(try findings("handler-never-comes", in: menu) == expected) }
    }

    @Test("a handler of a form comes if it comes in one of its items")
    func forms() throws {
        let leaving = "<nomatch><exit/></nomatch>"
        let fields = "<field name='f' type='digits'>\(leaving)</field><field name='g' type='digits'>"
        let handler = "\n<nomatch count='2'>x</nomatch>"
        #expect(try findings("handler-never-comes", in: "<form>\(fields)</field>\(handler)</form>") == [])
        #expect(
            try findings("handler-never-comes", in: "<form>\(fields)\(leaving)</field>\(handler)</form>") == ["2:1"])
        // A transfer has events of its own.
        let transfer = "<transfer name='t' dest='tel:1'/>"
        #expect(
            try findings("handler-never-comes", in: "<form>\(fields)\(leaving)</field>\(transfer)\(handler)</form>")
                == [])
    }
}
