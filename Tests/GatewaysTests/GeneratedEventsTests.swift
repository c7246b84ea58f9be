import CallControl
import CallHosting
import Testing

@testable import Gateways

/// Whatever a gateway sends on the virtual clock, each line has its one answer, and the same lines the same answers.
@Suite struct GeneratedEventsTests {
    private static let flow = """
        <link dtmf="0" event="help"/>
        <menu id="menu" scope="dialog"><prompt>One, two, or three. <mark name="m"/></prompt>
        <choice dtmf="1" next="#digits">digits</choice><choice dtmf="2" next="#transfer">transfer</choice>
        <choice dtmf="3" next="#plugin">plugin</choice></menu>
        <form id="digits"><field name="d" type="digits?minlength=2;maxlength=4"><prompt timeout="3s">Digits.</prompt>
        <prompt bargein="false" count="2">Digits, please.</prompt></field>
        <filled><prompt>You keyed <value expr="d"/>.</prompt><goto next="#menu"/></filled></form>
        <form id="transfer"><transfer name="t" dest="tel:9" bridge="true"/>
        <block><prompt>It was <value expr="t"/>.</prompt><disconnect/></block></form>
        <form id="plugin"><object name="o" classid="method://x/y"/>
        <block><prompt>Done.</prompt><goto next="main.vxml"/></block></form>
        <catch event="connection.disconnect"><log>gone</log><exit expr="1"/></catch>
        """.vxml

    /// Numbers that are the same on every run.
    private struct Dice {
        var state: UInt64

        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(truncatingIfNeeded: state >> 33) % sides
        }

        mutating func pick<Element>(_ elements: [Element]) -> Element { elements[roll(elements.count)] }
    }

    private static func lines(_ seed: Int, count: Int) -> [String] {
        var dice = Dice(state: UInt64(seed))
        var times: [String: Int] = [:]
        return (0..<count).map { number in
            let call = dice.pick(["a", "b", "c"])
            let at = times[call, default: 0] + dice.pick([0, 0, 50, 700, 3000, 9000])
            let id = dice.roll(6) + 1
            let fields: String
            switch dice.roll(number < 20 ? 10 : 30) {
            case 0...3: return callLine(call)
            case 4...6: fields = #""event":"played","prompt":\#(id + number / 6)"#
            case 7: fields = #""event":"transferred","transfer":1,"outcome":"\#(dice.pick(["busy", "answered"]))""#
            case 8: fields = #""event":"returned","invocation":\#(id),"result":{}"#
            case 9: fields = #""event":"keys","keys":"\#(dice.pick(["", "12", "2", "1234#", "9*0"]))""#
            case 10: fields = #""event":"hangup""#
            case 11: fields = #""event":"mark","prompt":\#(id),"mark":"m""#
            case 12: return "{"
            case 13...18: fields = #""event":"tick""#
            default: fields = #""event":"dtmf","key":"\#(dice.pick(["1", "2", "3", "4", "0", "#", "*"]))""#
            }
            times[call] = at
            return "{\"call\":\"\(call)\",\"at\":\(at),\(fields)}"
        }
    }

    @Test(arguments: PlaybackPolicy.allCases, 1...4)
    func eachLineHasItsAnswer(playback: PlaybackPolicy, seed: Int) async throws {
        let folder = try FlowFolder(["main.vxml": Self.flow])
        let lines = Self.lines(seed, count: 250)
        let answers = await Dialtone.answers(lines, flow: folder.flow, playback: playback)
        let commands = try answers.map { try $0.json() }
        let waits = commands.filter { $0["command"] == "wait" }.count
        let refused = commands.filter { $0["command"] == "error" }
        let ended = commands.filter { $0["command"] == "end" }.count
        // The calls that were up at the end of input have ended without a line of their own.
        var up: Set<JSONValue> = []
        for command in commands {
            guard let call = command["call"] else { continue }
            if command["command"] == "wait" { up.insert(call) }
            if command["command"] == "end" { up.remove(call) }
        }
        #expect(up.isEmpty)
        let unasked = commands.reversed().prefix { $0["command"] == "end" || $0["command"] == "log" }
        #expect(waits + refused.count + ended >= lines.count)
        #expect(waits + refused.count + ended - unasked.filter { $0["command"] == "end" }.count <= lines.count)
        #expect(refused.allSatisfy { $0["line"] != nil })
        #expect(waits > 50)
        #expect(await Dialtone.answers(lines, flow: folder.flow, playback: playback) == answers)
    }
}
