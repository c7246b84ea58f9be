public import CallControl
public import CallHosting
import PluginKit
import Streams

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

    /// Runs to the end of the call, or to the end of input, a closed output or a signal to end, where the caller hangs
    /// up, whatever the call is at.
    /// - Returns: the exit status: 0, or 1 when the call ended by an error or did not come to rest.
    public func run() async -> Int32 {
        BrokenPipes.ignore()
        let departure = Departure()
        let input = InputReader(streams.input, watching: streams.output)
        let output = OutputWriter(streams.output) { departure.happen() }
        let errors = LogOutput(streams.errors)
        let signals = SignalWatch.termination { departure.happen() }
        defer { signals.cancel() }
        let host = CallHost(options(output))
        let calling = Task {
            var caller = PlainCaller(VirtualCall(host), output: output) { errors.write($0) }
            await caller.call(start, pressing: input)
            departure.happen()
            return caller.outcome
        }
        await departure.wait()
        calling.cancel()
        input.stop()
        output.release()
        var outcome = CallOutcome()
        if case .done(let reached) = await TimeLimit.of(.seconds(1), work: { await calling.value }) {
            outcome = reached
        }
        outcome.note(VirtualCall.Exchange(await host.hangUpAll()))
        await output.drain(patience: CallHost.finalProcessingLimit)
        await errors.drain()
        return outcome.isFailure ? 1 : 0
    }

    private func options(_ output: OutputWriter) -> HostOptions {
        var options = host
        options.clock = .virtual
        options.playback = .immediate
        options.logsFetches = false
        options.observer = ObserverPair(first: CallScreen(output, flow: start.flow), second: host.observer)
        return options
    }
}
