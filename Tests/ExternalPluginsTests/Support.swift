import CallControl
import ExternalPlugins
import Foundation
import Glibc
import Logging
import PluginKit
import PluginManifests
import PluginTesting
import Synchronization
import Testing

/// A folder with a plugin whose program does what it is asked, good and bad. It goes when nobody holds it any more.
final class TestFolder: Sendable {
    let path: String

    init(yaml: String = TestFolder.yaml, program: String = TestFolder.program) throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("plugin-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try yaml.write(toFile: path + "/plugin.yaml", atomically: true, encoding: .utf8)
        try program.write(toFile: path + "/plugin.py", atomically: true, encoding: .utf8)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The moments at which the program was started, in seconds, as it has noted them.
    var starts: [Double] {
        let noted = (try? String(contentsOfFile: path + "/starts", encoding: .utf8)) ?? ""
        return noted.split(separator: "\n").compactMap { Double($0) }
    }

    /// Waits until the program has made that mark.
    func isMarked(_ name: String) async throws -> Bool {
        try await soon { FileManager.default.fileExists(atPath: path + "/" + name) }
    }

    func plugin(
        settings: JSONValue = [:], limits: ExternalPluginLimits = ExternalPluginLimits(), log: TestLog = TestLog()
    ) throws -> ExternalPlugin {
        guard case .object(let members) = settings else { throw Refused() }
        let configuration = PluginConfiguration(
            name: "test", settings: .object(members + [.init("folder", .string(path))]), flowFolder: "/flow",
            dataFolder: "/data")
        return try ExternalPlugin(configuration, limits: limits, logger: log.logger)
    }

    struct Refused: Error {}
}

/// What a plugin has logged.
final class TestLog: Sendable {
    private let lines = Mutex<[String]>([])

    var logger: Logger { Logger(label: "test") { _ in Handler(log: self) } }

    var text: String { lines.withLock { $0.joined(separator: "\n") } }

    /// Waits until something has been logged.
    func contains(_ text: String) async throws -> Bool {
        try await soon { self.text.contains(text) }
    }

    private struct Handler: LogHandler {
        let log: TestLog
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.debug

        init(log: TestLog) { self.log = log }

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            log.lines.withLock { $0.append("\(event.level): \(event.message)") }
        }
    }
}

/// Waits until it is so, ten seconds at most.
func soon(_ isSo: () async throws -> Bool) async throws -> Bool {
    for _ in 0..<1_000 {
        if try await isSo() { return true }
        try await Task.sleep(for: .milliseconds(10))
    }
    return try await isSo()
}

/// Whether there is a process with that id.
func isRunning(_ process: Int) -> Bool {
    // One that has ended and whose parent has gone, too, waits to be reaped: it is none any more.
    guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else { return false }
    return !status.contains(") Z ")
}

extension ExternalPlugin {
    /// Asks the test program to do something.
    func act(_ what: String, _ value: JSONValue = .null, invocation: String = "1/1") async throws -> JSONValue {
        try await invoke(
            "act", parameters: ["what": .string(what), "value": value],
            context: PluginContract.context(invocation))["value"] ?? .null
    }

    /// As a call asks it.
    func run(_ what: String, _ value: JSONValue = "") async -> PluginAnswer {
        await PluginRunner.run(
            self, "act", ["what": .string(what), "value": value], PluginContract.context())
    }

    /// The failure with which it answers.
    func failure(_ what: String, _ value: JSONValue = .null) async -> PluginFailure? {
        do {
            _ = try await act(what, value)
            return nil
        } catch {
            return error as? PluginFailure
        }
    }

    /// Waits until that many invocations are with the process and not to be answered.
    func holds(_ count: Double) async throws -> Bool { try await soon { try await act("held") == .number(count) } }

    /// Its process.
    func processID() async throws -> Int {
        guard case .number(let id) = try await act("pid") else { throw TestFolder.Refused() }
        return Int(id)
    }
}
