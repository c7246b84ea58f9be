import CallControl
import CallHosting
import FlowTesting
import Testing

@testable import DialtoneCommands

/// The books that `dialtone bench` keeps.
@Suite struct CallersTests {
    private static let greeting = CallCommand.log(label: nil, text: "hello")
    private static let farewell = CallCommand.end(End(how: .exit))
    private static let rehearsal = Rehearsal(steps: [
        .init(event: .call(CallStart(from: "a", to: "b", flow: "f")), commands: [greeting], invocations: 0),
        .init(event: .keys([.one]), commands: [], invocations: 0),
        .init(event: .keys([.two]), commands: [greeting, farewell], invocations: 0),
    ])

    private func command(_ command: CallCommand, call: String = "0.0") -> [CallOutput] {
        [.command(call: call, command)]
    }

    /// One caller, at the time.
    private func press(_ callers: Callers, at due: UInt64) -> Arrival? { callers.nextOnTime(of: 0, due: due)?.arrival }

    @Test func aCallThatGoesAsRehearsedIsFinishedAndAnotherBegins() {
        let callers = Callers(Self.rehearsal, count: 1)
        #expect(press(callers, at: 10)?.call == "0.0")
        callers.take(command(Self.greeting), at: 20)
        #expect(press(callers, at: 30)?.occurrence == .event(.keys([.one])))
        #expect(press(callers, at: 40)?.occurrence == .event(.keys([.two])))
        callers.take(command(Self.greeting) + command(Self.farewell), at: 50)
        #expect(callers.tally.finished == 1)
        #expect(press(callers, at: 60)?.call == "0.1")
        #expect(callers.tally.failed == 0)
    }

    @Test(arguments: [
        [CallOutput.command(call: "0.0", farewell)], [.error(line: nil, call: "0.0", message: "no")],
        [.command(call: "0.0", greeting), .command(call: "0.0", greeting)],
    ])
    func aCallThatGoesAnotherWayIsCountedOnceAndSaid(outputs: [CallOutput]) {
        let callers = Callers(Self.rehearsal, count: 1)
        _ = press(callers, at: 10)
        callers.take(outputs, at: 20)
        callers.take(command(Self.farewell), at: 30)
        #expect(callers.tally.failed == 1)
        #expect(callers.tally.finished == 0)
        #expect(callers.tally.divergence != nil)
        #expect(press(callers, at: 40)?.call == "0.1")
    }

    @Test func aCallThatIsNotAnsweredFails() {
        let callers = Callers(Self.rehearsal, count: 2)
        _ = press(callers, at: 10)
        #expect(callers.waiting == 1)
        callers.failWaiting()
        #expect(callers.tally.failed == 1)
        #expect(callers.waiting == 0)
    }

    @Test func timeCountsFromTheMomentAtWhichAKeyWasDue() {
        let callers = Callers(Self.rehearsal, count: 1)
        _ = press(callers, at: 1_000_000)
        // The greeting takes so long that a key is held up; another caller would not notice.
        #expect(press(callers, at: 2_000_000) == nil)
        #expect(press(callers, at: 3_000_000) == nil)
        callers.take(command(Self.greeting), at: 3_500_000)
        _ = press(callers, at: 4_000_000)
        _ = press(callers, at: 5_000_000)
        callers.take(command(Self.greeting), at: 7_000_000)
        #expect(abs(callers.tally.keys.longest - 2) < 0.01)
    }
}
