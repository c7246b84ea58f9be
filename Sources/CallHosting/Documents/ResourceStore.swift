import CallControl
import Fetching
import Synchronization

/// What has been loaded, for all lanes: entering a document again costs a look at its files' stamps, or at what the
/// cache has of its server.
final class ResourceStore: Sendable {
    struct Key: Hashable, Sendable {
        var kind: Fetch.Kind
        var uri: String
        var charset: String?
        /// Who asks for data: not everybody may read it.
        var reader: String?
        /// The digest of what a server gave; nil for a file.
        var digest: String?
    }

    /// Bytes of memory, about, for all together. What alone takes more is kept alone.
    static let limit = 256 << 20

    private let loaded = Mutex(RecencyTable<Key, LoadedResource>(limit: limit))

    /// The resource as it was made last; what it was made of may have changed.
    subscript(key: Key) -> LoadedResource? { loaded.withLock { $0[key] } }

    func keep(_ resource: LoadedResource, for key: Key) {
        loaded.withLock { $0.insert(resource, for: key, cost: min(Self.limit, resource.memory)) }
    }
}
