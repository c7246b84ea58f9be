import Diagnostics
import DialogMachines
import Testing

@Suite("Properties")
struct PropertyTests {
    @Test(
        "Known properties take values of their kind",
        arguments: [
            ("timeout", "5s", []), ("timeout", "5", ["error bad-time!"]),
            ("interdigittimeout", "soon", ["error bad-time!"]),
            ("bargein", "false", []), ("bargein", "off", ["error bad-value!"]),
            ("bargeintype", "hotword", []), ("bargeintype", "none", ["error bad-value!"]),
            ("termchar", "", []), ("termchar", "*", []), ("termchar", "##", ["error bad-value!"]),
            ("termchar", "x", ["error bad-value!"]),
            ("inputmodes", "dtmf voice", []), ("inputmodes", "dtmf", []), ("inputmodes", "keys", ["error bad-value!"]),
            ("maxnbest", "3", []), ("maxnbest", "0", ["error bad-value!"]),
            ("datamaxage", "60", []), ("datamaxstale", "0", []), ("datamaxstale", "-1", ["error bad-value!"]),
            ("documentmaxage", "0", []), ("documentmaxage", "1s", ["error bad-value!"]),
            ("confidencelevel", "0.5", []), ("confidencelevel", "2", ["error bad-value!"]),
            ("fetchaudio", "music.wav", []), ("universals", "all", []),
            ("dialtone.sensitive", "true", []), ("dialtone.sensitive", "1", ["error bad-value!"]),
            ("dialtone.steps", "1000", []),
            ("dialtone.failures", "3", []), ("dialtone.failures", "0", ["error bad-value!"]),
            ("timeouts", "5s", ["warning unknown-property"]),
            ("dialtone.sensitiv", "true", ["warning unknown-property"]),
        ])
    func values(_ name: String, _ value: String, _ findings: [String]) throws {
        let compiled = try compile("<property name='\(name)' value='\(value)'/>")
        #expect(compiled.findings == findings)
        #expect(compiled.machine.properties == [name: value])
    }

    @Test("A name that is nearly right is suggested")
    func suggestion() throws {
        let compiled = try compile("<property name='dialtone.sensitiv' value='true'/>")
        #expect(compiled.diagnostics.map(\.hint) == ["Did you mean dialtone.sensitive?"])
    }

    @Test("Each scope has its own; the last of a name counts")
    func scopes() throws {
        func property(_ value: Int) -> String { "<property name='timeout' value='\(value)s'/>" }
        let machine = try compile(
            "\(property(1))<form>\(property(2))<field>\(property(3))\(property(4))</field></form>"
                + "<menu>\(property(5))</menu>"
        ).machine
        #expect(machine.properties == ["timeout": "1s"])
        #expect(machine.dialogs[0].properties == ["timeout": "2s"])
        #expect(machine.items[0].properties == ["timeout": "4s"])
        #expect(machine.dialogs[1].properties == ["timeout": "5s"])
    }
}
