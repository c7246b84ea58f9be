public import CallControl
public import CallHosting
import Glibc

/// One call whose keys come as plain characters (`--format keys` on a pipe), shown as readable text: on the virtual
/// clock, each key pressed when the call next rests. White space is nothing, `~` lets the next timer fire; anything
/// else is reported and skipped. At the end of input the caller hangs up.
public struct PlainKeys: Sendable {
    public let start: CallStart
    public let host: HostOptions
    public let streams: GatewayStreams

    /// - Parameters:
    ///   - start: the call; `start.flow` is a `FlowLocation`'s `uri`.
    ///   - host: its clock and playback are replaced by virtual and immediate; an observer of its own stays.
    public init(_ start: CallStart, host: HostOptions = HostOptions(), streams: GatewayStreams = GatewayStreams()) {
        self.start = start
        self.host = host
        self.streams = streams
    }

    /// Runs to the end of the call, or to the end of input or a signal to end, where the caller hangs up.
    /// - Returns: the exit status: 0, or 1 when the call ended by an error.
    public func run() async -> Int32 {
        ignoreBrokenPipes()
        let input = InputReader(streams.input, watching: streams.output)
        let output = OutputWriter(streams.output) { input.stop() }
        let errors = OutputWriter(streams.errors)
        let signals = SignalWatch.termination { input.stop() }
        defer { signals.cancel() }
        var options = host
        options.clock = .virtual
        options.playback = .immediate
        options.observer = ObserverPair(first: CallScreen(output, flow: start.flow), second: host.observer)

        var caller = PlainCaller(VirtualCall(CallHost(options)))
        var reader = KeyReader()
        await caller.give(.call(start))
        while !caller.hasEnded, let bytes = await input.next() {
            for item in reader.read(bytes) where !caller.hasEnded && !input.hasStopped {
                if let complaint = await caller.act(item) { errors.write(Array((complaint + "\n").utf8)) }
            }
        }
        await caller.give(.hangup(reason: nil))
        await output.drain(patience: CallHost.finalProcessingLimit)
        await errors.drain(patience: CallHost.finalProcessingLimit)
        return caller.end?.how == .error ? 1 : 0
    }
}

/// The caller of one call on the virtual clock, who acts whenever the call rests.
private struct PlainCaller {
    private let call: VirtualCall
    private var rest: CallRest?
    private(set) var end: End?

    init(_ call: VirtualCall) { self.call = call }

    var hasEnded: Bool { end != nil }

    /// Does what a character says.
    /// - Returns: what is to be reported.
    mutating func act(_ input: KeyReader.Input) async -> String? {
        switch input {
        case .key(let key): await give(.keys([key]))
        case .hangUp: await give(.hangup(reason: nil))
        case .wait:
            guard let until = rest?.until else { return "~: the call waits for no timer" }
            await take(await call.tick(to: until))
        case .unknown(let what): return "\(what) is no key and is skipped"
        }
        return nil
    }

    mutating func give(_ event: CallEvent) async {
        if !hasEnded { await take(await call.send(event)) }
    }

    private mutating func take(_ exchange: VirtualCall.Exchange) async {
        var waiting = [exchange]
        while let exchange = waiting.popLast() {
            rest = exchange.rest
            for command in exchange.commands {
                if case .end(let end) = command { self.end = end }
            }
            guard !hasEnded, let answer = exchange.commands.compactMap(UnattendedLine.answer).last else { continue }
            waiting.append(await call.send(answer))
        }
    }
}
