import DialogMachines
import Testing

@Suite("<filled>")
struct FilledTests {
    @Test("34 At form level it is about the input items it names, else about all")
    func namelists() throws {
        let compiled = try compile(
            form: """
                <block name="b">x</block><field name="f"/><initial name="i"/><subdialog name="s" src="x"/>
                <object name="o" classid="method://p/m"/><transfer name="t" dest="tel:1"/>
                <filled/><filled mode="any" namelist="f  t"/>
                """)
        #expect(compiled.findings.isEmpty)
        let filleds = compiled.machine.filleds
        #expect(filleds.map(\.namelist) == [["f", "s", "o", "t"], ["f", "t"]])
        #expect(filleds.map(\.mode) == [.all, .any])
    }

    @Test("34 A name that is no input item's is refused", arguments: ["none", "b", "i"])
    func unknownNames(_ name: String) throws {
        let compiled = try compile(
            form: "<block name='b'>x</block><initial name='i'/><field name='f'/><filled namelist='f \(name)'/>")
        #expect(compiled.findings == ["error unknown-form-item!"])
    }

    @Test("34 Inside an item it has neither mode nor namelist", arguments: ["mode='all'", "namelist='f'"])
    func inItem(_ attribute: String) throws {
        let compiled = try compile(form: "<field name='f'><filled \(attribute)/></field>")
        #expect(compiled.findings == ["error filled-in-item!"])
    }
}
