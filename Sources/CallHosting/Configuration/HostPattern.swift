import Fetching

/// Servers that may be asked: `www.example.com`, `www.example.com:8080`, or `*.example.com` for all names below.
public struct HostPattern: Hashable, Sendable {
    private let host: String
    private let port: Int?
    private let isForNamesBelow: Bool

    /// nil when it is none.
    public init?(_ text: String) {
        isForNamesBelow = text.hasPrefix("*.")
        guard !text.contains(where: { "/?#@ ".contains($0) }),
            let parts = URIParts("http://" + (isForNamesBelow ? text.dropFirst(2) : text[...])),
            !parts.host.contains("*")
        else { return nil }
        host = parts.host
        port = parts.port
    }

    /// Whether a server is one of them. Without a port each of its ports is.
    func matches(_ server: URIParts) -> Bool {
        guard port == nil || port == server.effectivePort else { return false }
        return isForNamesBelow ? server.host.hasSuffix("." + host) : server.host == host
    }
}
