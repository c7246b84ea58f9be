import CallControl

/// Waits for the first of three: an answer, the end of the time limit, a cancellation.
///
/// Not a task group, which would wait for the losers too: a plugin that takes no notice of its cancellation must not
/// hold up the call.
enum FirstAnswer {
    /// The answer of the work, or a failure when the limit passes or the task is cancelled before; the work's own task
    /// is cancelled then.
    static func of(limit: CallDuration, work: @escaping @Sendable () async -> PluginAnswer) async -> PluginAnswer {
        guard limit > .zero else { return timeout }
        let first = FirstOf<PluginAnswer>()
        let worker = Task { first.give(await work()) }
        let timer = TimeLimits.shared.begin(limit) {
            first.give(timeout)
            worker.cancel()
        }
        defer { TimeLimits.shared.end(timer) }
        return await withTaskCancellationHandler {
            await first.wait()
        } onCancel: {
            first.give(.failure(what: PluginFailure.cancelled, message: nil))
            worker.cancel()
        }
    }

    private static let timeout = PluginAnswer.failure(
        what: PluginFailure.timeout, message: "the plugin did not answer in time")
}
