import Diagnostics
import DialogMachines
import Testing

@Suite("Executable content")
struct ExecutableContentTests {
    @Test("<if> becomes jumps: the first branch that holds runs, and then what follows")
    func conditional() throws {
        let compiled = try compile(
            block: """
                <if cond="a"><assign name="x" expr="1"/><elseif cond="b"/><assign name="x" expr="2"/>
                <else/><assign name="x" expr="3"/></if><reprompt/>
                """)
        #expect(compiled.findings.isEmpty)
        #expect(
            compiled.code == [
                "0 if a, else go on at 3", "1 x = 1", "2 go on at 7",
                "3 if b, else go on at 6", "4 x = 2", "5 go on at 7",
                "6 x = 3",
                "7 reprompt", "8 end",
            ])
    }

    @Test("Branches can be empty, and nest")
    func nested() throws {
        let compiled = try compile(
            block: "<if cond='a'><if cond='b'><else/><reprompt/></if><else/></if><exit/>")
        #expect(
            compiled.code == [
                "0 if a, else go on at 5", "1 if b, else go on at 3", "2 go on at 4", "3 reprompt",
                "4 go on at 5", "5 exit", "6 end",
            ])
    }

    @Test(
        "Each step is an instruction",
        arguments: [
            ("<var name='x'/>", "var x"),
            ("<var name='x' expr='1 + 1'/>", "var x = 1 + 1"),
            ("<clear/>", "clear all form items"),
            ("<clear namelist='a  b'/>", "clear a, b"),
            ("<script>f(); g();</script>", "script f(); g();"),
            ("<script src='a.js'/>", "script from a.js"),
            ("<script srcexpr='u'/>", "script from {u}"),
            ("<goto next='a.vxml#b'/>", "goto a.vxml#b"),
            ("<goto expr='u' fetchtimeout='2s'/>", "goto {u}, fetchtimeout 2s"),
            ("<goto expritem='i'/>", "goto the item {i}"),
            ("<submit next='a' namelist='x y.z' method='post'/>", "submit to a by post, sending x, y.z"),
            ("<exit/>", "exit"), ("<exit expr='1'/>", "exit {1}"), ("<exit namelist='x'/>", "exit with x"),
            ("<return/>", "return"), ("<return namelist='x y'/>", "return x, y"),
            ("<return event='e' message='m'/>", "return the event e, message \"m\""),
            ("<disconnect/>", "disconnect"), ("<disconnect namelist='x'/>", "disconnect with x"),
            ("<throw event='e'/>", "throw e"),
            ("<throw eventexpr='e' messageexpr='m'/>", "throw {e}, message \"{m}\""),
            ("<reprompt/>", "reprompt"),
            ("<log/>", "log"),
            ("<log label='l' expr='x'> at <value expr='y'/> </log>", "log l: {x} “at {y}”"),
            ("<data src='u'/>", "data from u"),
            ("<data name='d' srcexpr='u' method='post' namelist='a b'/>", "data d from {u} by post, sending a, b"),
            ("<prompt>hello</prompt>", "prompt “hello”"), ("hello", "prompt “hello”"),
        ])
    func steps(_ element: String, _ text: String) throws {
        let compiled = try compile(block: element)
        #expect(compiled.findings.isEmpty)
        #expect(compiled.code == ["0 \(text)", "1 end"])
    }

    @Test("Every instruction has its place in the document")
    func positions() throws {
        let compiled = try compile(block: "\n<reprompt/>\n  <exit/>")
        #expect(compiled.machine.positions.map(\.line) == [2, 3, 1])
        #expect(compiled.machine.positions.map(\.column).dropLast() == [1, 3])
    }

    @Test("A block of nothing has no instructions")
    func empty() throws {
        let compiled = try compile(block: " \n ")
        #expect(compiled.machine.instructions.isEmpty)
    }

    @Test("Variables and scripts of documents and forms run in document order")
    func initialization() throws {
        let compiled = try compile(
            "<var name='a'/><script>b()</script><var name='c'/><form><script>d()</script><var name='e'/></form>")
        #expect(
            compiled.code == [
                "0 var a", "1 script b()", "2 var c", "3 end", "4 script d()", "5 var e", "6 end",
            ])
    }
}
