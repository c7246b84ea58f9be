import CallControl
import PluginKit

/// A way to send pages to a number.
protocol Transport: Sendable {
    /// Gets ready to hand a fax over under a tag, so that only the handing over itself is left.
    /// - Throws: `TransportTrouble`, as all of this.
    func prepare(_ job: FaxJob, _ pages: FaxPages, tag: String) async throws -> any Handover

    /// What became of a fax that may have been handed over under a tag; finishes what was begun, or takes it back.
    func find(_ tag: String, of job: FaxJob) async throws -> Found

    /// Lets a fax go that was handed over and is recorded. One that has gone stays as it is.
    func start(_ remote: String, of job: FaxJob) async throws

    /// Takes a fax back that was handed over under a tag and has not been let go.
    func withdraw(_ tag: String, of job: FaxJob) async throws

    /// How a fax stands that was handed over.
    func progress(of remote: String) async throws -> FaxProgress

    /// Removes what is left of the attempts of a fax that is recorded as handed over.
    func clean(_ job: FaxJob)
}

/// A fax that is ready to go.
protocol Handover: Sendable {
    /// Steps 6 and 7.
    /// - Returns: its name where it is now; nil when nothing more will be heard of it.
    func handOver(after: (Step) throws -> Void) async throws -> String?
}

enum Found: Sendable {
    /// It was not handed over, and will not be any more.
    case gone
    /// Its name where it is; nil when nothing more will be heard of it.
    case handedOver(String?)
}

enum FaxProgress: Hashable, Sendable {
    case underWay, sent
    /// It was not let go yet.
    case held
    /// And what is said of it there.
    case failed(Cause, String)
    /// What became of it is not known, and will not be; and why.
    case lost(String)
}

/// The fax server or the outbox is away.
struct TransportTrouble: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

/// Which transport a flow uses.
enum TransportChoice: Sendable {
    /// An absolute path.
    case folder(String)
    case hylafax(HylaFAXServer)

    init(_ configuration: PluginConfiguration) throws(PluginConfigurationError) {
        switch try configuration.choice("transport") ?? Kind.folder {
        case .folder: self = .folder(configuration.dataPath(try configuration.string("outbox") ?? "fax/outbox"))
        case .hylafax: self = .hylafax(try HylaFAXServer(configuration))
        }
    }

    private enum Kind: String, CaseIterable {
        case folder, hylafax
    }

    func make(_ call: MethodCall) -> any Transport {
        switch self {
        case .folder(let path): FolderTransport(path: path, call: call)
        case .hylafax(let server): HylaFAXTransport(server: server, call: call)
        }
    }
}
