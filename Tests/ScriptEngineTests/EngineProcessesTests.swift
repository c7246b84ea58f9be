import Expressions
import Foundation
import Logging
import Synchronization
import Testing

@testable import ScriptEngine

@Suite("Isolated: processes")
struct EngineProcessesTests {
    @Test(
        "one that cannot be started is an error that says why, and is not tried again at once",
        arguments: [
            (EngineCommand(executable: "/dev/null", arguments: []), "/dev/null: Permission denied"),
            (
                EngineCommand(executable: "/bin/sh", arguments: ["-c", "echo no engine >&2; exit 3"]),
                "exit status 3: no engine"
            ),
            (EngineCommand(executable: "/bin/sh", arguments: ["-c", "kill -11 $$"]), "ended by signal 11"),
        ])
    func cannotStart(_ command: EngineCommand, _ reason: String) {
        var limits = IsolationLimits()
        limits.startPause = .milliseconds(200)...(.milliseconds(200))
        let log = LogMemory()
        let processes = EngineProcesses(command, limits: limits, logger: Logger(label: "test") { _ in log })
        var call = Call(engine: processes.makeEngine())
        for _ in 0..<20 {
            #expect(
                call.failure("(() => 1)()")
                    == ScriptFailure(.limit, "A process of the script engine cannot be started: \(reason)"))
        }
        #expect((1...2).contains(log.messages.count))
        #expect(log.messages.first == "a process of the script engine cannot be started: \(reason)")
        usleep(250_000)
        _ = call.failure("(() => 1)()")
        #expect((2...3).contains(log.messages.count))
    }

    @Test("one that never says that it is ready, or talks nonsense, is killed")
    func nonsense() {
        var limits = IsolationLimits()
        limits.startTime = .milliseconds(100)
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        for command in ["sleep 60", "head -c 100 /dev/zero >&0; sleep 60"] {
            let processes = EngineProcesses(
                EngineCommand(executable: "/bin/sh", arguments: ["-c", command]), limits: limits, logger: logger)
            var call = Call(engine: processes.makeEngine())
            let start = ContinuousClock.now
            #expect(call.failure("1")?.kind == .limit)
            #expect(ContinuousClock.now - start < .seconds(1))
        }
    }

    @Test("an answer that is none costs the evaluation and the process")
    func badAnswer() throws {
        // Says that it is ready, and answers everything by one byte.
        let script =
            "import os, time\nos.write(0, b'\\0' * 4)\nos.read(0, 65536)\nos.write(0, b'\\1\\0\\0\\0\\7')\ntime.sleep(60)"
        let processes = EngineProcesses(
            EngineCommand(executable: "/usr/bin/python3", arguments: ["-c", script]),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let engine = processes.makeEngine()
        var call = Call(engine: engine)
        let failure = call.failure("(() => 1)()")
        #expect(failure == ScriptFailure(.limit, "The script engine's process gave an answer that is none."))
        #expect(engine.process == nil)
    }

    @Test("a lane that ends leaves its process to the next, and all end with their owner")
    func lifetimes() throws {
        var processes: EngineProcesses? = .test()
        var first = processes?.makeEngine()
        var call: Call? = Call(engine: try #require(first))
        #expect(call?.text("1") == "1")
        let pid = try #require(first?.process?.pid)
        call = nil
        first = nil
        let second = try #require(processes).makeEngine()
        var another: Call? = Call(engine: second)
        #expect(another?.text("1") == "1")
        #expect(second.process?.pid == pid)
        another = nil
        processes = nil
        withExtendedLifetime(second) {}
    }

    @Test("an engine that nobody holds any more leaves no process")
    func noneLeft() throws {
        var pid: pid_t = 0
        do {
            let engine = EngineProcesses.test().makeEngine()
            var call = Call(engine: engine)
            #expect(call.text("1") == "1")
            pid = try #require(engine.process?.pid)
        }
        #expect(isGone(pid))
    }
}

/// Keeps what is logged.
final class LogMemory: LogHandler, Sendable {
    private let kept = Mutex<[String]>([])

    var messages: [String] { kept.withLock { $0 } }

    func log(event: LogEvent) { kept.withLock { $0.append(event.message.description) } }

    var logLevel: Logger.Level {
        get { .trace }
        set {}
    }
    var metadata: Logger.Metadata {
        get { [:] }
        set {}
    }
    subscript(metadataKey _: String) -> Logger.Metadata.Value? {
        get { nil }
        set {}
    }
}
