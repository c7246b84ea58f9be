import Diagnostics
import DialogCompiler
import DialogMachines
import Testing

@Suite("Keys that are active together")
struct KeyCheckTests {
    /// The id and the line of each warning.
    private func warnings(_ content: String, root: String? = nil) throws -> [String] {
        let compiled = try compile(content, attributes: root == nil ? "" : "application='root.vxml'")
        #expect(compiled.findings.isEmpty)
        return KeyChecks.warnings(of: compiled.machine, root: try root.map { try compile($0).machine })
            .map { "\($0.id) \($0.position.line)" }
    }

    private static let one =
        "<grammar mode='dtmf' version='1.0' root='r'><rule id='r'>1</rule></grammar>"

    @Test(
        "4 An item that nothing, or only voice, can fill",
        arguments: [
            ("<form><field name='a'><prompt>Q</prompt></field></form>", ["no-grammar 1"]),
            ("<form><link dtmf='0' event='e'/><field name='a'/></form>", ["no-grammar 1"]),
            ("<form><field name='a' type='digits'/></form>", []),
            ("<form><field name='a'><option dtmf='1'>x</option></field></form>", []),
            ("<form><field name='a'><option>x</option></field></form>", ["no-grammar 1"]),
            ("<form>\(one)<field name='a'/></form>", []),
            ("<form>\(one)\n<field name='a' modal='true'/></form>", ["no-grammar 2"]),
            ("<form><initial/><field name='a' type='digits'/></form>", ["no-grammar 1"]),
            ("<form><field name='a'><grammar srcexpr='x'/></field></form>", []),
            ("<form><block/></form>", []),
        ])
    func filling(content: String, expected: [String]) throws {
        #expect(try warnings(content) == expected)
    }

    @Test(
        "6 A grammar that no key matches",
        arguments: [("<ruleref special='VOID'/>", true), ("<ruleref special='GARBAGE'/>", false), ("1", false)])
    func nothing(rule: String, isWarned: Bool) throws {
        let grammar = "<grammar mode='dtmf' version='1.0' root='r'><rule id='r'>\(rule)</rule></grammar>"
        #expect(
            try warnings("<form><field name='a'>\(grammar)</field></form>")
                == (isWarned ? ["grammar-matches-nothing 1"] : []))
    }

    @Test(
        "59 A menu's key and a link do not make each other wait",
        arguments: [
            ("<link dtmf='12' event='e'/>\n<menu><choice dtmf='1' next='x'/></menu>", ["keys-wait 2"]),
            ("<link dtmf='0' event='e'/>\n<form><field name='a' type='digits'/></form>", ["keys-wait 1"]),
            ("<link dtmf='*' event='e'/><form><field name='a' type='digits'/></form>", []),
            ("<link dtmf='0' event='e'/><menu><choice dtmf='1' next='x'/></menu>", []),
            ("<menu><choice dtmf='1' next='x'/>\n<choice dtmf='1 2' next='x'/></menu>", ["keys-wait 1"]),
            ("<link dtmf='0' event='e'/><form><field name='a' type='digits' modal='true'/></form>", []),
        ])
    func waiting(content: String, expected: [String]) throws {
        #expect(try warnings(content) == expected)
    }

    @Test("59 A link of the application root counts, and is told at the document that it concerns")
    func root() throws {
        let root = "\n\n<link dtmf='0' event='e'/>"
        #expect(try warnings("<form>\n<field name='a' type='digits'/></form>", root: root) == ["keys-wait 2"])
        #expect(try warnings("<menu><choice dtmf='1' next='x'/></menu>", root: root) == [])
    }

    @Test(
        "17 A habitual # after keys that end by themselves",
        arguments: [
            ("digits?length=4", "", "<field name='b' type='digits'/>", true),
            ("digits?length=4", "", "", false),
            ("digits?length=4", "", "<block/>", false),
            ("digits?length=2", "", "<field name='b' type='digits'/>", false),
            ("digits", "", "<field name='b' type='digits'/>", false),
            ("digits?minlength=3;maxlength=6", "", "<field name='b' type='digits'/>", true),
            ("digits?length=4", "<property name='termtimeout' value='1s'/>", "<field name='b' type='digits'/>", false),
            ("digits?length=4", "<property name='termchar' value=''/>", "<field name='b' type='digits'/>", false),
        ])
    func hash(type: String, property: String, following: String, isWarned: Bool) throws {
        let content = "<form><field name='a' type='\(type)'>\(property)</field>\(following)</form>"
        #expect(try warnings(content) == (isWarned ? ["habitual-hash 1"] : []))
    }
}
