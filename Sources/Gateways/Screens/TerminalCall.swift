public import CallControl
public import CallHosting

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
    public func run() async -> Int32 { 0 }
}
