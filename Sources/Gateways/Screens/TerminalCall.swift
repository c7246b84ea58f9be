public import CallControl
public import CallHosting
import Glibc
import Streams

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

    /// Runs to the end of the call, or to a signal to end or a closed terminal, where the caller hangs up. The terminal is
    /// as it was before, however this ends.
    /// - Returns: the exit status: 0, or 1 when the call ended by an error or did not come to rest.
    public func run() async -> Int32 {
        BrokenPipes.ignore()
        let departure = Departure()
        let input = InputReader(streams.input, watching: streams.output)
        let output = OutputWriter(streams.output) { departure.happen() }
        let errors = LogOutput(streams.errors)
        let (outputs, said) = AsyncStream.makeStream(of: CallOutput.self)
        let host = CallHost(options(output)) { outputs in
            for output in outputs { said.yield(output) }
        }
        let terminal = RawTerminal(streams.input)
        defer { if terminal != nil { RawTerminal.restore() } }
        // Ctrl-\ too: it would leave the terminal as it is now.
        let signals = SignalWatch(SignalWatch.terminating + [SIGQUIT]) { departure.happen() }
        defer { signals.cancel() }

        let id = "call"
        await host.post(Arrival(id, .call(start)))
        let keys = Task {
            await pass(input, to: host, as: id)
            departure.happen()
        }
        let line = Task {
            let outcome = await answer(outputs, to: host, as: id) { errors.write($0) }
            departure.happen()
            return outcome
        }
        await departure.wait()
        input.stop()
        keys.cancel()
        _ = await host.hangUpAll()
        said.finish()
        let outcome = await line.value
        await output.drain(patience: CallHost.finalProcessingLimit)
        await errors.drain()
        return outcome.isFailure ? 1 : 0
    }

    /// Answers what only a gateway could do, to the end of the call.
    private func answer(
        _ outputs: AsyncStream<CallOutput>, to host: CallHost, as id: String, report: (String) -> Void
    ) async -> CallOutcome {
        var outcome = CallOutcome()
        for await output in outputs {
            outcome.note(output)
            if outcome.end != nil { break }
            if case .error(line: nil, call: _, let message) = output { report(message) }
            guard case .command(call: _, let command) = output, let answer = UnattendedLine.answer(to: command) else {
                continue
            }
            await post(answer, to: host, as: id)
        }
        return outcome
    }

    /// With a line, by which it is known when it is refused: then it has crossed with the end of the call, and nothing is
    /// wrong.
    private func post(_ event: CallEvent, to host: CallHost, as id: String) async {
        await host.post(Arrival(id, event, line: 1))
    }

    private func options(_ output: OutputWriter) -> HostOptions {
        var options = host
        options.clock = .real
        options.playback = .estimate
        options.logsFetches = false
        options.lanes = 1
        let columns = min(RawTerminal.columns(of: streams.output) ?? 80, 80)
        options.observer = ObserverPair(
            first: CallScreen(output, columns: columns, flow: start.flow), second: host.observer)
        return options
    }

    /// Presses what is typed, until the caller hangs up.
    private func pass(_ input: InputReader, to host: CallHost, as id: String) async {
        var reader = KeyReader()
        while let bytes = await input.next() {
            for item in reader.read(bytes) {
                switch item {
                case .key(let key): await post(.keys([key]), to: host, as: id)
                case .hangUp: return
                // A slip of the fingers; waiting needs no key here.
                case .wait, .unknown: break
                }
            }
        }
    }
}
