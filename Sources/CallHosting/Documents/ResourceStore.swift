import CallControl
import Synchronization

/// What has been loaded, for all lanes: entering a document again costs a look at its files' stamps.
final class ResourceStore: Sendable {
    private struct Key: Hashable {
        var kind: Fetch.Kind
        var uri: String
    }

    private let loaded = Mutex<[Key: LoadedResource]>([:])

    /// Flows that compute their URIs must not make the store grow for ever.
    private static let limit = 10_000

    /// The resource, if its files are still those that it was made of; else what `load` brings.
    func resource(_ fetch: Fetch, load: () -> LoadedResource) -> LoadedResource {
        let key = Key(kind: fetch.kind, uri: fetch.uri)
        if let known = loaded.withLock({ $0[key] }), known.files.allSatisfy(\.isFresh) { return known }
        let fresh = load()
        loaded.withLock { loaded in
            if loaded.count >= Self.limit { loaded = [:] }
            loaded[key] = fresh
        }
        return fresh
    }
}
