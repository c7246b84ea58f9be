import CallControl
import CallHosting
import Dispatch
import Foundation

/// The time from the start of a process, whose plugins have no data yet, to the first prompt of its first call.
struct ColdStart {
    private let script: BenchScript

    init(_ script: BenchScript) { self.script = script }

    func measure() async throws -> BenchRun {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = try BenchProcess.program
        process.arguments = [
            "run", script.flow.path ?? script.flow.uri, "--format", "ndjson", "--clock", "virtual",
            "--playback", "immediate",
        ]
        process.standardInput = input
        process.standardOutput = output
        let start = DispatchTime.now()
        try process.run()
        let call: JSONValue = [
            "event": "call", "call": "1", "from": .string(script.start.from), "to": .string(script.start.to),
        ]
        try input.fileHandleForWriting.write(contentsOf: Data((call.jsonText + "\n").utf8))
        var text = Data()
        var took: UInt64?
        while took == nil {
            let more = output.fileHandleForReading.availableData
            guard !more.isEmpty else { break }
            text += more
            if text.range(of: Data("\"play\"".utf8)) != nil {
                took = DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds
            }
        }
        try input.fileHandleForWriting.close()
        _ = try output.fileHandleForReading.readToEnd()
        process.waitUntilExit()
        guard let took else {
            return BenchRun(calls: 1, failedCalls: 1, divergence: "a cold process has said nothing")
        }
        return BenchRun(figures: [.coldFirstPrompt: Double(took) / 1e6], calls: 1)
    }
}
