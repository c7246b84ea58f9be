import CallHosting
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
}
