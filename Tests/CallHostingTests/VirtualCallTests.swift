import CallControl
import CallHosting
import Testing

/// Calls on the virtual clock.
@Suite struct VirtualCallTests {
    @Test func aCallRunsFromItsBeginningToItsEnd() async throws {
        let flow = try FlowFolder(["main.vxml": .choice(filled: "You pressed <value expr='choice'/>.")])
        let call = VirtualCall(CallHost(.test()))
        let greeting = await call.send(.call(.test(flow.uri())))
        #expect(greeting.commands.texts == ["Press 1 or 2."])
        #expect(greeting.rest?.reason == .key)
        let answer = await call.send(.keys([.two]))
        #expect(answer.commands.texts == ["You pressed 2."])
        #expect(answer.commands.end?.how == .exit)
        #expect(answer.rest == nil)
    }

    @Test func timersFireEachAtItsOwnTimeBeforeALaterEvent() async throws {
        let flow = try FlowFolder(["main.vxml": .choice(filled: "Done.", noinput: "Silence. <reprompt/>")])
        let call = VirtualCall(CallHost(.test()))
        let until = try #require(await call.send(.call(.test(flow.uri()))).rest?.until)
        let later = CallInstant(milliseconds: until.milliseconds * 2 + 1)
        let answer = await call.send(.keys([.one]), at: later)
        #expect(answer.commands.texts.joined(separator: " ").components("Silence.") == 2)
        #expect(answer.commands.end?.how == .exit)
    }

    @Test func aTickLetsTimePass() async throws {
        let flow = try FlowFolder(["main.vxml": .choice(filled: "Done.", noinput: "Silence. <reprompt/>")])
        let call = VirtualCall(CallHost(.test()))
        let until = try #require(await call.send(.call(.test(flow.uri()))).rest?.until)
        let before = await call.tick(to: CallInstant(milliseconds: until.milliseconds - 1))
        #expect(before.commands.isEmpty)
        #expect(before.rest?.until == until)
        #expect(await call.tick(to: until).commands.texts.first?.hasPrefix("Silence.") == true)
    }

    @Test func timeNeverRunsBackwards() async throws {
        let flow = try FlowFolder(["main.vxml": .choice(filled: "Done.")])
        let call = VirtualCall(CallHost(.test()))
        _ = await call.send(.call(.test(flow.uri())))
        _ = await call.tick(to: CallInstant(milliseconds: 100))
        let refused = await call.send(.keys([.one]), at: CallInstant(milliseconds: 99))
        #expect(refused.refusal != nil)
        #expect(refused.commands.isEmpty)
        #expect(await call.send(.keys([.one])).commands.texts == ["Done."])
    }

    @Test func whatIsImpossibleChangesNothingEvenWhenTimersWereDue() async throws {
        let flow = try FlowFolder(["main.vxml": .choice(filled: "Done.", noinput: "Silence. <reprompt/>")])
        let call = VirtualCall(CallHost(.test()))
        let until = try #require(await call.send(.call(.test(flow.uri()))).rest?.until)
        let refused = await call.send(.transferred(TransferID(rawValue: 7), TransferOutcome(.busy)), at: until)
        #expect(refused.refusal != nil)
        #expect(refused.commands.isEmpty)
        #expect(await call.tick(to: until).commands.texts.first?.hasPrefix("Silence.") == true)
    }

    @Test func anEventForNoCallAndASecondCallAreRefused() async throws {
        let flow = try FlowFolder(["main.vxml": .choice(filled: "Done.")])
        let host = CallHost(.test())
        let call = VirtualCall(host)
        #expect(await call.send(.keys([.one])).refusal == "no call with this id is in progress")
        _ = await call.send(.call(.test(flow.uri())))
        #expect(await call.send(.call(.test(flow.uri()))).refusal == "a call with this id is in progress")
        _ = await call.send(.keys([.one]))
        #expect(await call.send(.hangup(reason: nil)).refusal == "no call with this id is in progress")
        #expect(await call.send(.call(.test(flow.uri()))).commands.texts == ["Press 1 or 2."])
    }

    @Test func anEndlessRoundOfDocumentsIsHungUp() async throws {
        let flow = try FlowFolder([
            "main.vxml": "<form><block><goto next='other.vxml'/></block></form>".vxml,
            "other.vxml": "<form><block><goto next='main.vxml'/></block></form>".vxml,
        ])
        let answer = await VirtualCall(CallHost(.test())).send(.call(.test(flow.uri())))
        #expect(answer.commands.end != nil)
    }

    @Test func hangingUpAllEndsEachCallInTheOrderOfTheirBeginning() async throws {
        let flow = try FlowFolder(["main.vxml": .choice(filled: "Done.")])
        let host = CallHost(.test())
        for id in ["b", "a", "c"] { _ = await VirtualCall(host, id: id).send(.call(.test(flow.uri()))) }
        let ended = await host.hangUpAll().compactMap { output -> String? in
            if case .command(let call, .end(let end)) = output, end.how == .hangup { call } else { nil }
        }
        #expect(ended == ["b", "a", "c"])
    }
}

extension String {
    /// How often a text occurs in it.
    fileprivate func components(_ text: String) -> Int {
        split(separator: text, omittingEmptySubsequences: false).count - 1
    }
}
