import Dispatch

// Lanes stand still while nobody takes what their calls say. So little is in memory, and no caller is taken for silent
// who was never heard: keys that were pressed meanwhile come first when it goes on.
extension Lane {
    /// Stands still as soon as what is being done is done, until there is room again. What is enqueued meanwhile comes
    /// after that in its order. (Not isolated: a task of the lane would stand still, too.)
    nonisolated func pause() {
        guard clock.stop() else { return }
        executor.queue.suspend()
        Task {
            // When everything ends, the lane does what is left to do, but no time passes: nobody would hear what timers
            // lead to.
            if await room.wait() {
                clock.goOn()
                enqueue { $0.setAlarm() }
            }
            executor.queue.resume()
        }
    }

    /// Whether room is no longer waited for: no more calls begin.
    var isGivenUp: Bool { clock.isStopped }
}
