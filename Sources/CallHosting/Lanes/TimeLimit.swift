import PluginKit

/// Waits for work to be done, but not longer than a limit. Not a task group, which would wait for its last task.
package enum TimeLimit {
    /// The result of the work, or nil when the limit has passed before; the work then goes on unheard.
    package static func of<Success: Sendable>(
        _ limit: Duration, work: @escaping @Sendable () async -> Success
    ) async -> Success? {
        let first = FirstOf<Success?>()
        let timer = Task {
            try await Task.sleep(for: limit)
            first.give(nil)
        }
        defer { timer.cancel() }
        Task { first.give(await work()) }
        return await first.wait()
    }
}
