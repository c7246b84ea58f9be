import CallControl
import DialogMachines
import Testing

@Suite("Attribute values")
struct AttributeValueTests {
    @Test(
        "20 A time without a unit is refused",
        arguments: [
            "<block><prompt timeout='3'>x</prompt></block>",
            "<block><goto next='x.vxml' fetchtimeout='3'/></block>",
            "<block><prompt><break time='3'/></prompt></block>",
            "<transfer dest='tel:1' connecttimeout='20'/>",
            "<transfer dest='tel:1' bridge='true' maxtime='60'/>",
            "<property name='timeout' value='5'/>",
            "<field><grammar src='g.grxml' fetchtimeout='2'/></field>",
            "<block><script src='a.js' fetchtimeout='2'/></block>",
            "<block><audio src='a.wav' fetchtimeout='2'/></block>",
        ])
    func bareTimes(_ content: String) throws {
        #expect(try compile(form: content).findings == ["error bad-time!"])
    }

    @Test("20 Times have s or ms", arguments: [("3s", 3000), ("3000ms", 3000), ("+1.5s", 1500), (".5s", 500)])
    func times(_ text: String, _ milliseconds: Int) throws {
        let compiled = try compile(block: "<prompt timeout='\(text)'>x</prompt>")
        #expect(compiled.findings.isEmpty)
        #expect(compiled.machine.prompts[0].timeout == CallDuration(milliseconds: milliseconds))
    }

    @Test(
        "A value that the attribute does not have is refused",
        arguments: [
            "<field modal='yes'/>",
            "<block><prompt bargein='no'>x</prompt></block>",
            "<block><prompt bargeintype='loud'>x</prompt></block>",
            "<block><prompt count='0'>x</prompt></block>",
            "<block><prompt count='two'>x</prompt></block>",
            "<noinput count='1.5'/>",
            "<field name='a'/><filled mode='some'/>",
            "<block><submit next='x' method='put'/></block>",
            "<block><submit next='x' enctype='text/plain'/></block>",
            "<block><goto next='x' maxage='-1'/></block>",
            "<block><goto next='x' fetchhint='soon'/></block>",
            "<transfer dest='tel:1' type='warm'/>",
            "<transfer dest='tel:1' bridge='1'/>",
            "<field><grammar src='g.grxml' weight='heavy'/></field>",
            "<field><grammar src='g.grxml' mode='keys'/></field>",
            "<grammar src='g.grxml' scope='form'/>",
            "<block><prompt><break strength='mild'/></prompt></block>",
            "<field><option accept='some' dtmf='1'>a</option></field>",
        ])
    func badValues(_ content: String) throws {
        let findings = try compile(form: content).findings
        #expect(findings == ["error bad-value!"])
    }

    @Test(
        "Of a menu too", arguments: ["scope='all'", "dtmf='yes'", "accept='loose'"])
    func badMenuValues(_ attribute: String) throws {
        let menu = "<menu \(attribute)><choice next='x' dtmf='0'>a</choice></menu>"
        #expect(try compile(menu).findings == ["error bad-value!"])
    }
}
