import CallControl
public import CallHosting
import PluginKit
import Streams

/// The gateway protocol, version 1: NDJSON, any number of calls over one pair of pipes.
public struct Lines: Sendable {
    public struct Options: Sendable {
        /// Those of FLOW's folder, without FLOW of the working folder.
        public var host: HostOptions
        /// Those of another folder with a `dialtone.yaml` of its own, whose flow a `call` names.
        public var setUp: FlowHosts.SetUp
        /// FLOW of the command line; nil: each `call` names its own.
        public var flow: FlowLocation?
        /// Refuses flows that lie elsewhere: the path of a folder.
        public var flowsUnder: String?
        /// Writes the `ready` command first.
        public var hello: Bool
        /// Whether SIGINT, SIGTERM and SIGHUP end the run as the end of input does.
        public var endsAtSignals: Bool

        public init(
            host: HostOptions = HostOptions(), setUp: @escaping FlowHosts.SetUp, flow: FlowLocation? = nil,
            flowsUnder: String? = nil,
            hello: Bool = false, endsAtSignals: Bool = true
        ) {
            self.host = host
            self.setUp = setUp
            self.flow = flow
            self.flowsUnder = flowsUnder
            self.hello = hello
            self.endsAtSignals = endsAtSignals
        }
    }

    public let options: Options
    public let streams: GatewayStreams
    /// While more bytes of commands wait for the gateway to read them, no event is read and no call goes on.
    var outputLimit = OutputWriter.limit

    public init(_ options: Options, streams: GatewayStreams = GatewayStreams()) {
        self.options = options
        self.streams = streams
    }

    /// Runs until the gateway is gone: the end of input, a closed output, or a signal. Every call has ended then.
    /// - Returns: the exit status: 0.
    public func run() async -> Int32 { await run(until: Departure()) }

    /// - Parameter departure: ends the run when it happens.
    func run(until departure: Departure) async -> Int32 {
        BrokenPipes.ignore()
        let input = InputReader(streams.input, watching: streams.output)
        let output = OutputWriter(streams.output, limit: outputLimit) { departure.happen() }
        let room = OutputRoom(isThere: { output.hasRoom }, wait: { await output.waitForRoom() })
        let folder = (options.flow ?? FlowLocation(".")).folder
        let host = FlowHosts(options.host, of: folder, setUp: options.setUp, room: room) {
            output.write(CommandWriter.lines($0))
        }
        let signals = options.endsAtSignals ? SignalWatch.termination { departure.happen() } : nil
        if options.hello { output.write(CommandWriter.ready) }

        let pump = Task {
            await LinePump(options: options, host: host, input: input, output: output).run()
            // The end of input hangs up behind what was written before it, also while a slow reader holds that up.
            if !Task.isCancelled { await host.finishPosted() }
            departure.happen()
        }
        await departure.wait()
        pump.cancel()
        input.stop()
        output.release()
        // What it was at comes before the farewells, unless it takes too long.
        _ = await TimeLimit.of(.seconds(1)) { await pump.value }
        output.write(CommandWriter.lines(await host.hangUpAll()))
        await output.drain(patience: CallHost.finalProcessingLimit)
        signals?.cancel()
        return 0
    }
}
