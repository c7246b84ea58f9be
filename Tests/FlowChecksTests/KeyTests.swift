import Diagnostics
import FlowChecks
import Testing

@Suite("Keys that are active together")
struct KeyTests {
    /// The id and the line of each warning.
    private func warnings(_ content: String, root: String? = nil) throws -> [String] {
        let checked =
            try root.map { try flow(["main.vxml": leaf(content), "root.vxml": $0], isWhole: false) }
            ?? flow(["main.vxml": content])
        return FlowChecks.diagnostics(of: checked).filter { $0.file == "main.vxml" }
            .map { "\($0.id) \($0.position.line)" }
    }

    private static let one =
        "<grammar mode='dtmf' version='1.0' root='r'><rule id='r'>1</rule></grammar>"

    @Test(
        "4 An item that nothing, or only voice, can fill",
        arguments: [
            ("<form><field name='a'><prompt>Q</prompt></field></form>", ["no-grammar 1"]),
            ("<form><link dtmf='0' event='help'/><field name='a'/></form>", ["no-grammar 1"]),
            ("<form><field name='a' type='digits'/></form>", []),
            ("<form><field name='a'><option dtmf='1'>x</option></field></form>", []),
            ("<form><field name='a'><option>x</option></field></form>", ["no-grammar 1"]),
            ("<form>\(one)<field name='a'/></form>", []),
            ("<form>\(one)\n<field name='a' modal='true'/></form>", ["no-grammar 2"]),
            ("<form><initial/><field name='a' type='digits'/></form>", ["no-grammar 1"]),
            ("<form><field name='a'><grammar srcexpr='\"x\"'/></field></form>", []),
            ("<form><block/></form>", []),
        ])
    func filling(content: String, expected: [String]) throws {
        #expect(try warnings(content) == expected)
    }

