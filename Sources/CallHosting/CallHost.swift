import CallControl
import Foundation
import Logging
import PluginKit
import Synchronization

/// Owns calls: the single door to them. Each call lives in one lane; scripts that take long hold up their lane only.
///
/// On the real clock events are posted, and what calls have to say goes to the sink, in order for each call. On the
/// virtual clock events are handled one after another, and the answer holds all that they led to.
public final class CallHost: Sendable {
    public let options: HostOptions
    private let directory: CallDirectory
    private let lanes: [Lane]
    private let sink: @Sendable ([CallOutput]) -> Void
    /// These stay in memory while nobody reads what calls say: they should be few.
    private let backlog = Backlog(limit: 1_000)
    /// What plugins want to be called for without a call; on the virtual clock nothing.
    private let recurring: RecurringMethods?

    /// The reason of the hang-up when a call does not come to rest.
    package static let norest = "dialtone.norest"

    /// How long final processing may take when everything ends.
    public static let finalProcessingLimit = Duration.milliseconds(finalProcessingTime.milliseconds)
    private static let finalProcessingTime = CallDuration.seconds(5)

    /// - Parameters:
    ///   - room: whether there is room for more of what calls on the real clock have to say.
    ///   - sink: gets it, from several lanes at once. It must be quick.
    public init(
        _ options: HostOptions = HostOptions(), room: OutputRoom = .unlimited,
        sink: @escaping @Sendable ([CallOutput]) -> Void = { _ in }
    ) {
        self.options = options
        self.sink = sink
        let count =
            options.clock == .virtual ? 1 : max(1, options.lanes ?? ProcessInfo.processInfo.activeProcessorCount)
        let directory = CallDirectory(lanes: count)
        let loader = DocumentLoader(
            plugins: options.plugins.catalog, properties: options.properties, access: options.access,
            scripts: options.scripts,
            logger: options.logsFetches ? options.logger : Logger(label: "") { _ in SwiftLogNoOpLogHandler() })
        self.directory = directory
        options.scripts.prepare(lanes: count)
        recurring =
            if options.clock == .real, case .linked(let plugins) = options.plugins {
                RecurringMethods(of: plugins, run: options.run, logger: options.logger)
            } else {
                nil
            }
        lanes = (0..<count).map { number in
            Lane(number: number, options: options, loader: loader, directory: directory, room: room, sink: sink)
        }
    }

    /// Whether a call with that id is in progress.
    func isInProgress(_ call: String) -> Bool { directory.lane(of: call) != nil }

    /// Virtual clock: handles events in their order. Each is answered by its call's commands and then one `wait` or
    /// the `end`, or by one `error`. When the task is cancelled, the events not yet begun are left out.
    public func handle(_ arrivals: [Arrival]) async -> [CallOutput] {
        await lanes[0].handle(arrivals)
    }

    /// Real clock: hands an event to its call. Waits while very many events are still to be handled.
    public func post(_ arrival: Arrival) async {
        let lane: Lane
        switch route(arrival) {
        case .success(let found): lane = found
        case .failure(let refusal): return sink([refusal.output])
        }
        let now = lane.clock.now
        await backlog.enter()
        lane.enqueue { [backlog] lane in
            backlog.leave()
            if case .event(.call(let start)) = arrival.occurrence {
                lane.begin(arrival, start, at: now)
            } else {
                lane.receive(arrival, at: now)
            }
        }
    }

    private func route(_ arrival: Arrival) -> Result<Lane, Refusal> {
        if case .event(.call) = arrival.occurrence {
            return directory.claim(arrival.call).map { .success(lanes[$0]) } ?? .failure(arrival.inProgress)
        }
        return directory.lane(of: arrival.call).map { .success(lanes[$0]) } ?? .failure(arrival.notInProgress)
    }

    /// Comes back when all that was posted before has been taken in, or after 5 s: a reader who takes nothing holds it up.
    public func finishPosted() async {
        _ = await TimeLimit.of(Self.finalProcessingTime) { [lanes] in
            for lane in lanes { await lane.finishWork() }
        }
    }

    /// Hangs up every call and lets final processing run, 5 s at most; each call has had its `end` then. Nothing may
    /// be handled or posted afterwards.
    /// - Returns: on the virtual clock what the calls had to say; on the real clock the sink gets it.
    public func hangUpAll() async -> [CallOutput] {
        await recurring?.end()
        let spoken = Spoken()
        _ = await TimeLimit.of(Self.finalProcessingTime) { [lanes, directory, clock = options.clock] in
            switch clock {
            case .virtual: await lanes[0].hangUpAll { spoken.append($0, of: $1) }
            case .real:
                for lane in lanes { lane.enqueue { $0.hangUpAll() } }
                await directory.waitUntilEmpty()
                // The last of them may still be speaking.
                for lane in lanes { await lane.finishWork() }
            }
        }
        let ends = directory.close().map { CallOutput.command(call: $0, .end(End(how: .hangup))) }
        if options.clock == .virtual { return spoken.take() + ends }
        if !ends.isEmpty { sink(ends) }
        return []
    }
}

/// What calls had to say while everything ends, in the order of their beginning.
private final class Spoken: Sendable {
    private let outputs = Mutex<[Int: [CallOutput]]>([:])

    func append(_ more: [CallOutput], of serial: Int) { outputs.withLock { $0[serial, default: []] += more } }

    func take() -> [CallOutput] { outputs.withLock { $0.sorted { $0.key < $1.key }.flatMap(\.value) } }
}
