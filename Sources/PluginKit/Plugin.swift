public import CallControl
public import PluginManifests

/// A plugin: what a flow asks by `<object classid="method://PLUGIN/METHOD">`.
public protocol Plugin: Sendable {
    var manifest: PluginManifest { get }

    /// Calls a method. The task is cancelled when the caller hangs up or the time limit passes.
    /// - Parameter parameters: an object whose members have been checked against the manifest.
    /// - Returns: an object; what a flow should expect (not found, locked) is a field of it.
    /// - Throws: `PluginFailure`; anything else becomes `error.plugin.PLUGIN.internal`.
    func invoke(_ method: String, parameters: JSONValue, context: PluginContext) async throws -> JSONValue

    /// A call that has invoked this plugin has ended, however it ended: gives free what the plugin holds for it.
    ///
    /// It comes once, when no invocation of the call is at work any more (one that takes no notice of its cancellation
    /// is not waited for). A process that is killed does not tell it, so what is held needs an end of its own, too; and
    /// it may be told of a call for which nothing is held, or told again. The task is cancelled at the deadline.
    /// - Parameter context: as in the call's invocations, with the same `session`; `now` is the end of the call.
    /// - Throws: what goes wrong, for the log: nobody hears of it any more.
    func callEnded(_ context: PluginContext) async throws

    /// Ends what does not end by itself, such as a process. Nothing is invoked afterwards.
    func stop() async
}

extension Plugin {
    public func callEnded(_ context: PluginContext) async throws {}

    public func stop() async {}
}

/// What a plugin may know of the call: its only clock and its only source of randomness.
public struct PluginContext: Hashable, Sendable {
    /// The call's id as the gateway gave it.
    public var call: String
    public var from: String
    public var to: String
    /// The call's wall-clock time now: its start and what has passed since.
    public var now: WallClockTime
    public var seed: UInt64
    public var locale: String
    /// When the answer is no longer awaited, by the same clock as `now`.
    public var deadline: WallClockTime
    /// Stays the same over retries and resume: what carries it again must do nothing twice. Before its last slash it
    /// is the same for all invocations of a call, and another for each call of every process.
    public var invocation: String

    public init(
        call: String, from: String, to: String, now: WallClockTime, seed: UInt64, locale: String,
        deadline: WallClockTime, invocation: String
    ) {
        self.call = call
        self.from = from
        self.to = to
        self.now = now
        self.seed = seed
        self.locale = locale
        self.deadline = deadline
        self.invocation = invocation
    }
}

/// A failure of a plugin: `error.plugin.PLUGIN.<what>` in the flow.
public struct PluginFailure: Error, Hashable, Sendable {
    public var what: String
    public var message: String

    public init(_ what: String, _ message: String) {
        self.what = what
        self.message = message
    }
}
