import Diagnostics
import DialogParser
import Dialogs
import Testing

@Suite("37 Targets that do not exist")
struct TargetTests {
    @Test(
        "37 a fragment of this document",
        arguments: [
            Case(block("<goto next='#nowhere'/>"), "3:13 missing-dialog"),
            Case(block("<goto next='main.vxml#nowhere'/>"), "3:13 missing-dialog"),
            Case(block("<goto next='http://flows.example/main.vxml#nowhere'/>"), "3:13 missing-dialog"),
            Case(block("<goto next='other.vxml#nowhere'/><goto next='main.vxml'/>")),
            Case(block("<goto expr='\"#nowhere\"'/>")),
            Case(block("<if cond='1'><else/><submit next='#nowhere'/></if>"), "3:35 missing-dialog"),
            Case(page("<link next='#nowhere'/>"), "2:13 missing-dialog"),
            Case(page("<noinput><goto next='#nowhere'/></noinput>"), "2:22 missing-dialog"),
            Case(page("<menu><choice next='#nowhere'/></menu>"), "2:21 missing-dialog"),
            Case(page("<form><subdialog src='#nowhere'/></form>"), "2:23 missing-dialog"),
            Case(page("<form id='a'><filled><goto next='#a'/></filled></form>")),
            Case(
                page("<form><field name='a'><filled><goto next='#b'/></filled></field></form>"), "2:43 missing-dialog"),
        ])
    func fragment(_ test: Case) throws { try check(test) }

    @Test(
        "37 nextitem",
        arguments: [
            Case(page("<form><field name='a'/><block><goto nextitem='a'/></block></form>")),
            Case(page("<form><field name='a'/><block><goto nextitem='b'/></block></form>"), "2:47 missing-form-item"),
            Case(page("<form><help><goto nextitem='b'/></help></form>"), "2:29 missing-form-item"),
            Case(page("<menu><help><goto nextitem='b'/></help></menu>"), "2:29 missing-form-item"),
            Case(page("<help><goto nextitem='b'/></help>")),
            Case(block("<goto expritem='b'/>")),
        ])
    func nextitem(_ test: Case) throws { try check(test) }

    @Test func `xml:base moves other documents, not a mere fragment`() throws {
        let source = """
            <vxml version="2.1" xmlns="http://www.w3.org/2001/vxml" xml:base="sub/">
            <form id="a"><block><goto next="#a"/><goto next="main.vxml#x"/><goto next="../main.vxml#x"/></block></form>
            </vxml>
            """
        try check(Case(source, "2:76 missing-dialog"))
    }

    @Test func `a name that is nearly right is in the hint`() throws {
        let found = try parse(page("<form id='order'><block><goto next='#odrer'/></block></form>")).diagnostics
        #expect(found.first?.hint == "Did you mean #order?")
    }

    @Test func `a fragment of another document that is known`() throws {
        let first = try document(
            block("<goto next='other.vxml#b'/><goto next='other.vxml#c'/><goto next='third.vxml#d'/>"))
        let second = try document(page("<form id='b'/>"), uri: "http://flows.example/other.vxml")
        #expect(MissingTargets.across([first, second]).short == ["3:40 missing-dialog"])
        #expect(MissingTargets.across([first]).isEmpty)
    }
}
