import CallControl
import CallHosting
import Testing

@testable import Gateways

/// `flow` of a `call`.
@Suite struct FlowChoiceTests {
    private static let quick = "<form><block><exit expr=\"'%'\"/></block></form>"

    private func folder() throws -> FlowFolder {
        try FlowFolder([
            "main.vxml": Self.quick.replacing("%", with: "main").vxml,
            "other.vxml": Self.quick.replacing("%", with: "other").vxml,
        ])
    }

    @Test func overridesFLOWRelativeToItsFolderOrByAnAbsolutePath() async throws {
        let (first, second) = (try folder(), try FlowFolder(["x.vxml": Self.quick.replacing("%", with: "x").vxml]))
        let answers = await Dialtone.answers(
            [
                callLine(), callLine("b", #","flow":"other.vxml""#),
                callLine("c", #","flow":"\#(second.path)/x.vxml""#),
                callLine("d", #","flow":"\#(second.path)/../\#(second.path.split(separator: "/").last ?? "")/x.vxml""#),
            ], flow: first.flow)
        #expect(try answers.field("values", of: "end") == ["main", "other", "x", "x"])
    }

    @Test func isNeededWhereThereIsNoFLOW() async throws {
        let answers = await Dialtone.answers([callLine()])
        #expect(try answers.field("line", of: "error") == [1])
    }

    @Test(arguments: [#","flow":"none.vxml""#, #","flow":"http://127.0.0.1/a.vxml""#])
    func aFlowThatCannotBeLoadedEndsItsCall(flow: String) async throws {
        let answers = await Dialtone.answers([callLine("a", flow)], flow: try folder().flow)
        #expect(answers.count == 1)
        #expect(try answers.field("how", of: "end") == ["error"])
        #expect(try answers.field("event", of: "end") == ["error.badfetch"])
    }

    @Test func whatLiesElsewhereIsRefusedWithFlowsUnder() async throws {
        let (inside, outside) = (try folder(), try folder())
        let answers = await Dialtone.answers(
            [
                callLine("a", #","flow":"other.vxml""#), callLine("b", #","flow":"\#(outside.path)/main.vxml""#),
                callLine("c", #","flow":"http://127.0.0.1/a.vxml""#), callLine("d", #","flow":"../x.vxml""#),
            ], flow: inside.flow, flowsUnder: inside.path)
        #expect(try answers.field("call", of: "end") == ["a"])
        #expect(try answers.field("call", of: "error") == ["b", "c", "d"])
    }
}
