import CallControl
import Foundation
import Testing

@Suite("dialtone bench")
struct BenchTests {
    private static let script = "call\nivr: Press a key.\nkeys: 1\nivr: That was one.\nend: exit\n"

    private func bench(_ folder: Folder, _ arguments: String...) async throws -> Finished {
        try await dialtone(
            ["bench", folder.path, "--script", folder["calls/a.call"], "--runs", "1", "--concurrency", "5"] + arguments)
    }

    private func folder() throws -> Folder { try Folder(["main.vxml": echo, "calls/a.call": Self.script]) }

    @Test("a table of figures, at most 80 columns wide, and how many calls failed")
    func table() async throws {
        let finished = try await bench(try folder(), "--only", "speed", "--calls", "20")
        #expect(finished.status == 0, "\(finished.errors)")
        let lines = finished.output.split(separator: "\n")
        #expect(lines[0].hasSuffix("a.call: 1 key, 0 plugin calls"))
        #expect(lines[1].hasSuffix("5 calls at a time, 1 run"))
        #expect(lines[2].split(separator: " ") == ["median", "least", "most"])
        #expect(lines[3].hasPrefix("calls per second "))
        #expect(lines[4].hasPrefix("CPU per call "))
        #expect(lines[5] == "25 calls, none of them failed")
        #expect(lines.dropFirst().allSatisfy { $0.count <= 80 })
    }

    @Test(
        "--json: the medians by name, and every run",
        arguments: [
            ("speed", ["callsPerSecond", "cpuPerCall"]),
            ("latency", ["keysPerSecond", "keyMedian", "keyP99", "keyMax"]), ("memory", ["bytesPerWaitingCall"]),
        ])
    func json(measurement: String, figures: [String]) async throws {
        let finished = try await bench(
            try folder(), "--only", measurement, "--calls", "20", "--seconds", "1", "--pace", "50", "--listening", "50",
            "--json")
        #expect(finished.status == 0, "\(finished.errors)")
        let report = try JSONValue(parsing: finished.output)
        #expect(report["keys"] == 1)
        #expect(report["failedCalls"] == 0)
        guard case .object(let medians)? = report["medians"], case .array(let runs)? = report["runs"] else {
            Issue.record("\(finished.output)")
            return
        }
        #expect(medians.map(\.name) == figures)
        #expect(runs.count == 1)
        #expect(runs.first?[figures[0]] == medians.first?.value)
    }

    @Test("a rehearsal that goes another way: its line, exit status 1")
    func diverging() async throws {
        let folder = try Folder(["main.vxml": echo, "calls/a.call": Self.script.replacing("was one", with: "was two")])
        let finished = try await bench(folder, "--only", "speed")
        #expect(finished.status == 1)
        #expect(finished.output.isEmpty)
        #expect(finished.errors.contains("line 4: the IVR says something else"))
    }

    /// Its plugin may take 50 ms, and then something else is said.
    private static let impatient = """
        <vxml version="2.1" xmlns="http://www.w3.org/2001/vxml"><form>
          <object name="known" classid="method://orders/byCaller" fetchtimeout="50ms">
            <catch event="error"><prompt>Late.</prompt><assign name="known" expr="false"/></catch>
          </object>
          <field name="digit" type="digits?length=1"><prompt>Press a key.</prompt></field>
          <block><prompt>Thanks.</prompt></block>
        </form></vxml>
        """

    @Test(
        "calls that go another way than the rehearsal end the measurement with status 1",
        arguments: ["latency", "memory"])
    func divergingCalls(measurement: String) async throws {
        let folder = try Folder([
            "main.vxml": Self.impatient,
            "dialtone.yaml": "plugins:\n  orders:\n    use: OrderLookup\n    database: o.db\n",
            "calls/a.call": "call\nivr: Press a key.\nkeys: 1\nivr: Thanks.\nend: exit\n",
        ])
        let finished = try await bench(
            folder, "--only", measurement, "--plugin-delay", "200", "--seconds", "1", "--pace", "50", "--listening",
            "50")
        #expect(finished.status == 1)
        #expect(finished.errors.contains("a call went another way"), "\(finished.errors)")
    }

    @Test(
        "what a script cannot have: a time or an outcome of its own",
        arguments: ["silence", "silence 2s", "transfer: busy", "plugin a.b: {}"])
    func unfit(line: String) async throws {
        let folder = try Folder(["main.vxml": echo, "calls/a.call": "call\nivr: …\n\(line)\nkeys: 1\nend: exit\n"])
        let finished = try await bench(folder, "--only", "speed")
        #expect(finished.status == 1)
        #expect(finished.errors.contains("line 3: a call that is to be repeated consists of keys and a hang-up only"))
    }

    @Test(
        "what is out of bounds, or not there: exit status 2",
        arguments: [
            ["--calls", "0"], ["--concurrency", "-1"], ["--runs", "0"], ["--lanes", "0"], ["--seconds", "2000000"],
            ["--only", "weight"], ["--script", "/nowhere.call"],
        ])
    func badOptions(arguments: [String]) async throws {
        let folder = try folder()
        let finished = try await dialtone(
            ["bench", folder.path, "--script", folder["calls/a.call"]] + arguments)
        #expect(finished.status == 2)
        #expect(!finished.errors.isEmpty)
    }

    @Test("a flow that is not there: exit status 2")
    func noFlow() async throws {
        let folder = try folder()
        let finished = try await dialtone("bench", folder["none"], "--script", folder["calls/a.call"])
        #expect(finished.status == 2)
        #expect(finished.errors.contains("there is no such flow"))
    }
}
