import CallControl
public import ConfigurationFiles
import Synchronization

/// The hosts of a run whose calls may name their own flows: a flow in a folder with a `dialtone.yaml` of its own has
/// that folder's plugins, properties and access, by a host that is made for its first call. All others have those of
/// the run.
public final class FlowHosts: Sendable {
    /// The options of the host for a folder's flows.
    public typealias SetUp = @Sendable (_ folder: String) throws(ConfigurationError) -> HostOptions

    private let first: CallHost
    /// The folder that the run's own options are of.
    private let folder: String?
    /// With a slash at its end.
    private let folderURI: String?
    private let setUp: SetUp
    private let others = Mutex<[String: CallHost]>([:])
    private let room: OutputRoom
    private let sink: @Sendable ([CallOutput]) -> Void

    /// - Parameters:
    ///   - options: those of the run, whose clock all have.
    ///   - folder: the folder whose `dialtone.yaml` they come from, absolute.
    ///   - setUp: called once for each other folder, unless it throws.
    ///   - room: as for `CallHost`; so is `sink`.
    public init(
        _ options: HostOptions, of folder: String?, setUp: @escaping SetUp, room: OutputRoom = .unlimited,
        sink: @escaping @Sendable ([CallOutput]) -> Void = { _ in }
    ) {
        first = CallHost(options, room: room, sink: sink)
        self.folder = folder
        folderURI = folder.map { FileURI.uri(ofPath: $0 == "/" ? $0 : $0 + "/") }
        self.setUp = setUp
        self.room = room
        self.sink = sink
    }

    /// See `CallHost`.
    public func post(_ arrival: Arrival) async {
        switch host(of: arrival) {
        case .success(let host): await host.post(arrival)
        case .failure(let refusal): sink([refusal.output])
        }
    }

    /// See `CallHost`.
    public func handle(_ arrivals: [Arrival]) async -> [CallOutput] {
        var outputs: [CallOutput] = []
        var rest = arrivals[...]
        while let arrival = rest.first, !Task.isCancelled {
            let common = others.withLock(\.isEmpty) ? rest.prefix { ownFolder(of: $0) == nil } : []
            if common.isEmpty {
                outputs += await handle(arrival)
                rest.removeFirst()
            } else {
                outputs += await first.handle(Array(common))
                rest.removeFirst(common.count)
            }
        }
        return outputs
    }

    private func handle(_ arrival: Arrival) async -> [CallOutput] {
        switch host(of: arrival) {
        case .success(let host): await host.handle([arrival])
        case .failure(let refusal): [refusal.output]
        }
    }

    /// See `CallHost`; all hosts at the same time.
    public func finishPosted() async {
        await withTaskGroup(of: Void.self) { [all] group in
            for host in all { group.addTask { await host.finishPosted() } }
        }
    }

    private var all: [CallHost] { [first] + others.withLock { $0.sorted { $0.key < $1.key }.map(\.value) } }

    /// See `CallHost`; all hosts at the same time.
    public func hangUpAll() async -> [CallOutput] {
        let all = all
        return await withTaskGroup(of: (Int, [CallOutput]).self) { group in
            for (number, host) in all.enumerated() { group.addTask { (number, await host.hangUpAll()) } }
            var outputs = all.map { _ in [CallOutput]() }
            for await (number, said) in group { outputs[number] = said }
            return outputs.flatMap { $0 }
        }
    }

    /// The host of an event's call. For one that nobody has, the run's own says so.
    private func host(of arrival: Arrival) -> Result<CallHost, Refusal> {
        let holder = others.withLock { $0.values.first { $0.isInProgress(arrival.call) } }
        guard case .event(.call) = arrival.occurrence else { return .success(holder ?? first) }
        if holder != nil { return .failure(arrival.inProgress) }
        guard let folder = ownFolder(of: arrival) else { return .success(first) }
        guard !first.isInProgress(arrival.call) else { return .failure(arrival.inProgress) }
        do throws(ConfigurationError) {
            return .success(try host(for: folder))
        } catch {
            return .failure(arrival.refusal("the flow cannot be set up: \(error)"))
        }
    }

    /// The folder of a `call`'s flow, if it has a configuration other than the run's.
    private func ownFolder(of arrival: Arrival) -> String? {
        guard case .event(.call(let start)) = arrival.occurrence, !isPlainlyOurs(start.flow),
            let folder = FlowLocation(start.flow).folder, folder != self.folder,
            FlowConfiguration.exists(inFolder: folder)
        else { return nil }
        return folder
    }

    /// Whether a URI is of a file in the run's folder, which most calls' is, as far as that can be told without a look.
    private func isPlainlyOurs(_ uri: String) -> Bool {
        guard let folderURI, uri.utf8.starts(with: folderURI.utf8) else { return false }
        return !uri.utf8.dropFirst(folderURI.utf8.count).contains(UInt8(ascii: "/"))
    }

    private func host(for folder: String) throws(ConfigurationError) -> CallHost {
        try others.withLock { (others) throws(ConfigurationError) in
            if let known = others[folder] { return known }
            let host = CallHost(try setUp(folder), room: room, sink: sink)
            others[folder] = host
            return host
        }
    }
}
