import CallControl
import CallHosting
import Streams
import Testing

@testable import Gateways

/// The ids that a gateway gives to calls.
@Suite struct CallIDTests {
    @Test(
        arguments: [
            (#"a"#, true), (#"\ud83d\ude00"#, true), (#"\ud800"#, false), (#"a\udfffb"#, false),
            (#"\ufffd"#, false),
        ])
    func halvesOfSurrogatePairsAreRefused(id: String, isGood: Bool) throws {
        let reader = EventReader(
            flows: FlowChoice(flow: nil, flowsUnder: nil), clock: .virtual, pluginsAreScripted: false)
        let line = #"{"event":"hangup","call":"\#(id)"}"#
        let read = reader.read(LineSplitter.Line(number: 1, bytes: Array(line.utf8)))
        #expect(((try? read.get()) != nil) == isGood)
    }

    @Test func twoSpellingsOfOneLetterAreTwoIDs() async throws {
        let folder = try FlowFolder(["main.vxml": "<form><field name='n' type='digits'/></form>".vxml])
        let (composed, decomposed) = ("caf\u{E9}", "cafe\u{301}")
        let answers = await Dialtone.answers(
            [
                callLine(composed), callLine(decomposed),
                #"{"event":"dtmf","call":"\#(composed)","key":"1"}"#,
                #"{"event":"hangup","call":"\#(decomposed)"}"#,
            ], flow: folder.flow)
        #expect(try answers.field("line", of: "error").isEmpty)
        let ends = try answers.field("call", of: "end").map { Array($0.jsonText.utf8) }
        #expect(ends.first == Array(JSONValue.string(decomposed).jsonText.utf8))
    }
}
