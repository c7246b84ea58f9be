/// How much patience there is with a plugin's program.
public struct ExternalPluginLimits: Hashable, Sendable {
    /// How many invocations may wait for an answer; more fail as `busy`. So many cancelled ones that it has not
    /// answered are a reason to end it.
    public var invocations = 1_000
    /// How much may wait to be sent, in bytes; what is more fails as `busy`, too.
    public var unsentBytes = 16 << 20
    /// In bytes, without the line feed; for both directions. A longer line of the program's ends it.
    public var lineLength = 1 << 20
    /// How long it may take to answer `start`.
    public var startTime = Duration.seconds(10)
    /// How long it may leave unread what it is sent.
    public var readTime = Duration.seconds(10)
    /// How long it may go on when its standard input is closed, and again when it got SIGTERM.
    public var endTime = Duration.seconds(2)
    /// How long after its end it is started anew: the least, doubled each time until an invocation is answered, up to
    /// the most.
    public var rest = Duration.milliseconds(100)...Duration.seconds(5)

    public init() {}
}
