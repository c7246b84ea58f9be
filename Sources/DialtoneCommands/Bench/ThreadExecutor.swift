import Foundation
import Synchronization

/// Runs tasks on a thread of its own, which they may block. It ends with the executor.
final class ThreadExecutor: TaskExecutor {
    private let jobs: JobQueue

    init(name: String) {
        let jobs = JobQueue()
        self.jobs = jobs
        let thread = Thread { while let job = jobs.next() { job() } }
        thread.name = name
        thread.start()
    }

    deinit { jobs.close() }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let executor = asUnownedTaskExecutor()
        jobs.append { job.runSynchronously(on: executor) }
    }
}

/// Work for one thread.
private final class JobQueue: Sendable {
    private struct State {
        var jobs: [@Sendable () -> Void] = []
        var isClosed = false
    }

    private let state = Mutex(State())
    private let count = DispatchSemaphore(value: 0)

    func append(_ job: @escaping @Sendable () -> Void) {
        state.withLock { $0.jobs.append(job) }
        count.signal()
    }

    /// Waits for work; nil: there will be none.
    func next() -> (@Sendable () -> Void)? {
        count.wait()
        return state.withLock { $0.jobs.isEmpty ? nil : $0.jobs.removeFirst() }
    }

    func close() { count.signal() }
}
