import CallControl
import Testing

@testable import CallHosting

/// Calls on the machine's monotonic clock.
@Suite struct RealClockTests {
    @Test func timersFireByThemselves() async throws {
        let flow = try FlowFolder([
            "main.vxml": .choice(filled: "Done.", prompt: "Press.", noinput: "Silence.<exit/>").replacing(
                "<prompt>", with: "<prompt timeout='50ms'>")
        ])
        let outputs = Kept<CallOutput>()
        let host = CallHost(.test(.real)) { outputs.append($0) }
        await host.post(Arrival("a", .call(.test(flow.uri()))))
        #expect(await outputs.wait { $0.end?.how == .exit } != nil)
        #expect(outputs.all.compactMap(\.command).texts == ["Press.", "Silence."])
        #expect(!outputs.all.contains { if case .wait = $0 { true } else { false } })
    }

    @Test func manyCallsGoOnAtTheSameTime() async throws {
        let flow = try FlowFolder(["main.vxml": .choice(filled: "<exit expr='choice'/>")])
        let outputs = Kept<CallOutput>()
        let host = CallHost(.test(.real)) { outputs.append($0) }
        for number in 0..<50 { await host.post(Arrival("c\(number)", .call(.test(flow.uri())))) }
        for number in 0..<50 { await host.post(Arrival("c\(number)", .keys([number % 2 == 0 ? .one : .two]))) }
        for number in 0..<50 {
            let end = await outputs.wait { output in
                if case .command(call: "c\(number)", .end) = output { true } else { false }
            }
            #expect(end?.end?.values == .string(number % 2 == 0 ? "1" : "2"))
        }
    }

    @Test func aScriptThatBlocksHoldsUpItsOwnLaneOnly() async throws {
        let flow = try FlowFolder([
            "main.vxml": "<form><block><script>while (true) {}</script></block></form>".vxml,
            "quick.vxml": "<form><block><exit expr='1'/></block></form>".vxml,
        ])
        let outputs = Kept<CallOutput>()
        var options = HostOptions.test(.real)
        options.lanes = 2
        let host = CallHost(options) { outputs.append($0) }
        await host.post(Arrival("slow", .call(.test(flow.uri()))))
        await host.post(Arrival("quick", .call(.test(flow.uri("quick.vxml")))))
        #expect(await outputs.wait { $0.end != nil }?.end?.how == .exit)
        #expect(await outputs.wait { $0.end?.how == .error }?.end?.event == "error.semantic")
    }

    @Test func anEventForACallThatIsNotThereIsAnError() async throws {
        let outputs = Kept<CallOutput>()
        let host = CallHost(.test(.real)) { outputs.append($0) }
        await host.post(Arrival("a", .keys([.one]), line: 7))
        #expect(
            outputs.all == [.error(line: 7, call: "a", message: "no call with this id is in progress")])
    }

    @Test func hangingUpAllEndsEachCall() async throws {
        let flow = try FlowFolder(["main.vxml": .choice(filled: "Done.")])
        let outputs = Kept<CallOutput>()
        let host = CallHost(.test(.real)) { outputs.append($0) }
        for id in ["a", "b", "c"] { await host.post(Arrival(id, .call(.test(flow.uri())))) }
        _ = await host.hangUpAll()
        #expect(outputs.all.filter { $0.end?.how == .hangup }.count == 3)
    }

    @Test(
        arguments: [
            (told: nil, measured: 1000, last: 500, is: 1000), (told: 900, measured: 1000, last: 500, is: 900),
            (told: 1900, measured: 1000, last: 500, is: 1900), (told: 3001, measured: 1000, last: 500, is: 1000),
            (told: 400, measured: 1000, last: 500, is: 500), (told: nil, measured: 400, last: 500, is: 500),
            (told: 0, measured: 2001, last: 500, is: 2001),
        ] as [(told: Int?, measured: Int, last: Int, is: Int)])
    func theGatewaysTimeRefinesWithinTwoSeconds(told: Int?, measured: Int, last: Int, is expected: Int) {
        #expect(
            Call.instant(
                told: told.map(CallInstant.init), measured: CallInstant(milliseconds: measured),
                notBefore: CallInstant(milliseconds: last)) == CallInstant(milliseconds: expected))
    }

    @Test func aTimeBeforeTheLastOneIsRefused() async throws {
        let flow = try FlowFolder(["main.vxml": .choice(filled: "Done.")])
        let outputs = Kept<CallOutput>()
        let host = CallHost(.test(.real)) { outputs.append($0) }
        await host.post(Arrival("a", .call(.test(flow.uri()))))
        await host.post(Arrival("a", .keys([.three]), at: CallInstant(milliseconds: 50)))
        await host.post(Arrival("a", .keys([.one]), at: CallInstant(milliseconds: 49), line: 3))
        #expect(
            await outputs.wait { $0 == .error(line: 3, call: "a", message: "'at' is before the call's last event") }
                != nil)
        _ = await host.hangUpAll()
    }

    @Test("that of the call itself counts, that of an event that is refused does not")
    func lastTime() async throws {
        let flow = try FlowFolder(["main.vxml": .choice(filled: "Done.")])
        let outputs = Kept<CallOutput>()
        let host = CallHost(.test(.real)) { outputs.append($0) }
        await host.post(Arrival("a", .call(.test(flow.uri())), at: CallInstant(milliseconds: 50)))
        await host.post(Arrival("a", .keys([.one]), at: CallInstant(milliseconds: 49), line: 2))
        await host.post(Arrival("a", .played(PromptID(rawValue: 77)), at: CallInstant(milliseconds: 900), line: 3))
        await host.post(Arrival("a", .keys([.one]), at: CallInstant(milliseconds: 60), line: 4))
        #expect(await outputs.wait { $0.end != nil }?.end?.how == .exit)
        let refused = outputs.all.compactMap { output in
            if case .error(let line, _, _) = output { line } else { nil as Int? }
        }
        #expect(refused == [2, 3])
        _ = await host.hangUpAll()
    }
}
