import CallControl
import CallHosting
import Streams
import Testing

@testable import Gateways

/// Events as a gateway writes them.
@Suite struct EventTests {
    private static let flow = FlowLocation("/flows/main.vxml")

    private func read(_ text: String, clock: HostClock = .virtual, scripted: Bool = true) -> Result<Arrival, BadEvent> {
        let reader = EventReader(
            flows: FlowChoice(flow: Self.flow, flowsUnder: nil), clock: clock, pluginsAreScripted: scripted)
        return reader.read(LineSplitter.Line(number: 7, bytes: Array(text.utf8))).mapError {
            #expect($0.line == 7)
            return BadEvent(call: $0.call, message: $0.message)
        }
    }

    struct BadEvent: Error, Equatable {
        var call: String?
        var message: String
    }

    @Test(
        arguments: [
            (#""event":"dtmf","key":"1""#, .keys([.one])), (#""event":"dtmf","key":"D","duration":80"#, .keys([.d])),
            (#""event":"keys","keys":"12#*A""#, .keys([.one, .two, .pound, .star, .a])),
            (#""event":"keys","keys":"""#, .keys([])),
            (#""event":"mark","prompt":2,"mark":"m1""#, .mark(PromptID(rawValue: 2), name: "m1")),
            (#""event":"played","prompt":3"#, .played(PromptID(rawValue: 3))),
            (
                #""event":"recorded","record":1,"duration":2500"#,
                .recorded(RecordID(rawValue: 1), RecordingOutcome(duration: CallDuration(milliseconds: 2500)))
            ),
            (
                ##""event":"recorded","record":1,"duration":9,"uri":"u","size":0,"termchar":"#","maxtime":true"##,
                .recorded(
                    RecordID(rawValue: 1),
                    RecordingOutcome(
                        duration: CallDuration(milliseconds: 9), uri: "u", size: 0, termchar: .pound, maxtime: true))
            ),
            (
                #""event":"transferred","transfer":1,"outcome":"busy""#,
                .transferred(TransferID(rawValue: 1), TransferOutcome(.busy))
            ),
            (
                #""event":"transferred","transfer":1,"outcome":"error","event":"error.connection.noroute""#,
                .transferred(
                    TransferID(rawValue: 1), TransferOutcome(.error, event: "error.connection.noroute"))
            ),
            (
                #""event":"error.connection.noroute","transfer":1,"outcome":"error","reason":"r""#,
                .transferred(
                    TransferID(rawValue: 1),
                    TransferOutcome(.error, event: "error.connection.noroute", reason: "r"))
            ),
            (
                #""event":"transferred","transfer":1,"outcome":"error""#,
                .transferred(TransferID(rawValue: 1), TransferOutcome(.error))
            ),
            (
                #""event":"transferred","transfer":1,"outcome":"network_disconnect","duration":5,"reason":"r""#,
                .transferred(
                    TransferID(rawValue: 1),
                    TransferOutcome(.networkDisconnect, duration: CallDuration(milliseconds: 5), reason: "r"))
            ),
            (
                #""event":"returned","invocation":4,"result":{"a":1}"#,
                .returned(InvocationID(rawValue: 4), .result(["a": 1]))
            ),
            (
                #""event":"returned","invocation":4,"error":{"what":"down","message":"m"}"#,
                .returned(InvocationID(rawValue: 4), .failure(what: "down", message: "m"))
            ),
            (#""event":"hangup""#, .hangup(reason: nil)), (#""event":"hangup","reason":"r""#, .hangup(reason: "r")),
        ] as [(String, CallEvent)])
    func areRead(fields: String, event: CallEvent) {
        #expect(read("{\(fields),\"call\":\"a\"}") == .success(Arrival("a", event, line: 7)))
        #expect(
            read(" {\"at\":5,\"more\":[1],\"call\":\"a\", \(fields)}\r")
                == .success(Arrival("a", event, at: CallInstant(milliseconds: 5), line: 7)))
    }

    @Test func aCallHasItsDefaults() throws {
        let arrival = try read(callLine()).get()
        let start = CallStart(from: "tel:1", to: "tel:2", flow: "file:///flows/main.vxml")
        #expect(arrival == Arrival("a", .call(start), line: 7))
        #expect(start.start.rfc3339 == "2000-01-01T00:00:00Z")
        #expect(start.seed == 0)
    }

    @Test func onTheRealClockACallStartsNowWithASeedOfItsOwn() throws {
        func start() throws -> CallStart? {
            if case .event(.call(let start)) = try read(callLine(), clock: .real).get().occurrence {
                start
            } else {
                nil
            }
        }
        let (first, second) = (try #require(try start()), try #require(try start()))
        #expect(first.start.epochMilliseconds > 1_700_000_000_000)
        #expect(first.seed != second.seed)
    }

    @Test func aCallTellsAllThatIsKnown() throws {
        let more =
            #","direction":"outbound","start":"2026-11-20T10:00:00+08:00","seed":9007199254740991,"#
            + #""variables":{"b":1,"a":[]},"aai":"x","redirect":[{"uri":"tel:3","reason":"busy","pi":"p","si":"s"},"#
            + #"{"uri":"tel:4","reason":"no"}],"originator":"o","protocol":{"name":"sip","version":"2.0"},"at":0"#
        guard case .event(.call(let start)) = try read(callLine("a", more)).get().occurrence else {
            return #expect(Bool(false))
        }
        #expect(start.direction == .outbound)
        #expect(start.start == WallClockTime(rfc3339: "2026-11-20T10:00:00+08:00"))
        #expect(start.start.zoneOffsetSeconds == 8 * 3600)
        #expect(start.seed == 9_007_199_254_740_991)
        #expect(start.variables?.jsonText == #"{"b":1,"a":[]}"#)
        #expect(start.aai == "x")
        #expect(
            start.redirect == [
                CallStart.Redirect(uri: "tel:3", reason: "busy", presentation: "p", screening: "s"),
                CallStart.Redirect(uri: "tel:4", reason: "no"),
            ])
        #expect(start.originator == "o")
        #expect(start.protocolName == "sip")
        #expect(start.protocolVersion == "2.0")
    }

    @Test(
        arguments: [
            ("", "no JSON object"), ("[]", "no JSON object"), ("5", "no JSON object"), ("{", "no JSON object"),
            ("{}", "'event' is missing"), (#"{"event":5}"#, "'event' is no string"),
            (#"{"event":"dial","call":"a"}"#, "no such event"), (#"{"event":"hangup"}"#, "'call' is missing"),
            (#"{"event":"hangup","call":5}"#, "'call' is no string"),
            (#"{"event":"hangup","call":"a","at":-1}"#, "'at' is no integer"),
            (#"{"event":"hangup","call":"a","at":1.5}"#, "'at' is no integer"),
            (#"{"event":"hangup","call":"a","at":9007199254740992}"#, "'at' is no integer"),
            (#"{"event":"hangup","call":"a","at":"5"}"#, "'at' is no integer"),
            (#"{"event":"hangup","call":"a","at":null}"#, "'at' is no integer"),
            (#"{"event":"hangup","call":"a","reason":5}"#, "'reason' is no string"),
            (#"{"event":"dtmf","call":"a"}"#, "'key' is missing"),
            (#"{"event":"dtmf","call":"a","key":"12"}"#, "'key' is not one of the keys"),
            (#"{"event":"dtmf","call":"a","key":"a"}"#, "'key' is not one of the keys"),
            (#"{"event":"dtmf","call":"a","key":""}"#, "'key' is not one of the keys"),
            (#"{"event":"dtmf","call":"a","key":7}"#, "'key' is no string"),
            (#"{"event":"dtmf","call":"a","key":"1","duration":-5}"#, "'duration' is no integer"),
            (#"{"event":"keys","call":"a"}"#, "'keys' is missing"),
            (#"{"event":"keys","call":"a","keys":"12 3"}"#, "'keys' has other characters"),
            (#"{"event":"mark","call":"a","prompt":1}"#, "'mark' is missing"),
            (#"{"event":"played","call":"a","prompt":"1"}"#, "'prompt' is no integer"),
            (#"{"event":"recorded","call":"a","record":1}"#, "'duration' is missing"),
            (#"{"event":"recorded","call":"a","record":1,"duration":1,"maxtime":1}"#, "'maxtime' is neither"),
            (#"{"event":"recorded","call":"a","record":1,"duration":1,"termchar":"x"}"#, "'termchar' is not one"),
            (#"{"event":"recorded","call":"a","record":1,"duration":1,"size":1.5}"#, "'size' is no integer"),
            (#"{"event":"transferred","call":"a","transfer":1}"#, "'outcome' is missing"),
            (#"{"event":"transferred","call":"a","transfer":1,"outcome":"gone"}"#, "'outcome' is none of"),
            (
                #"{"event":"bad name","call":"a","transfer":1,"outcome":"error"}"#, "'event' is no name of an event"
            ),
            (#"{"event":"error.x","call":"a","transfer":1,"outcome":"busy"}"#, "no such event"),
            (#"{"event":"returned","call":"a","invocation":1}"#, "one of 'result' and 'error'"),
            (#"{"event":"returned","call":"a","invocation":1,"result":5}"#, "'result' is no object"),
            (#"{"event":"returned","call":"a","invocation":1,"error":{}}"#, "'error.what' is missing"),
            (#"{"event":"returned","call":"a","invocation":1,"error":{"what":""}}"#, "'error.what' is no part"),
            (#"{"event":"tick","call":"a"}"#, "'at' is missing"),
            (#"{"event":"call","call":"a","to":"t"}"#, "'from' is missing"),
            (callLine("a", #","direction":"up""#), "'direction' is none of"),
            (callLine("a", #","flow":5"#), "'flow' is no string"), (callLine("a", #","flow":"""#), "'flow' is empty"),
            (callLine("a", #","start":"2026-11-20T10:00:00""#), "'start' is no time"),
            (callLine("a", #","start":"2026-02-30T10:00:00Z""#), "'start' is no time"),
            (callLine("a", #","seed":-1"#), "'seed' is no integer"),
            (callLine("a", #","variables":[]"#), "'variables' is no object"),
            (callLine("a", #","aai":{}"#), "'aai' is no string"),
            (callLine("a", #","redirect":{}"#), "'redirect' is no list"),
            (callLine("a", #","redirect":["x"]"#), "a step of 'redirect'"),
            (callLine("a", #","redirect":[{"uri":"u"}]"#), "'redirect.reason' is missing"),
            (callLine("a", #","protocol":{"name":"sip"}"#), "'protocol.version' is missing"),
            (callLine("a", #","resume":{}"#), "'resume' is reserved"),
        ] as [(String, String)])
    func badLinesSayWhy(line: String, message: String) {
        guard case .failure(let bad) = read(line) else { return #expect(Bool(false), "read") }
        #expect(bad.message.contains(message))
        #expect(bad.call == (line.contains(#""call":"a""#) ? "a" : nil))
    }

    @Test func keysAreNeverQuoted() {
        for line in [
            #"{"event":"dtmf","call":"a","key":"7734"}"#, #"{"event":"keys","call":"a","keys":"7734x"}"#,
            #"{"event":"keys","call":"a","keys":"7734""#, #"{"event":"dtmf","call":"a","key":7734}"#,
        ] {
            guard case .failure(let bad) = read(line) else { return #expect(Bool(false), "read") }
            #expect(!bad.message.contains("7734"))
        }
    }

    @Test func ticksAreOfTheVirtualClockOnly() {
        let line = #"{"event":"tick","call":"a","at":5}"#
        #expect(read(line) == .success(Arrival("a", .tick, at: CallInstant(milliseconds: 5), line: 7)))
        #expect(throws: BadEvent.self) { try read(line, clock: .real).get() }
    }

    @Test func answersOfPluginsNeedScriptedPlugins() {
        let line = #"{"event":"returned","call":"a","invocation":1,"result":{}}"#
        #expect(throws: BadEvent.self) { try read(line, scripted: false).get() }
    }

    @Test func aDurationOverADayCountsAsADay() throws {
        let line = #"{"event":"recorded","call":"a","record":1,"duration":86400001}"#
        guard case .event(.recorded(_, let outcome)) = try read(line).get().occurrence else {
            return #expect(Bool(false))
        }
        #expect(outcome.duration == .seconds(86_400))
    }

    @Test func bytesThatAreNoUTF8AndLinesThatAreTooDeepOrTooLong() {
        func message(_ bytes: [UInt8]?) -> String? {
            let reader = EventReader(
                flows: FlowChoice(flow: nil, flowsUnder: nil), clock: .virtual, pluginsAreScripted: true)
            guard case .failure(let refused) = reader.read(LineSplitter.Line(number: 1, bytes: bytes)) else {
                return nil
            }
            return refused.message
        }
        #expect(message(Array("{\"event\":\"".utf8) + [0xFF] + Array("\"}".utf8))?.contains("no UTF-8") == true)
        let deep = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        #expect(message(Array("{\"event\":\(deep)}".utf8))?.contains("nested over 64 deep") == true)
        #expect(message(nil)?.contains("over 1 MiB") == true)
    }
}