    @Test(
        "6 A grammar that no key matches",
        arguments: [
            ("<ruleref special='VOID'/>", true), ("1<ruleref special='VOID'/>", true),
            ("<one-of><item><ruleref special='VOID'/></item><item>2<ruleref special='VOID'/></item></one-of>", true),
            ("<ruleref special='NULL'/>", true), ("", true), ("<item repeat='0'>1</item>", true),
            ("1<ruleref uri='#r'/>", true), ("<one-of><item>1<ruleref uri='#r'/></item><item>2</item></one-of>", false),
            ("<ruleref special='GARBAGE'/>", false), ("1", false),
        ])
    func nothing(rule: String, isWarned: Bool) throws {
        let grammar = "<grammar mode='dtmf' version='1.0' root='r'><rule id='r'>\(rule)</rule></grammar>"
        #expect(
            try warnings("<form><field name='a'>\(grammar)</field></form>")
                == (isWarned ? ["grammar-matches-nothing 1"] : []))
    }

    @Test(
        "59 A menu's key and a link do not make each other wait",
        arguments: [
            ("<link dtmf='12' event='help'/>\n<menu><choice dtmf='1' next='x'/></menu>", ["keys-wait 2"]),
            ("<link dtmf='0' event='help'/>\n<form><field name='a' type='digits?length=4'/></form>", ["keys-wait 1"]),
            ("<link dtmf='*' event='help'/><form><field name='a' type='digits'/></form>", []),
            ("<link dtmf='0' event='help'/><menu><choice dtmf='1' next='x'/></menu>", []),
            ("<menu><choice dtmf='1' next='x'/>\n<choice dtmf='1 2' next='x'/></menu>", ["keys-wait 1"]),
            ("<link dtmf='0' event='help'/><form><field name='a' type='digits' modal='true'/></form>", []),
        ])
    func waiting(content: String, expected: [String]) throws {
        #expect(try warnings(content) == expected)
    }

    @Test(
        "3 A grammar that fills a field makes its callers wait as much as a choice does",
        arguments: [
            ("<link dtmf='12' event='help'/>\n<form><field name='a' type='boolean'/></form>", ["keys-wait 2"]),
            ("<form><field name='a'>\(one)\n<grammar src='builtin:dtmf/digits'/></field></form>", ["keys-wait 1"]),
            ("<form><field name='a' type='digits?length=1'/></form>", []),
        ])
    func fillingWaits(content: String, expected: [String]) throws {
        #expect(try warnings(content) == expected)
    }

    @Test(
        "3 A link or an option whose keys another grammar takes everywhere",
        arguments: [
            ("<menu><choice dtmf='1' next='x'/>\n<link dtmf='1' event='help'/></menu>", ["duplicate-dtmf 2"]),
            (
                "<form><link dtmf='0' event='help'/>\n<link dtmf='0' event='cancel'/><field name='a' type='boolean'/></form>",
                ["duplicate-dtmf 2"]
            ),
            (
                "<form><field name='a' type='boolean'>\n<option dtmf='1' value='x'/></field></form>",
                ["duplicate-dtmf 2"]
            ),
            // In the other field the link is heard.
            (
                "<form><link dtmf='1' event='help'/><field name='a' type='boolean'/>"
                    + "<field name='b'><option dtmf='2' value='x'/></field></form>", []
            ),
            ("<link dtmf='1' event='help'/><menu><choice dtmf='1' next='x'/></menu>", ["duplicate-dtmf 1"]),
            // The field goes on with it anyway: nobody waits for the link.
            ("<link dtmf='0' event='help'/><form><field name='a' type='digits'/></form>", ["duplicate-dtmf 1"]),
            ("<link dtmf='1' event='help'/><menu><choice dtmf='2' next='x'/></menu>", []),
            // It is heard while the transfer goes on.
            (
                "<link dtmf='1' event='help'/><menu><choice dtmf='1' next='x'/></menu>"
                    + "<form><transfer dest='tel:1' bridge='true'/></form>", []
            ),
        ])
    func taken(content: String, expected: [String]) throws {
        #expect(try warnings(content) == expected)
    }

    @Test(
        "10 A choice whose keys an earlier one of the menu takes, be it by dtmf or by a grammar",
        arguments: [
            ("<choice dtmf='12' next='x'/>\n<choice dtmf='1 2' next='y'/>", ["duplicate-dtmf 2"]),
            ("<choice dtmf='12345' next='x'/>\n<choice dtmf='12345' next='y'/>", ["duplicate-dtmf 2"]),
            ("<choice dtmf='1' next='x'/>\n<choice next='y'>\(one)</choice>", ["duplicate-dtmf 2"]),
            ("<choice next='x'>\(one)</choice>\n<choice dtmf='1' next='y'/>", ["duplicate-dtmf 2"]),
            ("<choice dtmf='1' next='x'>\(one)</choice>", []),
            // It takes one of its keys only.
            (
                "<choice dtmf='1' next='x'/><choice next='y'>"
                    + one.replacing(">1<", with: "><item repeat='1-2'>1</item><") + "</choice>", ["keys-wait 1"]
            ),
        ])
    func takenInMenu(choices: String, expected: [String]) throws {
        #expect(try warnings("<menu>\(choices)</menu>") == expected)
    }

    @Test(
        "10 A grammar that an earlier one of its field leaves nothing to",
        arguments: [
            ("<field name='a'>\(one)\n\(one)</field>", ["duplicate-dtmf 2"]),
            ("<field name='a' type='boolean'>\n\(one)</field>", ["duplicate-dtmf 2"]),
            ("<property name='maxnbest' value='2'/><field name='a'>\(one)\n\(one)</field>", []),
            ("\(one)\n<field name='a'>\(one)</field>", ["duplicate-dtmf 1"]),
            // In the other field it is heard.
            ("\(one)<field name='a'>\(one)</field><field name='b'/>", []),
            ("\(one)<initial/><field name='a'>\(one)</field>", []),
        ])
    func takenGrammar(content: String, expected: [String]) throws {
        #expect(try warnings("<form>\(content)</form>") == expected)
    }

    @Test("10 An option whose keys an earlier one takes, unless it means the same")
    func takenOption() throws {
        let form = { (value: String) in
            "<form><field name='a'><option dtmf='1' value='x'/>\n<option dtmf='1' value='\(value)'/></field></form>"
        }
        #expect(try warnings(form("y")) == ["duplicate-dtmf 2"])
        #expect(try warnings(form("x")) == [])
    }

    @Test("3 A link of a document that may be the root of others may be heard there")
    func takenInRoot() throws {
        let content = "<link dtmf='1' event='help'/><menu><choice dtmf='1' next='x'/></menu>"
        #expect(findings(try flow(["main.vxml": content], isWhole: false)) == [])
        for (choice, expected) in [("2", []), ("1", ["1:69 duplicate-dtmf"])] {
            let leaf = leaf("<menu><choice dtmf='\(choice)' next='x'/></menu>", root: "main.vxml")
            #expect(findings(try flow(["main.vxml": content, "leaf.vxml": leaf])) == expected)
        }
    }

    @Test(
        "16 Without a termchar nothing but a pause ends what can go on",
        arguments: [
            ("digits", "", true), ("digits?minlength=3;maxlength=5", "", true), ("digits?length=4", "", false),
            ("digits", "#", false), ("boolean", "", false),
        ])
    func pauses(type: String, termchar: String, isWarned: Bool) throws {
        let content =
            "<form><field name='a' type='\(type)'><property name='termchar' value='\(termchar)'/></field></form>"
        #expect(try warnings(content) == (isWarned ? ["ends-by-pause 1"] : []))
    }

    @Test("16 So do grammars of the form")
    func pausesOfForm() throws {
        let grammar = Self.one.replacing(">1<", with: "><item repeat='1-'>1</item><")
        let form = { (termchar: String) in
            "<form>\(grammar)<property name='termchar' value='\(termchar)'/>\n<field name='a'/></form>"
        }
        #expect(try warnings(form("")) == ["ends-by-pause 2"])
        #expect(try warnings(form("#")) == [])
    }

    @Test(
        "9 Where inputmodes leaves keys out, they are ignored",
        arguments: [
            (
                "<property name='inputmodes' value='voice'/>\n<menu><choice dtmf='1' next='x'/></menu>",
                ["keys-ignored 2"]
            ),
            ("<property name='inputmodes' value='voice dtmf'/><menu><choice dtmf='1' next='x'/></menu>", []),
            (
                "<property name='inputmodes' value='voice'/><form><field name='a' type='digits'>"
                    + "<property name='inputmodes' value='dtmf'/></field></form>", []
            ),
        ])
    func ignored(content: String, expected: [String]) throws {
        #expect(try warnings(content) == expected)
    }

    @Test(
        "10 A choice without a key beside others that have one",
        arguments: [
            ("<menu><choice dtmf='1' next='x'/>\n<choice next='y'>why</choice></menu>", ["choice-without-key 2"]),
            ("<menu dtmf='true'><choice next='x'/><choice next='y'/></menu>", []),
            (
                "<menu dtmf='true'>" + String(repeating: "<choice next='x'/>", count: 9)
                    + "\n<choice next='y'/></menu>",
                ["choice-without-key 2"]
            ),
            (
                "<menu><choice dtmf='1' next='x'/><choice next='y'>\(one.replacing(">1<", with: ">2<"))</choice></menu>",
                []
            ),
        ])
    func choices(content: String, expected: [String]) throws {
        #expect(try warnings(content) == expected)
    }

    @Test("59 A link of the application root counts, and is told at the document that it concerns")
    func root() throws {
        let root = "\n\n<link dtmf='0' event='help'/>"
        #expect(try warnings("<form>\n<field name='a' type='digits?length=4'/></form>", root: root) == ["keys-wait 2"])
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
