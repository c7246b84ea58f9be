import AppointmentBooking
import ExpertTransfer
import ExternalPlugins
import FaxOnDemand
import FlowTesting
import Foundation
import OrderLookup
import PluginKit
import Testing

@Suite("The transcripts of the flows")
struct FlowTranscriptsTests {
    private static let flows = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("flows").path

    @Test("each call goes as written", arguments: try TranscriptSuite.files(at: flows))
    func transcript(file: String) async {
        let factories = [
            AppointmentBooking.factory, ExpertTransfer.factory, FaxOnDemand.factory, OrderLookup.factory,
            ExternalPlugin.factory,
        ]
        let runner = TranscriptRunner(factories: factories)
        let result = await TranscriptTest(path: file).run(with: runner)
        #expect(result.hasPassed, "\(result)")
    }

    @Test("there are at least 30")
    func count() throws {
        #expect(try TranscriptSuite.files(at: Self.flows).count >= 30)
    }
}
