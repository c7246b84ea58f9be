import CallControl
import FormInterpreter
import Testing

@Suite("Names of errors")
struct ErrorNameTests {
    struct Case: Sendable {
        var item: String
        var event: String
    }

    private static func block(_ content: String) -> String { "<block>\(content)</block>" }

    @Test(
        "45 what goes wrong in an item is thrown there, by the standard's names",
        arguments: [
            Case(item: block("<goto next=\"nowhere.vxml\"/>"), event: "error.badfetch"),
            Case(item: block("<goto next=\"#nowhere\"/>"), event: "error.badfetch"),
            Case(item: block("<submit next=\"nowhere.vxml\"/>"), event: "error.badfetch"),
            Case(item: block("<script src=\"nowhere.js\"/>"), event: "error.badfetch"),
            Case(item: block("<script>nobody()</script>"), event: "error.semantic"),
            Case(item: block("<script>var = 1</script>"), event: "error.semantic"),
            Case(item: block("<value expr=\"nobody\"/>"), event: "error.semantic"),
            Case(item: block("<audio expr=\"nobody\"/>"), event: "error.semantic"),
            Case(item: block("<clear namelist=\"nobody\"/>"), event: "error.semantic"),
            Case(item: block("<var name=\"document.x\"/>"), event: "error.semantic"),
            Case(item: block("<throw eventexpr=\"nobody\"/>"), event: "error.semantic"),
            Case(item: block("<exit namelist=\"nobody\"/>"), event: "error.semantic"),
            Case(item: "<subdialog name=\"s\" src=\"nowhere.vxml\"/>", event: "error.badfetch"),
            Case(item: "<subdialog name=\"s\" src=\"#nowhere\"/>", event: "error.badfetch"),
            Case(item: "<object name=\"o\" classid=\"other:thing\"/>", event: "error.unsupported.objectname"),
            Case(item: "<record name=\"r\" type=\"video/mpeg\"/>", event: "error.unsupported.format"),
            Case(item: "<field name=\"f\" type=\"team\"/>", event: "error.unsupported.builtin"),
            Case(item: "<field name=\"f\"><grammar src=\"nowhere.grxml\"/></field>", event: "error.badfetch"),
            Case(
                item: "<field name=\"f\"><grammar src=\"x.gsl\" type=\"application/x-nuance-gsl\"/></field>",
                event: "error.unsupported.format"),
            Case(item: "<field name=\"f\"><grammar srcexpr=\"nobody\"/></field>", event: "error.semantic"),
            Case(item: "<field name=\"f\"/>", event: "error.semantic"),
            Case(item: "<initial/>", event: "error.semantic"),
        ])
    func names(_ test: Case) {
        let call = TestCall("<form><error><log expr=\"_event\"/><exit/></error>\(test.item)</form>")
        #expect(call.logged == [test.event])
        #expect(call.end?.how == .exit)
    }

    @Test("43 45 what nothing catches ends the call with its name and message")
    func uncaught() {
        let call = TestCall("<form><block><throw event=\"error.mine\" message=\"why\"/></block></form>")
        #expect(call.end?.how == .error)
        #expect(call.end?.event == "error.mine")
        #expect(call.end?.message == "why")
    }
}
