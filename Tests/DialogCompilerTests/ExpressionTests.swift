import Diagnostics
import DialogMachines
import Expressions
import Testing

@Suite("Expressions in documents")
struct ExpressionTests {
    @Test(
        "38 An expression that does not parse is reported and the document loads",
        arguments: [
            "<form><var name='x' expr='1 @'/></form>",
            "<form><block cond='@'>x</block></form>",
            "<form><block expr='@'>x</block></form>",
            "<form><block><if cond='@'><exit/></if></block></form>",
            "<form><block><value expr='@'/></block></form>",
            "<form><block><log expr='@'/></block></form>",
            "<form><block><assign name='x' expr='@'/></block></form>",
            "<form><block><goto expr='@'/></block></form>",
            "<form><block><throw eventexpr='@'/></block></form>",
            "<form><block><submit next='x' namelist='a @'/></block></form>",
            "<form><block><audio expr='@'/></block></form>",
            "<catch cond='@'/>",
            "<link expr='@'/>",
            "<form><subdialog name='s' src='#f'><param name='p' expr='@'/></subdialog></form>",
            "<form><transfer destexpr='@'/></form>",
        ])
    func invalidExpression(_ content: String) throws {
        let found = try compile(content).findings.filter { !$0.hasSuffix("missing-dialog") }
        #expect(found == ["error expression-syntax"])
    }

    @Test("An invalid expression stands in the machine as invalid")
    func invalidForm() throws {
        let machine = try compile(form: "<block cond='1 @'>x</block>").machine
        guard case .invalid? = machine.items[0].cond?.form else {
            Issue.record("the condition is not invalid")
            return
        }
    }

    @Test("A script that does not parse throws when it is reached")
    func invalidScript() throws {
        let compiled = try compile(block: "<script>@</script>")
        #expect(compiled.findings == ["error script-syntax"])
        #expect(compiled.code == ["0 throw error.semantic, message \"SyntaxError: bad character\"", "1 end"])
    }

    @Test("What cannot be assigned to is reported", arguments: ["1", "f()", "a b", ""])
    func assignmentTarget(_ name: String) throws {
        #expect(try compile(block: "<assign name='\(name)' expr='1'/>").findings == ["error bad-assignment"])
    }

    @Test("Variables and members can be assigned to", arguments: ["x", "application.x", "a[0].b", "a['b']"])
    func assignable(_ name: String) throws {
        let compiled = try compile(block: "<assign name=\"\(name)\" expr=\"1\"/>")
        #expect(compiled.findings.isEmpty)
        #expect(compiled.code == ["0 \(name) = 1", "1 end"])
    }
}
