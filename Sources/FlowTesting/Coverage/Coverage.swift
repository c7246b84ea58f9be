import CallControl
import CallHosting
public import DialogMachines
import FormInterpreter
import Synchronization

/// Gathers what the calls of transcripts come to, document by document.
public final class Coverage: Sendable {
    private struct State {
        var flowFolders: Set<String> = []
        /// By the URI of the document.
        var reached: [String: Set<MachinePart>] = [:]
    }

    private let state = Mutex(State())

    public init() {}

    /// The folders of the flows that were called, absolute, in the order of their names.
    public var flowFolders: [String] { state.withLock { $0.flowFolders.sorted() } }

    func began(_ flow: FlowLocation) {
        guard let folder = flow.folder else { return }
        state.withLock { _ = $0.flowFolders.insert(folder) }
    }

    func reached(_ part: MachinePart, of machine: DialogMachine) {
        state.withLock { _ = $0.reached[machine.id.uri, default: []].insert(part) }
    }

    /// What has been come to of these documents, and what not.
    /// - Parameter flow: how people call the flow.
    public func report(of machines: [DialogMachine], flow: String) -> CoverageReport {
        let reached = state.withLock { $0.reached }
        return CoverageReport(
            flow: flow,
            places: machines.flatMap { $0.coverablePlaces(reached: reached[$0.id.uri] ?? []) })
    }
}
