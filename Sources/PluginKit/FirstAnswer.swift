import CallControl

/// Waits for an answer, but not for ever.
enum FirstAnswer {
    /// The answer of the work, or a failure when the limit passes or the task is cancelled before; the work's own task
    /// is cancelled then.
    static func of(limit: CallDuration, work: @escaping @Sendable () async -> PluginAnswer) async -> PluginAnswer {
        switch await TimeLimit.of(limit, work: work) {
        case .done(let answer): answer
        case .passed: .failure(what: PluginFailure.timeout, message: "the plugin did not answer in time")
        case .cancelled: .failure(what: PluginFailure.cancelled, message: nil)
        }
    }
}
