import CallControl
import Diagnostics
import DialogCompiler
import DialogParser
import FlowChecks
import MarkupReader
import Testing

@Suite("Mistakes that authors make")
struct MistakeTests {
    @Test(
        "each is told, by the parser, the compiler or the checks, and nothing else is",
        arguments: [
            (
                "a form item that is not there",
                "<form><field name='a' type='digits'/><filled><goto nextitem='b'/></filled></form>", "missing-form-item"
            ),
            (
                "= for ==", "<form><var name='x' expr='1'/><block><if cond='x = 2'>a</if></block></form>",
                "assigning-condition"
            ),
            (
                "one key for two choices",
                "<menu><choice dtmf='1' event='help'/><choice dtmf='1' event='help'/></menu>", "duplicate-dtmf"
            ),
            (
                "a count from 0", "<form><field name='a' type='digits'><noinput count='0'>x</noinput></field></form>",
                "bad-value"
            ),
            ("a dialog without #", "<form><block><goto next='#b'/></block></form>", "missing-dialog"),
            ("a value of nothing", "<form><block>Number <value expr='number'/></block></form>", "undeclared-variable"),
            ("a text without quotes", "<form><var name='x' expr='hello'/><block/></form>", "undeclared-variable"),
            (
                "a time without its unit",
                "<form><field name='a' type='digits'><prompt timeout='5'>P</prompt></field></form>", "bad-time"
            ),
            ("a property misspelled", "<property name='interdigitimeout' value='3s'/><form/>", "unknown-property"),
            (
                "a root rule that is not there",
                "<form><field name='a'><grammar mode='dtmf' version='1.0' root='x'><rule id='y'>1</rule></grammar></field></form>",
                "grammar-missing-root"
            ),
            ("a prompt outside a dialog", "<prompt>Hello</prompt><form/>", "misplaced-element"),
            (
                "filled of what is no item",
                "<form><field name='a' type='digits'/><var name='b'/><filled namelist='b'/></form>",
                "unknown-form-item"
            ),
            (
                "a variable sent that is not there",
                "<form><block><submit next='http://h/x' namelist='c'/></block></form>", "undeclared-variable"
            ),
            (
                "an event misspelled", "<form><field name='a' type='digits'><catch event='nomach'/></field></form>",
                "unthrown-event"
            ),
            (
                "an event that nothing catches",
                "<form><block><throw event='my.evnt'/></block><catch event='my.event'/></form>", "uncaught-event"
            ),
            (
                "bounds the wrong way round", "<form><field name='a' type='digits?minlength=5;maxlength=3'/></form>",
                "bad-builtin"
            ),
            (
                "a parameter of a builtin misspelled", "<form><field name='a' type='digits?len=4'/></form>",
                "bad-builtin"
            ),
            ("an option without a key", "<form><field name='a'><option>x</option></field></form>", "no-grammar"),
            (
                "a tenth choice of numbered ones",
                "<menu dtmf='true'><choice event='help'/><choice event='help'/><choice event='help'/><choice event='help'/><choice event='help'/><choice event='help'/><choice event='help'/><choice event='help'/><choice event='help'/><choice event='help'/></menu>",
                "choice-without-key"
            ),
            (
                "an elseif without its condition", "<form><block><if cond='true'>a<elseif/>b</if></block></form>",
                "missing-attribute"
            ),
            (
                "counters cleared before they count",
                "<form><field name='a' type='digits'><nomatch><clear/><reprompt/></nomatch><nomatch count='2'>x</nomatch></field></form>",
                "handler-never-comes"
            ),
            (
                "something behind a goto", "<form id='a'><block><goto next='#a'/><prompt>x</prompt></block></form>",
                "unreachable-content"
            ),
            (
                "two items of one name", "<form><field name='a' type='digits'/><field name='a' type='digits'/></form>",
                "duplicate-name"
            ),
            (
                "a word for a key",
                "<form><field name='a'><grammar mode='dtmf' version='1.0' root='r'><rule id='r'>one</rule></grammar></field></form>",
                "grammar-not-a-key"
            ),
            (
                "a param that is not declared",
                "<form><subdialog name='s' src='#b'><param name='q' expr='1'/></subdialog></form><form id='b'><var name='p'/><block><return/></block></form>",
                "unknown-param"
            ),
            (
                "a later handler behind one that leaves",
                "<form><field name='a' type='digits'><nomatch><exit/></nomatch><nomatch count='3'>x</nomatch></field></form>",
                "handler-never-comes"
            ),
            (
                "a mode of filled within an item",
                "<form><field name='a' type='digits'><filled mode='any'>x</filled></field></form>", "filled-in-item"
            ),
            (
                "a link that no caller reaches",
                "<link dtmf='0' event='help'/><form><field name='a' type='digits'/></form>", "duplicate-dtmf"
            ),
        ])
    func mistakes(mistake: String, content: String, id: String) throws {
        let text = "<vxml version='2.1' xmlns='http://www.w3.org/2001/vxml'>\(content)</vxml>"
        let tree = try #require(MarkupReader.read(Array(text.utf8), file: "main.vxml").root)
        let (parsed, parsing) = DialogParser.parse(tree, uri: "file:///main.vxml", file: "main.vxml")
        let document = try #require(parsed)
        let (machine, compiling) = DialogCompiler.compile(
            document, id: ResourceID(uri: "file:///main.vxml", digest: "0"), checker: LenientChecker())
        let flow = Flow(
            documents: [FlowDocument(tree: tree, document: document, machine: machine)], isWhole: true)
        let found = Set((parsing + compiling + FlowChecks.diagnostics(of: flow)).map(\.id))
        // A field whose only grammar is refused has none.
        #expect(found == [id] || id.hasPrefix("grammar-") && found == [id, "no-grammar"], "\(mistake): \(found)")
    }
}
