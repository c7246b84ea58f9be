/// What a process of the engine may do before it is killed.
public struct IsolationLimits: Sendable {
    /// The CPU time of one evaluation in seconds, as the engine itself can limit it.
    public var evaluationTime = 0.25
    /// How long an evaluation may take in all; more than that no lane is held up.
    public var answerTime = Duration.milliseconds(800)
    /// How much a process may grow beyond what it takes when it is ready (some 60 MB), in bytes. It is looked at every few
    /// milliseconds, in which it may grow by some dozen megabytes more.
    public var growth = 160 << 20
    /// A process that has kept more than this after an evaluation is replaced.
    public var keptGrowth = 64 << 20
    /// How long a process may take to start.
    public var startTime = Duration.seconds(10)
    /// How long to wait before the next start when one has failed: longer each time.
    public var startPause = Duration.milliseconds(200)...Duration.seconds(10)

    public init() {}
}
