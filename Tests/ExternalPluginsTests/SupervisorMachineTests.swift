import CallControl
import Logging
import PluginKit
import Testing

@testable import ExternalPlugins

/// The decisions, without a process.
@Suite("What a supervisor decides")
struct SupervisorMachineTests {
    private let now = ContinuousClock.now
    private var machine: SupervisorMachine

    init() {
        var limits = ExternalPluginLimits()
        limits.invocations = 2
        machine = SupervisorMachine(limits: limits)
    }

    private mutating func invoke(_ id: Int) -> [SupervisorMachine.Action] {
        machine.ask(id, Array("\(id)\n".utf8), at: now)
    }

    private mutating func serve() {
        _ = invoke(1)
        _ = machine.received(Self.answer(0))
    }

    private static func answer(_ id: Int) -> Answer {
        guard let answer = try? Answer(line: Array(#"{"jsonrpc":"2.0","id":\#(id),"result":{}}"#.utf8)) else {
            preconditionFailure("this is an answer")
        }
        return answer
    }

    private static func crashed(_ id: Int) -> SupervisorMachine.Action {
        .complete(
            id,
            .failure(PluginFailure(PluginFailure.crashed, "the plugin's process ended before it had answered")))
    }

    @Test("the first invocation starts the process; it is written when 'start' is answered")
    mutating func first() {
        #expect(invoke(1) == [.spawn])
        #expect(invoke(2) == [])
        #expect(machine.nextBatch() == nil)
        #expect(machine.received(Self.answer(0)) == [.write])
        #expect(machine.nextBatch() == .init(bytes: Array("1\n2\n".utf8), isLast: false))
        #expect(machine.nextBatch() == nil)
        #expect(machine.received(Self.answer(2)) == [.complete(2, .result([:]))])
    }

    @Test("no more waits to be sent than may")
    mutating func unsent() {
        var limits = ExternalPluginLimits()
        limits.unsentBytes = 100
        machine = SupervisorMachine(limits: limits)
        let line = [UInt8](repeating: 1, count: 60)
        #expect(machine.ask(1, line, at: now) == [.spawn])
        let busy = PluginFailure(PluginFailure.busy, "60 bytes wait to be sent")
        #expect(machine.ask(2, line, at: now) == [.complete(2, .failure(busy))])
        _ = machine.received(Self.answer(0))
        _ = machine.nextBatch()
        #expect(machine.ask(3, line, at: now) == [.write])
    }

    @Test("when there is no room for invocations, the end of a call still has some")
    mutating func callEnds() {
        serve()
        _ = invoke(2)
        let busy = SupervisorMachine.Outcome.failure(PluginFailure(PluginFailure.busy, "2 invocations are in flight"))
        #expect(invoke(3) == [.complete(3, busy)])
        for id in 4...5 { #expect(machine.ask(id, [], isExtra: true, at: now) == [.write]) }
        #expect(machine.ask(6, [], isExtra: true, at: now) == [.complete(6, busy)])
    }

    @Test("what is cancelled before it is written is never written")
    mutating func cancelQueued() {
        serve()
        #expect(machine.cancel(1) == [.complete(1, .cancelled)])
        #expect(machine.nextBatch() == nil)
        #expect(machine.cancel(1) == [])
    }

    @Test("what is cancelled later is told, and its answer means nothing")
    mutating func cancelSent() {
        serve()
        _ = machine.nextBatch()
        #expect(machine.cancel(1) == [.complete(1, .cancelled), .write])
        #expect(machine.nextBatch()?.bytes == Message.cancel(id: 1).line)
        #expect(machine.received(Self.answer(1)) == [])
        #expect(
            machine.received(Self.answer(1)) == [.report(.warning, "stray output: an answer to 1, which is not asked")])
    }

    @Test("too many cancelled and unanswered: the process is stuck")
    mutating func stuck() {
        serve()
        for id in 1...3 {
            _ = invoke(id)
            _ = machine.nextBatch()
            let actions = machine.cancel(id)
            #expect(actions.contains(.end(.forced)) == (id == 3))
        }
        #expect(machine.phase == .ending)
    }

    @Test("a crash fails what was written; the rest waits for the next process")
    mutating func crash() {
        serve()
        _ = machine.nextBatch()
        #expect(invoke(2) == [.write])
        #expect(
            machine.outputEnded() == [
                .report(.error, "it has closed its standard output"), Self.crashed(1), .end(.closed),
            ])
        #expect(
            machine.exited("exit status 1", at: now) == [
                .report(.error, "the process is gone: exit status 1"), .rest(.milliseconds(100)),
            ])
        #expect(machine.rested(at: now + .milliseconds(100)) == [.spawn])
        #expect(machine.received(Self.answer(0)) == [.write])
        #expect(machine.nextBatch()?.bytes == Array("2\n".utf8))
    }

    @Test("without anybody waiting nothing is started anew")
    mutating func noNeed() {
        serve()
        _ = machine.nextBatch()
        _ = machine.outputEnded()
        #expect(machine.exited("exit status 1", at: now).count == 1)
        #expect(machine.phase == .idle)
        #expect(invoke(2) == [.rest(.milliseconds(100))])
        #expect(machine.cancel(2) == [.complete(2, .cancelled)])
        #expect(machine.rested(at: now + .seconds(1)) == [])
        #expect(invoke(3) == [.rest(.milliseconds(100))])
    }

    @Test("stopping: nothing is sent but 'shutdown', and nothing is started any more")
    mutating func stop() {
        serve()
        _ = machine.nextBatch()
        _ = invoke(2)
        let unavailable = SupervisorMachine.Outcome.failure(
            PluginFailure(PluginFailure.unavailable, "the plugin has been stopped"))
        #expect(machine.stop() == [.complete(2, unavailable), .write, .end(.told)])
        #expect(machine.nextBatch() == .init(bytes: Message.shutdown.line, isLast: true))
        #expect(invoke(3) == [.complete(3, unavailable)])
        #expect(machine.received(Self.answer(1)) == [.complete(1, .result([:]))])
        #expect(machine.outputEnded() == [.end(.closed)])
        #expect(machine.exited("exit status 0", at: now) == [.report(.debug, "the process is gone: exit status 0")])
        #expect(machine.phase == .stopped)
        #expect(machine.stop() == [])
    }

    @Test("stopping without a process is done at once")
    mutating func stopIdle() {
        #expect(machine.stop() == [])
        #expect(machine.phase == .stopped)
    }
}
