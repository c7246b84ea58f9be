import DialogMachines
import Expressions
import Testing

@Suite("Catches and links")
struct EventTests {
    @Test(
        "40 A catch names its events; a shorthand is one for its own name",
        arguments: [
            ("<catch event='a b.c'/>", ["a", "b.c"]), ("<catch/>", []), ("<catch event='.'/>", []),
            ("<catch event='error.'/>", ["error"]), ("<noinput/>", ["noinput"]), ("<nomatch/>", ["nomatch"]),
            ("<help/>", ["help"]), ("<error/>", ["error"]),
        ])
    func names(_ element: String, _ events: [String]) throws {
        let machine = try compile(element).machine
        #expect(machine.handlerTable.map(\.events) == [events])
        #expect(machine.handlers == 0..<1)
    }

    @Test("39 Handlers keep their scope, order, count and condition")
    func scopes() throws {
        let machine = try compile(
            "<noinput/><help/><form><nomatch count='3' cond='c'/><field><noinput/><noinput count='2'/></field></form>"
                + "<menu><help/></menu>"
        ).machine
        func events(_ range: Range<Int>) -> [String] { machine.handlerTable[range].flatMap(\.events) }
        #expect(events(machine.handlers) == ["noinput", "help"])
        #expect(events(machine.dialogs[0].handlers) == ["nomatch"])
        #expect(events(machine.items[0].handlers) == ["noinput", "noinput"])
        #expect(events(machine.dialogs[1].handlers) == ["help"])
        let nomatch = machine.handlerTable[machine.dialogs[0].handlers.lowerBound]
        #expect(nomatch.count == 3)
        #expect(nomatch.cond?.source == "c")
        #expect(machine.handlerTable[machine.items[0].handlers].map(\.count) == [1, 2])
    }

    @Test("44 A link goes somewhere or throws, by its keys and its grammars")
    func links() throws {
        let compiled = try compile(
            "<link dtmf='0' next='#o'/><link event='help'><grammar src='g.grxml'/></link><form id='o'>"
                + "<link eventexpr='e' dtmf='9'/><field><link next='x' dtmf='8'/></field></form>")
        #expect(compiled.findings.isEmpty)
        let machine = compiled.machine
        #expect(machine.links == 0..<2)
        #expect(machine.dialogs[0].links == 2..<3)
        #expect(machine.items[0].links == 3..<4)
        #expect(machine.linkTable.flatMap { machine.grammars[$0.grammars].map(\.result) } == (0..<4).map { .link($0) })
        #expect(
            compiled.listing.filter { $0.hasPrefix("link") } == [
                "link → #o", "link → throw help", "link → throw {e}", "link → x",
            ])
    }
}
