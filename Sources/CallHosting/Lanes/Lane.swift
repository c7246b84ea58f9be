import CallControl
import Dispatch
import FormInterpreter
import PluginKit

/// Some of the host's calls, with a script engine of their own. What one of them does holds up the others of the lane
/// and nobody else.
actor Lane {
    nonisolated let executor: LaneExecutor
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    let options: HostOptions
    let directory: CallDirectory
    private let loader: DocumentLoader
    /// Real clock: by which its calls live.
    nonisolated let clock = LaneClock()
    nonisolated let room: OutputRoom
    /// Real clock: gets what calls have to say.
    let sink: @Sendable ([CallOutput]) -> Void
    var calls: [ExactString: Call] = [:]
    private var callsBegun = 0
    /// Virtual clock: how many calls had an id, since nothing else tells the second from the first.
    private var namesakes: [ExactString: Int] = [:]
    /// Made for the first call: a script engine takes a while to start.
    private lazy var context = LaneContext(
        options: options, loader: loader,
        fetched: { [weak self] reply in self?.enqueueNow { $0.fetched(reply, at: $1) } },
        answered: { [weak self] reply in self?.enqueueNow { $0.returned(reply, at: $1) } })

    // Real clock
    var arrivals: [Int: (call: Call, at: LaneMoment)] = [:]
    var deadlines = DeadlineQueue()
    var alarm: Alarm?

    init(
        number: Int, options: HostOptions, loader: DocumentLoader, directory: CallDirectory,
        room: OutputRoom, sink: @escaping @Sendable ([CallOutput]) -> Void
    ) {
        executor = LaneExecutor(label: "lane \(number)")
        self.options = options
        self.loader = loader
        self.directory = directory
        self.room = room
        self.sink = sink
    }

    /// Does something in the lane, after all that was enqueued before.
    nonisolated func enqueue(_ work: @escaping @Sendable (isolated Lane) -> Void) {
        executor.queue.async { self.assumeIsolated { work($0) } }
    }

    /// As above, and says when it was enqueued.
    nonisolated private func enqueueNow(_ work: @escaping @Sendable (isolated Lane, LaneMoment) -> Void) {
        let now = clock.now
        enqueue { work($0, now) }
    }

    /// Comes back when all that was enqueued before is done. Not by an empty method of the actor, for which the
    /// compiler need not change to the lane.
    nonisolated func finishWork() async {
        await withCheckedContinuation { continuation in enqueue { _ in continuation.resume() } }
    }

    /// A new call, which has a place in the directory.
    func open(_ id: String, _ start: CallStart) -> Call {
        callsBegun += 1
        let key = ExactString(id)
        let call = Call(id: id, serial: callsBegun, namesakes: count(key), start: start, lane: context)
        calls[key] = call
        return call
    }

    /// How many earlier calls had that id.
    private func count(_ id: ExactString) -> Int {
        guard options.clock == .virtual else { return 0 }
        defer { namesakes[id, default: 0] += 1 }
        return namesakes[id] ?? 0
    }

    /// Tells the observer what is certain now, and closes a call that has ended.
    /// - Returns: what the call had to say.
    func settle(_ call: Call) -> [CallOutput] {
        if let observer = options.observer {
            for entry in call.takeJournal() {
                switch entry {
                case .event(let event, let at, let isSensitive):
                    observer.record(call: call.id, event: event, at: at, isSensitive: isSensitive)
                case .command(let command, let at): observer.record(call: call.id, command: command, at: at)
                }
            }
        }
        if let end = call.state.end, calls[ExactString(call.id)] === call { close(call, end) }
        context.forgetResources(besidesThoseOf: calls.values)
        return call.takeOutputs()
    }

    /// Lets plugins know of a call's end, off the lane, also while that stands still. (On the virtual clock they know
    /// before the end is reported.)
    nonisolated private func bid(_ farewell: Farewell) {
        directory.beginFarewell()
        Task {
            let failures = await farewell.run()
            enqueue { lane in
                lane.note(failures)
                lane.directory.endFarewell()
            }
        }
    }

    func note(_ failures: [String: PluginAnswer]) { context.note(failures) }

    private func close(_ call: Call, _ end: End) {
        for task in call.tasks.values { task.cancel() }
        call.cancelFetch()
        calls[ExactString(call.id)] = nil
        deadlines.set(nil, for: call.serial)
        arrivals[call.serial] = nil
        if let farewell = call.takeFarewell() { bid(farewell) }
        directory.release(call.id)
        let session = call.state.session
        let record = CallRecord(
            call: call.id, start: call.start, duration: call.state.now + call.stoodStill - .start, path: session.path,
            pluginCalls: call.state.pluginCalls.calls, sensitiveKeys: session.sensitiveKeys,
            unusedKeys: session.unusedKeys, end: end)
        options.observer?.ended(record)
        options.onEnd?(record)
    }
}
