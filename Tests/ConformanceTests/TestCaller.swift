import CallControl
import CallHosting

/// The caller and the gateway of a test, on the virtual clock: each prompt lasts a second, keys come 100 ms apart.
struct TestCaller {
    private let call: VirtualCall
    private(set) var now = CallInstant.start
    private(set) var heard: [String] = []
    private(set) var logged: [String] = []
    private(set) var transfers: [Transfer] = []
    private(set) var records: [Record] = []
    private(set) var rest: CallRest?
    private(set) var end: End?
    private(set) var isDisconnected = false
    private var playing: [PromptID] = []

    /// What cannot go on.
    struct Stuck: Error {
        var why: String
    }

    static let stepLimit = 400

    init(_ host: CallHost, id: String, flow: String, variables: JSONValue?) async throws(Stuck) {
        call = VirtualCall(host, id: id)
        let start = CallStart(
            from: "tel:+15550100", to: "tel:+15550199", flow: flow,
            start: WallClockTime(rfc3339: "2026-03-02T09:30:00Z") ?? .virtualEpoch, variables: variables ?? .object([]))
        try take(await call.send(.call(start)))
    }

    var isPlaying: Bool { !playing.isEmpty }

    private mutating func take(_ exchange: VirtualCall.Exchange) throws(Stuck) {
        if let refusal = exchange.refusal ?? exchange.complaints.first { throw Stuck(why: refusal) }
        rest = exchange.rest
        for command in exchange.commands {
            switch command {
            case .play(let play):
                heard.append(play.items.map(\.said).joined(separator: " "))
                playing.append(play.prompt)
            case .stopPrompt(let prompt): playing.removeAll { $0 >= prompt }
            case .transfer(let transfer): transfers.append(transfer)
            case .record(let record): records.append(record)
            case .log(let label, let text): logged.append([label, text].compactMap(\.self).joined(separator: " "))
            case .disconnect: isDisconnected = true
            case .end(let end): self.end = end
            default: break
            }
        }
    }

    private mutating func send(_ event: CallEvent) async throws(Stuck) { try take(await call.send(event, at: now)) }

    // MARK: - What the caller does

    /// Lets every prompt come to its end; timers due before that fire first.
    mutating func finishPlaying() async throws(Stuck) {
        for _ in 0..<Self.stepLimit {
            guard end == nil, isPlaying else { return }
            if let until = rest?.until, until <= now + .seconds(1) {
                try await letTimePass()
            } else {
                now = now + .seconds(1)
                try await send(.played(playing.removeFirst()))
            }
        }
        throw Stuck(why: "prompts without end")
    }

    mutating func press(_ keys: String) async throws(Stuck) {
        for key in keys.compactMap({ DTMFKey($0) }) where end == nil {
            now = now + CallDuration(milliseconds: 100)
            try await send(.keys([key]))
        }
    }

    mutating func letTimePass() async throws(Stuck) {
        guard let rest, let until = rest.until else {
            throw Stuck(why: "no timer is set, and the caller has nothing to say")
        }
        now = max(now, until)
        try take(await call.tick(to: now))
    }

    /// Lets so much time pass, and what is due in it happen; prompts last a second here, too.
    mutating func letPass(_ duration: CallDuration) async throws(Stuck) {
        let until = now + duration
        for _ in 0..<Self.stepLimit {
            guard end == nil else { return }
            if isPlaying {
                try await finishPlaying()
            } else if let due = rest?.until, due <= until {
                try await letTimePass()
            } else {
                now = max(now, until)
                return
            }
        }
        throw Stuck(why: "timers without end")
    }

    mutating func hangUp() async throws(Stuck) {
        guard end == nil else { return }
        now = now + CallDuration(milliseconds: 100)
        try await send(.hangup(reason: nil))
        if end == nil { throw Stuck(why: "the call does not end after the hang-up") }
    }

    /// The transfer that is on ends.
    mutating func endTransfer(_ outcome: JSONValue) async throws(Stuck) {
        guard let transfer = transfers.last, let name = outcome["outcome"]?.string,
            let kind = TransferOutcome.Kind(rawValue: name)
        else { throw Stuck(why: "no transfer is on, or there is no such outcome") }
        now = now + .seconds(1)
        let duration = CallDuration(milliseconds: Int(outcome["duration"]?.number ?? 0))
        try await send(
            .transferred(transfer.transfer, TransferOutcome(kind, event: outcome["event"]?.string, duration: duration)))
    }

    /// The recording that is on ends.
    mutating func endRecording(_ outcome: JSONValue) async throws(Stuck) {
        guard let record = records.last else { throw Stuck(why: "no recording is on") }
        now = now + .seconds(1)
        try await send(
            .recorded(
                record.record,
                RecordingOutcome(
                    duration: CallDuration(milliseconds: Int(outcome["duration"]?.number ?? 1000)),
                    uri: outcome["uri"]?.string ?? "file:///dev/null", size: Int(outcome["size"]?.number ?? 8000),
                    termchar: outcome["termchar"]?.string?.first.flatMap { DTMFKey($0) },
                    maxtime: outcome["maxtime"]?.isTrue ?? false)))
    }
}

extension PromptItem {
    /// What a caller makes of it; of audio its source, and what stands in for it.
    fileprivate var said: String {
        switch self {
        case .text(let text, _, _): text
        case .audio(let src, let alternate): "<\(src)> " + alternate.map(\.said).joined(separator: " ")
        case .pause, .mark: ""
        }
    }
}
