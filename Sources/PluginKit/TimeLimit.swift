package import CallControl

/// Work that is not waited for longer than a limit.
///
/// Not a task group, which would wait for the losers too: what takes no notice of its cancellation must hold up nobody.
package enum TimeLimit {
    /// The first of three.
    package enum Outcome<Success: Sendable>: Sendable {
        case done(Success)
        /// The limit has passed.
        case passed
        /// Whoever waits has been cancelled.
        case cancelled
    }

    /// Waits for work, which is cancelled when nobody waits for it any more.
    package static func of<Success: Sendable>(
        _ limit: CallDuration, work: @escaping @Sendable () async -> Success
    ) async -> Outcome<Success> {
        guard limit > .zero else { return .passed }
        let first = FirstOf<Outcome<Success>>()
        let worker = Task { first.give(.done(await work())) }
        let timer = TimeLimits.shared.begin(limit) {
            first.give(.passed)
            worker.cancel()
        }
        defer { TimeLimits.shared.end(timer) }
        return await withTaskCancellationHandler {
            await first.wait()
        } onCancel: {
            first.give(.cancelled)
            worker.cancel()
        }
    }
}
