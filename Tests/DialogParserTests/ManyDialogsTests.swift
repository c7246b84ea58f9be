import DialogParser
import Dialogs
import Testing

@Suite("Documents of very many dialogs")
struct ManyDialogsTests {
    @Test func `twenty thousand dialogs, each naming the next`() throws {
        let count = 20_000
        let forms = (0..<count).map { "<form id='f\($0)'><block><goto next='#f\($0 + 1)'/></block></form>" }.joined()
        let many = try document(page(forms + "<form id='f\(count)'/>"), uri: "http://flows.example/a.vxml")
        #expect(many.dialog(named: "f\(count)") == count)
        #expect(Reachability.unreachableDialogs(in: [many]).isEmpty)
        #expect(MissingTargets.across([many]).isEmpty)
    }

    @Test func `of two dialogs of one id the first has it`() throws {
        #expect(try parse(page("<form id='a'/><menu id='a'/>")).document?.dialog(named: "a") == 0)
    }
}
