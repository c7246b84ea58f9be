import DialogMachines
import Grammars
import Testing

@Suite("Menus")
struct MenuTests {
    /// The keys of the choices, and which choice each grammar of keys selects.
    private func keys(of compiled: Compiled) throws -> (dtmf: [String?], grammars: [GrammarEntry.Result]) {
        let item = compiled.machine.items[0]
        guard case .menu(let menu) = item.kind else {
            Issue.record("no menu")
            return ([], [])
        }
        let grammars = compiled.machine.grammars[item.grammars].filter { $0.isOfKeys }
        return (menu.choices.map(\.enumerated.dtmf), grammars.map(\.result))
    }

    @Test("10 With dtmf=\"true\" the first nine choices without a key get 1 to 9")
    func numbering() throws {
        let choices = (1...11).map { $0 == 2 ? "<choice dtmf='0' next='x'>o</choice>" : "<choice next='x'>c</choice>" }
        let compiled = try compile("<menu dtmf='true'>\(choices.joined())</menu>")
        #expect(compiled.findings.isEmpty)
        let (dtmf, grammars) = try keys(of: compiled)
        #expect(dtmf == ["1", "0", "2", "3", "4", "5", "6", "7", "8", "9", nil])
        #expect(grammars == (0..<10).map { .choice($0) })
    }

    @Test(
        "10 With dtmf=\"true\" a choice's own key is *, # or 0",
        arguments: [("*", []), ("#", []), ("0", []), ("1", ["error menu-dtmf!"]), ("00", ["error menu-dtmf!"])])
    func ownKeys(_ keys: String, _ findings: [String]) throws {
        let compiled = try compile("<menu dtmf='true'><choice dtmf='\(keys)' next='x'>o</choice></menu>")
        #expect(compiled.findings == findings)
    }

    @Test("Without dtmf=\"true\" choices have the keys they are given")
    func given() throws {
        let compiled = try compile(
            "<menu><choice dtmf='7' next='x'>a</choice><choice next='y'>b</choice><choice dtmf='1 2' next='z'/></menu>")
        let (dtmf, grammars) = try keys(of: compiled)
        #expect(dtmf == ["7", nil, "1 2"])
        #expect(grammars == [.choice(0), .choice(2)])
    }

    @Test("7 A choice without keys has a phrase, which counts as active and matches no key")
    func phrase() throws {
        let machine = try compile("<menu><choice next='y'> our  news </choice></menu>").machine
        #expect(machine.grammars.map(\.result) == [.choice(0)])
        #expect(machine.grammars.map(\.isOfKeys) == [false])
    }

    @Test("A choice's own grammars select it")
    func ownGrammars() throws {
        let compiled = try compile(
            "<menu><choice next='x'>a<grammar src='builtin:dtmf/digits?length=2'/></choice></menu>")
        #expect(compiled.findings.isEmpty)
        #expect(compiled.machine.grammars.map(\.result) == [.choice(0)])
    }

    @Test("A choice goes somewhere or throws")
    func actions() throws {
        let compiled = try compile(
            "<menu><choice dtmf='1' next='#a'>a</choice><choice dtmf='2' expr='b'>b</choice>"
                + "<choice dtmf='3' event='c' message='d'>c</choice></menu><form id='a'/>")
        #expect(
            compiled.listing.filter { $0.hasPrefix("choice") } == [
                "choice 1 “a” → #a", "choice 2 “b” → {b}", "choice 3 “c” → throw c, message \"d\"",
            ])
    }

    @Test("A menu of document scope has grammars of document scope")
    func scope() throws {
        let machine = try compile("<menu scope='document'><choice dtmf='1' next='x'>a</choice></menu>").machine
        #expect(machine.dialogs[0].scope == .document)
        #expect(machine.grammars.map(\.scope) == [.document])
    }
}

extension GrammarEntry {
    /// Whether it is compiled and can match keys.
    var isOfKeys: Bool {
        guard case .compiled(let grammar) = source else { return false }
        return grammar.mode == .dtmf
    }
}
