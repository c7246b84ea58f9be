import ConfigurationFiles
import Fetching
import Yams

/// What flows may fetch: `allow` of a `dialtone.yaml`. Whatever it says, a document that came by HTTP reaches no file.
public struct FetchAccess: Hashable, Sendable {
    /// nil: any.
    public var hosts: [HostPattern]?
    /// Absolute paths; what lies below them may be read, links followed. nil: any.
    public var folders: [String]?

    public init(hosts: [HostPattern]? = nil, folders: [String]? = nil) {
        self.hosts = hosts
        self.folders = folders
    }

    /// Why a URI may not be fetched; nil: it may.
    /// - Parameter origin: the document that asks; nil: it is asked for from outside.
    func refusal(of uri: String, askedBy origin: String?) -> FetchFailure? {
        if let server = URIParts(uri) {
            guard let hosts, !hosts.contains(where: { $0.matches(server) }) else { return nil }
            return FetchFailure(.denied, uri, "'allow: hosts:' does not list \(server.host)")
        }
        let isFromServer = origin.map { !$0.hasPrefix("file:///") && FileURI.path(of: $0) == nil } ?? false
        guard isFromServer || folders != nil, let path = FileURI.path(of: uri) else { return nil }
        if isFromServer {
            return FetchFailure(.denied, uri, "a document from a server reaches no files")
        }
        guard let folders, !folders.contains(where: { FlowLocation(path).lies(under: $0) }) else { return nil }
        return FetchFailure(.denied, path, "it lies in no folder of 'allow: folders:'")
    }
}

extension FetchAccess {
    /// Reads the setting `allow`.
    init(_ node: Node, _ reader: YAMLReader) throws(ConfigurationError) {
        self.init()
        for entry in try reader.entries(of: node, "'allow'") {
            switch entry.name {
            case "hosts":
                var patterns: [HostPattern] = []
                for text in try reader.scalars(entry.value, "'hosts'") {
                    guard let pattern = HostPattern(text) else {
                        throw reader.error(
                            entry.value, "'\(text)' is no host: write www.example.com, *.example.com or a host:port")
                    }
                    patterns.append(pattern)
                }
                hosts = patterns
            case "folders": folders = try reader.scalars(entry.value, "'folders'")
            default: throw reader.unknown(entry, "hosts and folders")
            }
        }
    }
}
