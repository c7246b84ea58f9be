import CallControl
import Foundation
import Testing

@testable import CallHosting

/// When prompts come to their end.
@Suite struct PlaybackTests {
    private func estimate(_ items: [PromptItem]) -> Int {
        var audio = AudioLengths()
        return Play(prompt: PromptID(rawValue: 1), bargein: true, items: items).estimatedLength(&audio).milliseconds
    }

    @Test(arguments: [
        ("123456789012345", 1000), ("", 0), ("\u{8ACB}\u{6309}\u{4E00}\u{9375}", 1000),
        ("\u{8ACB}\u{6309}\u{4E00}\u{9375}123456789012345", 2000), ("\u{304B}\u{304B}\u{304B}", 200),
    ])
    func textTakesFifteenCharactersASecondAndFourOfHanScript(text: String, milliseconds: Int) {
        #expect(estimate([.text(text, lang: "en-US", ssml: nil)]) == milliseconds)
    }

    @Test func pausesCountAndMarksDoNot() {
        #expect(estimate([.pause(CallDuration(milliseconds: 300)), .mark(name: "m")]) == 300)
    }

    @Test func audioThatCannotBeHadTakesAsLongAsItsAlternate() {
        let alternate = [PromptItem.text("123456789012345", lang: "en-US", ssml: nil)]
        #expect(estimate([.audio(src: "file:///none/a.wav", alternate: alternate)]) == 1000)
        #expect(estimate([.audio(src: "http://127.0.0.1/a.wav", alternate: [])]) == 0)
    }

    /// A WAV file with one byte a sample.
    private func wav(bytesPerSecond: UInt32, dataSize: UInt32, samples: Int) -> Data {
        func number(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
        var bytes = Array("RIFF".utf8) + number(36 &+ dataSize) + Array("WAVE".utf8)
        bytes += Array("LIST".utf8) + number(3) + [1, 2, 3, 0]
        bytes += Array("fmt ".utf8) + number(16) + [1, 0, 1, 0] + number(bytesPerSecond) + number(bytesPerSecond)
        bytes += [1, 0, 8, 0] + Array("data".utf8) + number(dataSize)
        return Data(bytes + [UInt8](repeating: 0, count: samples))
    }

    @Test(arguments: [(16_000 as UInt32, 8_000 as UInt32, 8_000, 500), (8_000, .max, 4_000, 500)])
    func aWAVFileTakesAsLongAsItSays(bytesPerSecond: UInt32, dataSize: UInt32, samples: Int, length: Int) throws {
        let folder = try FlowFolder()
        try wav(bytesPerSecond: bytesPerSecond, dataSize: dataSize, samples: samples)
            .write(to: URL(fileURLWithPath: folder.path + "/a.wav"))
        #expect(estimate([.audio(src: folder.uri("a.wav"), alternate: [])]) == length)
    }

    @Test func anotherFileTakesItsSizeByEightThousandASecond() throws {
        let folder = try FlowFolder()
        try Data(count: 4000).write(to: URL(fileURLWithPath: folder.path + "/a.ulaw"))
        #expect(estimate([.audio(src: folder.uri("a.ulaw"), alternate: [])]) == 500)
    }

    @Test func withEstimatesTheTimerStartsWhenTheTextHasBeenRead() async throws {
        let flow = try FlowFolder(["main.vxml": .choice(filled: "Done.", prompt: "123456789012345")])
        let call = VirtualCall(CallHost(.test(playback: .estimate)))
        let playing = await call.send(.call(.test(flow.uri())))
        #expect(playing.rest == CallRest(.played, until: CallInstant(milliseconds: 1000)))
        let waiting = await call.tick(to: CallInstant(milliseconds: 1000))
        #expect(waiting.rest?.reason == .key)
        #expect(try #require(waiting.rest?.until).milliseconds > 1000)
    }

    @Test func withTheGatewayAPromptLastsUntilItSaysSo() async throws {
        let flow = try FlowFolder(["main.vxml": .choice(filled: "Done.")])
        let call = VirtualCall(CallHost(.test(playback: .gateway)))
        let playing = await call.send(.call(.test(flow.uri())))
        #expect(playing.rest == CallRest(.played, until: nil))
        let played = await call.send(.played(PromptID(rawValue: 1)), at: CallInstant(milliseconds: 9000))
        #expect(played.rest?.reason == .key)
        #expect(await call.send(.played(PromptID(rawValue: 1))).refusal != nil)
    }

    @Test func theWordOfTheGatewayIsWaitedForThreeTimesTheEstimateAndThirtySeconds() {
        var ledger = PlaybackLedger()
        let at = CallInstant(milliseconds: 100)
        for number in 1...2 {
            ledger.written(
                PlaybackLedger.Entry(
                    prompt: PromptID(rawValue: number), marks: [], length: CallDuration(milliseconds: 1000)), at: at)
        }
        #expect(ledger.patienceEnd == CallInstant(milliseconds: 100 + 3000 + 30_000))
        ledger.ended(PromptID(rawValue: 1), at: CallInstant(milliseconds: 5000))
        #expect(ledger.patienceEnd == CallInstant(milliseconds: 5000 + 3000 + 30_000))
        ledger.stopped(PromptID(rawValue: 2))
        #expect(ledger.patienceEnd == nil)
    }

    @Test func aForgottenPromptCountsAsFinishedWithOneError() throws {
        let flow = try FlowFolder(["main.vxml": .choice(filled: "Done.")])
        let options = HostOptions.test(.real, playback: .gateway)
        let lane = LaneContext(
            options: options, loader: DocumentLoader(logger: options.logger), fetched: { _ in }, answered: { _ in })
        let call = Call(id: "a", serial: 1, start: .test(flow.uri()), lane: lane)
        try call.accept(.call(.test(flow.uri())), at: .start)
        _ = call.takeOutputs()
        #expect(call.rest?.reason == .played)
        let due = try #require(call.nextDeadline)
        #expect(due.milliseconds > 30_000)
        call.fire(at: due)
        #expect(call.rest?.reason == .key)
        #expect(call.takeOutputs() == [.error(line: nil, call: "a", message: "the end of prompt 1 was never told")])
    }
}
