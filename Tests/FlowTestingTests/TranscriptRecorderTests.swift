import CallControl
import Dispatch
import FlowTesting
import Foundation
import Testing

@testable import CallHosting

/// `run --save`.
@Suite(.timeLimit(.minutes(1))) struct TranscriptRecorderTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("saved-\(UUID().uuidString)")

    private func record(_ call: String, with recorder: TranscriptRecorder) {
        let start = CallStart(from: "tel:1", to: "tel:2", flow: "http://h/\(call)")
        recorder.record(call: call, event: .call(start), at: .start, isSensitive: false)
        recorder.ended(
            CallRecord(
                call: call, start: start, duration: .zero, path: [], pluginCalls: [], sensitiveKeys: [], unusedKeys: [],
                end: End(how: .exit)))
    }

    @Test("calls of one id get names of their own, and no file is overwritten")
    func names() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        for _ in 0..<2 {
            let recorder = try TranscriptRecorder(folder: folder.path) { Issue.record("\($0)") }
            for call in ["a", "a", "b", "a"] { record(call, with: recorder) }
            await recorder.finish()
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(
            names == [
                "a-2.call", "a-3.call", "a-4.call", "a-5.call", "a-6.call", "a.call", "b-2.call", "b.call",
            ])
    }

    @Test("no call waits for the disk")
    func waiting() async throws {
        let (gate, failed) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let recorder = try TranscriptRecorder(folder: folder.path) { _ in
            failed.signal()
            gate.wait()
        }
        try FileManager.default.removeItem(at: folder)
        for call in ["a", "b"] { record(call, with: recorder) }
        #expect(failed.wait(timeout: .now() + .seconds(10)) == .success)
        gate.signal()
        gate.signal()
        await recorder.finish()
    }
}
