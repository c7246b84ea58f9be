import Diagnostics
import FlowChecks
import Testing

@Suite("Prompts whose count can never come")
struct PromptTests {
    private static let prompts = "<prompt>a</prompt>\n<prompt count='2'>b</prompt>\n<prompt count='3'>c</prompt>"

    private static func field(_ content: String) -> String {
        "<form><field name='f' type='digits'>\(prompts)\(content)</field></form>"
    }

    @Test(
        "VoiceXML 2.0 4.1.6 everything that happens leaves before",
        arguments: [
            ("<noinput><exit/></noinput><nomatch><exit/></nomatch>", ["2:1", "3:1"]),
            ("<noinput><reprompt/></noinput><nomatch><exit/></nomatch>", []),
            // The default asks again.
            ("<nomatch><exit/></nomatch>", []),
            ("<noinput count='2'><goto next='#x'/></noinput><nomatch><exit/></nomatch>", ["3:1"]),
            ("<noinput count='2'><exit/></noinput><nomatch count='2'><exit/></nomatch>", []),
            ("<noinput>Again.</noinput><nomatch><exit/></nomatch>", ["2:1", "3:1"]),
            ("<noinput cond='true'><exit/></noinput><nomatch><exit/></nomatch>", []),
            ("<noinput><if cond='true'><reprompt/></if></noinput><nomatch><exit/></nomatch>", []),
            (
                "<noinput><if cond='true'><exit/><else/><exit/></if></noinput><nomatch><exit/></nomatch>",
                ["2:1", "3:1"]
            ),
            ("<noinput><throw event='e'/></noinput><nomatch><exit/></nomatch>", []),
            ("<catch><exit/></catch>", ["2:1", "3:1"]),
            ("<catch><exit/></catch><catch event='e'><reprompt/></catch>", []),
            ("<help><reprompt/></help><catch><exit/></catch>", ["2:1", "3:1"]),
            ("<help><reprompt/></help><catch><exit/></catch><property name='universals' value='help'/>", []),
            ("<catch><goto nextitem='f'/></catch>", []),
            ("<catch><exit/></catch><filled><assign name='f' expr='undefined'/></filled>", []),
            // 5.3.3: the counters begin anew.
            ("<noinput><clear/><reprompt/></noinput><nomatch><exit/></nomatch>", ["2:1", "3:1"]),
            ("<noinput><clear namelist='f'/><reprompt/></noinput><nomatch><exit/></nomatch>", ["2:1", "3:1"]),
            ("<noinput><clear namelist='g'/><reprompt/></noinput><nomatch><exit/></nomatch>", []),
            ("<noinput count='2'><clear/><reprompt/></noinput><nomatch><exit/></nomatch>", ["3:1"]),
            ("<noinput><if cond='true'><clear/></if><reprompt/></noinput><nomatch><exit/></nomatch>", []),
        ])
    func never(handlers: String, expected: [String]) throws {
        #expect(try findings("prompt-never-comes", in: Self.field(handlers)) == expected)
    }

    @Test("handlers of the form, the document and the root count")
    func scopes() throws {
        let leaving = "<noinput><exit/></noinput><nomatch><exit/></nomatch>"
        let main = "<form>\(leaving)<field name='f' type='digits'>\n<prompt count='2'>b</prompt></field></form>"
        #expect(try findings("prompt-never-comes", in: main) == ["2:1"])
        let bare = "<form><field name='f' type='digits'>\n<prompt count='2'>b</prompt></field></form>"
        #expect(try findings("prompt-never-comes", in: leaving + bare) == ["2:1"])
        #expect(findings(try flow(["main.vxml": leaf(bare), "root.vxml": leaving])) == ["2:1 prompt-never-comes"])
        #expect(findings(try flow(["main.vxml": leaf(bare)])) == [])
    }

    @Test(
        "keys that match and fill something else ask again",
        arguments: [("<field name='g' type='digits'>", 1), ("<initial name='i'>", 0)])
    func mixedInitiative(item: String, warnings: Int) throws {
        let grammar = "<grammar mode='dtmf' version='1.0' root='r'><rule id='r'>1</rule></grammar>"
        let name = item.dropFirst().prefix { $0 != " " }
        let form =
            "<form><catch><exit/></catch>\(warnings == 0 ? grammar : "")"
            + "\(item)<prompt count='2'>b</prompt></\(name)></form>"
        #expect(try findings("prompt-never-comes", in: form).count == warnings)
    }

    @Test("of a menu too")
    func menu() throws {
        let menu = "<menu><prompt count='2'>b</prompt><choice dtmf='1' next='x'/><catch><exit/></catch></menu>"
        #expect(try findings("prompt-never-comes", in: menu).count == 1)
    }

    @Test(
        "of other items, too, which are come back to in ways of their own",
        arguments: [
            ("<record name='f'>\(prompts)<noinput><exit/></noinput></record>", ["2:1", "3:1"]),
            ("<record name='f'>\(prompts)</record>", []),
            ("<transfer name='f' dest='tel:1'>\(prompts)</transfer>", ["2:1", "3:1"]),
            ("<subdialog name='f' src='x'>\(prompts)</subdialog>", ["2:1", "3:1"]),
            ("<subdialog name='f' src='x'>\(prompts)<catch event='e'><reprompt/></catch></subdialog>", []),
            (
                "<transfer name='f' dest='tel:1'>\(prompts)<filled><assign name='f' expr='undefined'/></filled></transfer>",
                []
            ),
        ])
    func others(item: String, expected: [String]) throws {
        #expect(try findings("prompt-never-comes", in: "<form>\(item)</form>") == expected)
    }

    @Test("a count in executable content means nothing")
    func executable() throws {
        let content = "<form><block>\n<prompt count='2'>a</prompt><prompt count='1'>b</prompt></block></form>"
        #expect(try findings("count-without-effect", in: content) == ["2:1"])
    }
}
