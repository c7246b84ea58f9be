import CallControl
import Foundation

/// Runs one measurement in a process of its own: it begins with nothing that another has left behind.
struct BenchProcess {
    private let command: BenchCommand

    init(_ command: BenchCommand) { self.command = command }

    func run(_ measurement: BenchMeasurement) async throws -> BenchRun {
        var arguments = [
            "bench", command.flow, "--script", command.script, "--only", measurement.rawValue, "--runs", "1", "--json",
            "--scripts", command.scripts.place.rawValue,
        ]
        let numbers = [
            "calls": command.calls, "concurrency": command.concurrency, "seconds": command.seconds,
            "pace": command.pace, "listening": command.listening, "plugin-delay": command.pluginDelay,
            "lanes": command.lanes,
        ]
        for (name, number) in numbers {
            if let number { arguments += ["--\(name)", String(number)] }
        }
        let process = Process()
        let output = Pipe()
        process.executableURL = try Self.program
        process.arguments = arguments
        process.standardOutput = output
        try process.run()
        let text = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard let report = try? JSONValue(parsing: String(decoding: text, as: UTF8.self)),
            case .array(let runs)? = report["runs"], let run = runs.first.flatMap(BenchRun.init)
        else { throw CommandFailure("a process that was to measure \(measurement.rawValue) has failed") }
        return run
    }

    /// This program.
    static var program: URL {
        get throws {
            URL(fileURLWithPath: try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
        }
    }
}
