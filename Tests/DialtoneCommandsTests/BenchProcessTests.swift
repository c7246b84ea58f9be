import CallControl
import Foundation
import TestedProgram
import Testing

/// `dialtone bench` starts itself for every run.
@Suite("dialtone bench, several runs")
struct BenchProcessTests {
    @Test("each run is a process; a cold start is one more")
    func runs() throws {
        let folder = try Folder([
            "main.vxml": echo, "calls/a.call": "call\nivr: …\nkeys: 1\nivr: That was one.\nend: exit\n",
        ])
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: BuiltProgram.path)
        process.arguments = [
            "bench", folder.path, "--script", folder["calls/a.call"], "--runs", "2", "--concurrency", "2", "--calls",
            "10", "--only", "speed", "--only", "cold", "--json",
        ]
        process.standardOutput = output
        try process.run()
        let text = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let report = try JSONValue(parsing: String(decoding: text, as: UTF8.self))
        guard case .object(let medians)? = report["medians"], case .array(let runs)? = report["runs"] else {
            Issue.record("\(report)")
            return
        }
        #expect(medians.map(\.name) == ["callsPerSecond", "cpuPerCall", "coldFirstPrompt"])
        #expect(runs.count == 4)
    }
}
