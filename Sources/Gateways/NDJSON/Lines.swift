public import CallHosting

/// The gateway protocol, version 1: NDJSON, any number of calls over one pair of pipes.
public struct Lines: Sendable {
    public struct Options: Sendable {
        public var host: HostOptions
        /// FLOW of the command line; nil: each `call` names its own.
        public var flow: FlowLocation?
        /// Refuses flows that lie elsewhere: the path of a folder.
        public var flowsUnder: String?
        /// Writes the `ready` command first.
        public var hello: Bool
        /// Whether SIGTERM ends the run as the end of input does.
        public var endsAtSIGTERM: Bool

        public init(
            host: HostOptions = HostOptions(), flow: FlowLocation? = nil, flowsUnder: String? = nil,
            hello: Bool = false, endsAtSIGTERM: Bool = true
        ) {
            self.host = host
            self.flow = flow
            self.flowsUnder = flowsUnder
            self.hello = hello
            self.endsAtSIGTERM = endsAtSIGTERM
        }
    }

    public let options: Options
    public let streams: GatewayStreams

    public init(_ options: Options, streams: GatewayStreams = GatewayStreams()) {
        self.options = options
        self.streams = streams
    }

    /// Runs until the gateway is gone: the end of input, a closed output, or SIGTERM. Every call has ended then.
    /// - Returns: the exit status: 0.
    public func run() async -> Int32 { 0 }
}
