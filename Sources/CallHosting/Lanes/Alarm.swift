import Dispatch

/// Wakes a lane at one moment.
final class Alarm {
    private let timer: any DispatchSourceTimer
    private var isSetFor: MonotonicTime?

    /// - Parameter ring: called on the queue.
    init(on queue: DispatchQueue, ring: @escaping @Sendable () -> Void) {
        timer = DispatchSource.makeTimerSource(queue: queue)
        timer.setEventHandler(handler: ring)
        timer.activate()
    }

    deinit { timer.cancel() }

    /// Makes it ring at that moment, or earlier if it was set so before: a needless ring costs less than setting it
    /// anew for each event. nil: there is no need.
    func set(for moment: MonotonicTime?) {
        guard let moment, moment < isSetFor ?? MonotonicTime(nanoseconds: .max) else { return }
        isSetFor = moment
        timer.schedule(deadline: moment.dispatchTime, leeway: .milliseconds(1))
    }

    /// It has rung.
    func reset() { isSetFor = nil }
}
