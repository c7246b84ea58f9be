public import CallControl
public import CallHosting
import Glibc

/// One call on a terminal, by the real clock: prompts appear as text and take as long as reading them takes, keys are
/// typed without Enter, Ctrl-D hangs up.
public struct TerminalCall: Sendable {
    public let start: CallStart
    public let host: HostOptions
    public let streams: GatewayStreams

    /// - Parameters:
    ///   - start: the call; `start.flow` is a `FlowLocation`'s `uri`.
    ///   - host: its clock and playback are replaced by real and estimate; an observer of its own stays.
    public init(_ start: CallStart, host: HostOptions = HostOptions(), streams: GatewayStreams = GatewayStreams()) {
        self.start = start
        self.host = host
        self.streams = streams
    }

    /// Runs to the end of the call. The terminal is as it was before, however this ends.
    /// - Returns: the exit status: 0, or 1 when the call ended by an error.
    public func run() async -> Int32 {
        ignoreBrokenPipes()
        let input = InputReader(streams.input, watching: streams.output)
        let output = OutputWriter(streams.output) { input.stop() }
        let (commands, calls) = AsyncStream.makeStream(of: CallCommand.self)
        let host = CallHost(options(output)) { outputs in
            for case .command(call: _, let command) in outputs { calls.yield(command) }
        }
        let terminal = RawTerminal(streams.input)
        defer { if terminal != nil { RawTerminal.restore() } }
        let signals = SignalWatch.termination { input.stop() }
        defer { signals.cancel() }

        let id = "call"
        await host.post(Arrival(id, .call(start)))
        let keys = Task { await pass(input, to: host, as: id) }
        var end: End?
        for await command in commands {
            if case .end(let how) = command {
                end = how
                break
            }
            if let answer = UnattendedLine.answer(to: command) { await host.post(Arrival(id, answer)) }
        }
        input.stop()
        keys.cancel()
        await output.drain(patience: CallHost.finalProcessingLimit)
        return end?.how == .error ? 1 : 0
    }

    private func options(_ output: OutputWriter) -> HostOptions {
        var options = host
        options.clock = .real
        options.playback = .estimate
        options.lanes = 1
        let columns = min(RawTerminal.columns(of: streams.output) ?? 80, 80)
        options.observer = ObserverPair(
            first: CallScreen(output, columns: columns, flow: start.flow), second: host.observer)
        return options
    }

    /// Presses what is typed; the end of it is the caller's hanging up.
    private func pass(_ input: InputReader, to host: CallHost, as id: String) async {
        var reader = KeyReader()
        while let bytes = await input.next() {
            for item in reader.read(bytes) {
                switch item {
                case .key(let key): await host.post(Arrival(id, .keys([key])))
                case .hangUp: return await host.post(Arrival(id, .hangup(reason: nil)))
                // A slip of the fingers; waiting needs no key here.
                case .wait, .unknown: break
                }
            }
        }
        await host.post(Arrival(id, .hangup(reason: nil)))
    }
}
