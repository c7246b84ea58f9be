import Foundation
import TestedProgram
import Testing

/// `--scripts isolated`, of the program itself: it starts itself once more.
@Suite("--scripts isolated")
struct IsolatedScriptsTests {
    private static let flow = """
        <vxml version="2.1" xmlns="http://www.w3.org/2001/vxml"><form>
          <field name="n" type="digits?length=1"><prompt>Press.</prompt>
            <catch event="error.semantic"><prompt>Lost.</prompt><clear/></catch>
            <filled>
              <if cond="n == '1'"><var name="long" expr="(() =&gt; 'x'.repeat(2 ** 30))()"/></if>
              <exit expr="[1, 2, 3].map(function (x) { return x * n })"/>
            </filled>
          </field></form></vxml>
        """

    private func start(_ arguments: [String], input: Pipe = Pipe()) throws -> (process: Process, output: Pipe) {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: BuiltProgram.path)
        process.arguments = arguments
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        return (process, output)
    }

    @Test("run and test", arguments: ["in-process", "isolated"])
    func commands(_ place: String) throws {
        let folder = try Folder([
            "main.vxml": Self.flow,
            "calls/a.call": "call\nivr: Press.\nkeys: 1\nivr: Lost.\nkeys: 2\nend: exit [2,4,6]\n",
        ])
        let (test, report) = try start(["test", folder.path, "--scripts", place])
        let text = String(decoding: try report.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        test.waitUntilExit()
        #expect(test.terminationStatus == 0, "\(text)")

        let input = Pipe()
        let (run, output) = try start(["run", folder.path, "--scripts", place], input: input)
        try input.fileHandleForWriting.write(contentsOf: Data("1 2".utf8))
        try input.fileHandleForWriting.close()
        let heard = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        run.waitUntilExit()
        #expect(run.terminationStatus == 0)
        #expect(heard.contains("Lost."))
    }

    @Test("the processes end with the program, even when that is killed")
    func killed() throws {
        let folder = try Folder(["main.vxml": Self.flow])
        let input = Pipe()
        let (process, output) = try start(
            ["run", folder.path, "--format", "ndjson", "--scripts", "isolated"], input: input)
        try input.fileHandleForWriting.write(
            contentsOf: Data(#"{"event": "call", "call": "1", "from": "tel:1", "to": "tel:2"}"#.utf8 + [10]))
        _ = output.fileHandleForReading.availableData
        let engines = try children(of: process.processIdentifier)
        #expect(!engines.isEmpty)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        for _ in 0..<200 where engines.contains(where: isThere) { usleep(5000) }
        #expect(!engines.contains(where: isThere))
    }

    @Test("script-engine is nothing to be started by hand")
    func byHand() throws {
        let (process, _) = try start(["script-engine", "1"])
        process.waitUntilExit()
        #expect(process.terminationStatus == 2)
    }

    private func children(of parent: pid_t) throws -> [pid_t] {
        let all = try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { pid_t($0) }
        return all.filter { pid in
            let status = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)
            return status?.split(separator: ")").last?.split(separator: " ").dropFirst().first == "\(parent)"
        }
    }

    /// Whether a process runs; one that has ended and waits to be taken notice of does not.
    private func isThere(_ pid: pid_t) -> Bool {
        let status = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)
        guard let state = status?.split(separator: ")").last?.split(separator: " ").first else { return false }
        return state != "Z"
    }
}
