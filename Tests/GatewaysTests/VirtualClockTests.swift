import CallControl
import CallHosting
import Testing

@testable import Gateways

/// The protocol on the virtual clock.
@Suite struct VirtualClockTests {
    private static let one = #"{"event":"dtmf","call":"a","key":"1"}"#

    @Test func theExampleOfTheProtocolPage() async throws {
        let flow = try FlowFolder([
            "main.vxml": .choice(noinput: "Sorry, I did not hear that.").replacing(
                "Press 1 or 2.", with: "For orders, press 1."
            )
            .replacing("<prompt>For", with: "<prompt timeout='5s'>For")
        ])
        let answers = await Dialtone.answers(
            [
                #"{"event":"call","call":"c1","from":"tel:+8613800001111","to":"tel:4001","start":"2026-11-20T10:00:00+08:00"}"#,
                #"{"event":"played","call":"c1","prompt":1,"at":1800}"#, #"{"event":"tick","call":"c1","at":6800}"#,
                #"{"event":"dtmf","call":"c1","key":"1","at":7000}"#,
            ], flow: flow.flow)
        #expect(
            answers.prefix(6) == [
                #"{"command":"play","call":"c1","prompt":1,"bargein":true,"items":[{"kind":"text","text":"For orders, press 1.","lang":"en-US"}]}"#,
                #"{"command":"wait","call":"c1","for":"played","until":null}"#,
                #"{"command":"wait","call":"c1","for":"key","until":6800}"#,
                #"{"command":"play","call":"c1","prompt":2,"bargein":true,"items":[{"kind":"text","text":"Sorry, I did not hear that.","lang":"en-US"}]}"#,
                #"{"command":"wait","call":"c1","for":"played","until":null}"#,
                #"{"command":"stop","call":"c1","prompt":2}"#,
            ])
    }

    @Test func eachLineIsAnsweredByOneWaitOrByTheEndOrByOneError() async throws {
        let flow = try FlowFolder(["main.vxml": .choice()])
        let dialtone = Dialtone(flow.flow, playback: .immediate)
        func answer(_ line: String) async -> [String] {
            let before = dialtone.collector.lines.count
            dialtone.send(line, "x")
            _ = await dialtone.collector.wait(for: "\"line\":\(sent * 2 + 2),")
            sent += 1
            return dialtone.collector.lines.dropFirst(before).dropLast().map { $0 }
        }
        var sent = 0
        let greeted = await answer(callLine())
        #expect(try greeted.map { try $0.json()["command"] } == ["play", "wait"])
        #expect(try await answer(#"{"event":"tick","call":"a","at":1}"#).map { try $0.json()["command"] } == ["wait"])
        #expect(try await answer(#"{"event":"keys","call":"a","keys":"34"}"#).field("for", of: "wait").count == 1)
        #expect(
            try await answer(#"{"event":"played","call":"a","prompt":9}"#).map { try $0.json()["command"] } == ["error"]
        )
        let ended = await answer(Self.one)
        #expect(try ended.map { try $0.json()["command"] } == ["play", "end"])
        #expect(try await answer(Self.one).map { try $0.json()["command"] } == ["error"])
        #expect(await dialtone.end() == 0)
    }

    @Test func anEventWithoutATimeHappensAtTheCallsCurrentTime() async throws {
        let flow = try FlowFolder(["main.vxml": .choice()])
        let answers = await Dialtone.answers(
            [callLine(), #"{"event":"tick","call":"a","at":1000}"#, #"{"event":"played","call":"a","prompt":1}"#],
            flow: flow.flow)
        let until = try answers.field("until", of: "wait")
        #expect(until.count == 3)
        guard case .number(let moment)? = until.last else { return #expect(Bool(false)) }
        #expect(moment > 1000)
    }

    @Test func timeIsOfEachCallItsOwnAndNeverLess() async throws {
        let flow = try FlowFolder(["main.vxml": .choice()])
        let answers = await Dialtone.answers(
            [
                callLine(), callLine("b"), #"{"event":"tick","call":"a","at":1000}"#,
                #"{"event":"tick","call":"b","at":999}"#, #"{"event":"tick","call":"a","at":999}"#,
            ], flow: flow.flow)
        #expect(try answers.field("line", of: "error") == [5])
        #expect(try answers.field("call", of: "error") == ["a"])
    }

    @Test func hangupIsAnsweredByTheEnd() async throws {
        let flow = try FlowFolder([
            "main.vxml": .choice().replacing(
                "</vxml>", with: "<catch event='connection.disconnect'><log>gone</log><exit expr='5'/></catch></vxml>")
        ])
        let answers = await Dialtone.answers(
            [callLine(), #"{"event":"hangup","call":"a"}"#, Self.one], flow: flow.flow)
        #expect(
            answers.dropFirst(2) == [
                #"{"command":"log","call":"a","text":"gone"}"#,
                #"{"command":"end","call":"a","how":"hangup","values":5}"#,
                #"{"command":"error","line":3,"call":"a","message":"no call with this id is in progress"}"#,
            ])
    }

    @Test func aPlayedThatCrossesWithItsStopIsAnError() async throws {
        let flow = try FlowFolder(["main.vxml": .choice(filled: "<goto next='#start'/>")])
        let answers = await Dialtone.answers(
            [callLine(), Self.one, #"{"event":"played","call":"a","prompt":1}"#], flow: flow.flow)
        #expect(answers.contains(#"{"command":"stop","call":"a","prompt":1}"#))
        #expect(try answers.field("line", of: "error") == [3])
    }

    @Test func manyCallsShareOnePipeAndErrorsTouchNobody() async throws {
        let flow = try FlowFolder(["main.vxml": .choice()])
        let answers = await Dialtone.answers(
            [
                callLine("a"), callLine("b"), callLine("a"), "rubbish", #"{"event":"dtmf","call":"c","key":"1"}"#,
                #"{"event":"dtmf","call":"b","key":"2"}"#, #"{"event":"dtmf","call":"a","key":"1"}"#,
            ], flow: flow.flow, playback: .immediate)
        #expect(try answers.field("line", of: "error") == [3, 4, 5])
        #expect(try answers.field("call", of: "end") == ["b", "a"])
        #expect(try answers.field("call", of: "error") == ["a", "c"])
    }

    @Test func theSameLinesInGiveTheSameLinesOut() async throws {
        let flow = try FlowFolder([
            "main.vxml": """
            <form><block><log expr="Math.random() + ' ' + new Date().getTime()"/></block>
            <field name="f" type="digits?length=2"><prompt>Two digits.</prompt></field>
            <block><prompt><value expr="f"/></prompt><exit namelist="f"/></block></form>
            """.vxml
        ])
        var lines: [String] = []
        for call in ["x", "y", "z"] { lines.append(callLine(call)) }
        for key in ["1", "2"] {
            for call in ["z", "x", "y"] { lines.append(#"{"event":"dtmf","call":"\#(call)","key":"\#(key)"}"#) }
        }
        let first = await Dialtone.answers(lines, flow: flow.flow)
        #expect(try first.field("how", of: "end") == ["exit", "exit", "exit"])
        for _ in 0..<3 { #expect(await Dialtone.answers(lines, flow: flow.flow) == first) }
    }

    @Test func scriptedPluginsAreAnsweredByTheGateway() async throws {
        let flow = try FlowFolder([
            "main.vxml": """
            <form><object name="o" classid="method://orders/status"><param name="n" expr="1 + 1"/></object>
            <block><exit expr="o.state"/></block></form>
            """.vxml
        ])
        let answers = await Dialtone.answers(
            [callLine(), #"{"event":"returned","call":"a","invocation":1,"result":{"state":"sent"},"at":700}"#],
            flow: flow.flow)
        #expect(
            answers[0]
                == #"{"command":"invoke","call":"a","invocation":1,"plugin":"orders","method":"status","params":{"n":2}}"#
        )
        #expect(try answers[1].json()["for"] == "returned")
        #expect(answers.last == #"{"command":"end","call":"a","how":"exit","values":"sent"}"#)
    }
}
