import Expressions
import Foundation
import Synchronization
import Testing

@testable import ScriptEngine

/// What an evaluation in a process of its own may cost: one second, 300 MB, and that evaluation only.
@Suite("Isolated: limits", .serialized)
struct IsolatedLimitsTests {
    /// A call with a variable that every test looks at afterwards.
    private static func call(_ processes: EngineProcesses = .shared(timeLimit: 0.25)) -> (Call, IsolatedEngine) {
        let engine = processes.makeEngine()
        var call = Call(engine: engine)
        call.declare("kept", call.environment.heap.makeArray([.string("kept")]))
        #expect(call.text("kept.map(x => x)") == "kept")
        return (call, engine)
    }

    @Test(
        "what takes too much time or memory costs that evaluation only, within 1 s and 300 MB",
        arguments: [
            "'x'.repeat(2 ** 30)", "(() => 'x'.repeat(2 ** 30).charCodeAt(5))()",
            "(function () { var s = 'x'; for (var i = 0; i < 30; i++) s += s; return s.charCodeAt(5) })()",
            "new Array(1e8).fill(1)", "new Uint8Array(1e9).fill(1).length", "'x'.repeat(2 ** 27).split('')",
            "/(x+x+)+y/.test('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx')",
            "/^(([a-z])+.)+[A-Z]([a-z])+$/.test('a'.repeat(60))",
            "(function () { for (;;) { try { null.x } catch {} finally { continue } } })()",
            "(function () { var a = []; for (;;) a.push({}) })()",
        ])
    func costly(_ expression: String) throws {
        var (call, engine) = Self.call()
        let pid = try #require(engine.process?.pid)
        let peak = PeakMemory(of: pid)
        // A sanitizer's memory comes on top.
        let allowed = max(300 << 20, (engine.process?.residentSize ?? 0) + (240 << 20))
        let start = ContinuousClock.now
        let failure = call.failure("kept.push(\(expression))")
        let time = ContinuousClock.now - start
        #expect(failure?.kind == .limit)
        #expect(time < .seconds(1))
        #expect(peak.take() < allowed)
        #expect(engine.process == nil)
        #expect(call.text("kept.join()") == "kept")
        #expect(isGone(pid))
    }

    @Test("the next evaluation has a process that is ready", arguments: 1...3)
    func ready(_: Int) {
        let (call, _) = Self.call()
        var again = call
        Thread.sleep(forTimeInterval: 1)
        #expect(again.failure("(() => { for (;;) {} })()")?.kind == .limit)
        let start = ContinuousClock.now
        #expect(again.text("kept.map(x => x)") == "kept")
        #expect(ContinuousClock.now - start < .milliseconds(100))
    }

    @Test("a process that is killed in the middle of an evaluation costs that evaluation")
    func killedWithin() throws {
        var (call, engine) = Self.call()
        let pid = try #require(engine.process?.pid)
        let killer = Thread {
            usleep(50_000)
            kill(pid, SIGKILL)
        }
        killer.start()
        let failure = call.failure("(kept.push(1), (() => { for (;;) {} })())")
        #expect(failure == ScriptFailure(.limit, "The script engine's process died: ended by signal 9."))
        #expect(call.text("kept.join()") == "kept")
    }

    @Test("a process that is killed between two evaluations costs nothing")
    func killedBetween() throws {
        var (call, engine) = Self.call()
        for round in 0..<5 {
            let pid = try #require(engine.process?.pid)
            kill(pid, SIGKILL)
            #expect(isGone(pid))
            #expect(call.text("kept.push(\(round))") == String(round + 2))
        }
        #expect(call.text("kept.join()") == "kept,0,1,2,3,4")
    }

    @Test("functions, aliases and cycles outlive the process")
    func state() throws {
        var (call, engine) = Self.call()
        #expect(
            call.run(
                """
                var o = {list: [1, , 3]}; o.self = o; var alias = o;
                var count = 0; function next() { count += 1; return o.list.length + count }
                """) == nil)
        #expect(call.text("next()") == "4")
        let pid = try #require(engine.process?.pid)
        kill(pid, SIGKILL)
        #expect(isGone(pid))
        #expect(call.text("next()") == "5")
        #expect(call.text("o.self.self === alias && !(1 in o.list)") == "true")
    }

    @Test("what an event's evaluations take together counts over all processes")
    func together() {
        let (call, engine) = Self.call()
        var environment = call.environment
        engine.beginEvent()
        let start = ContinuousClock.now
        var message = ""
        for _ in 0..<1000 where !message.hasPrefix("the scripts of one event") {
            do throws(ScriptFailure) {
                _ = try engine.evaluate(expression: "(() => { for (;;) {} })()", in: &environment)
            } catch {
                message = error.message
            }
        }
        #expect(message.hasPrefix("the scripts of one event together took more than 2.5 s"))
        #expect(ContinuousClock.now - start < .seconds(4))
    }

    @Test("a process that keeps much is replaced")
    func spent() throws {
        var (call, engine) = Self.call()
        let first = try #require(engine.process?.pid)
        // So much stays below the limit, and goes with the process.
        _ = call.text(
            "(() => { var a = []; for (var i = 0; i < 40; i++) a.push(new Uint8Array(2e6).fill(i)); return a.length })()"
        )
        #expect(engine.process?.pid != first)
        #expect(call.text("kept.join()") == "kept")
    }
}

/// Whether a process is gone within a second, with all its threads; one that nobody has taken notice of yet is.
func isGone(_ pid: pid_t) -> Bool {
    for _ in 0..<200 {
        guard let status = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8) else { return true }
        let fields = status.split(separator: " ")
        if fields.count > 19, fields[2] == "Z", fields[19] == "1" { return true }
        usleep(5000)
    }
    return false
}

/// The most memory that a process takes, as the kernel keeps it, looked at until it is gone.
final class PeakMemory: Sendable {
    private let peak = Mutex(0)

    init(of pid: pid_t) {
        Thread { [weak self] in
            while let self, let status = try? String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8),
                let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
                let kilobytes = Int(line.split(separator: " ")[1])
            {
                self.peak.withLock { $0 = max($0, kilobytes << 10) }
                usleep(500)
            }
        }.start()
    }

    /// In bytes.
    func take() -> Int { peak.withLock { $0 } }
}
