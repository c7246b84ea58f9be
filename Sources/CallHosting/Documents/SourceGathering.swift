import CallControl
import Crypto
import Diagnostics
import Fetching
import Grammars
import MarkupReader

/// The bytes of a document, a grammar or a script.
struct Source: Sendable {
    /// Where they came from, redirects followed: the base of what they refer to.
    var uri: String
    var bytes: [UInt8]
    /// The encoding that the server named.
    var charset: String?
    /// As diagnostics name it.
    var file: String

    init(uri: String, bytes: [UInt8], charset: String? = nil) {
        self.uri = uri
        self.bytes = bytes
        self.charset = charset
        file = FileURI.path(of: uri) ?? URIReference.readable(uri)
    }
}

/// Reads the sources that a resource is made of, and remembers which they were. Files it reads itself; what stands on
/// a server must have been fetched.
struct SourceGathering {
    /// What was fetched for this resource, by the URI that was asked for.
    let fetched: [String: Result<FetchedContent, FetchFailure>]
    let access: FetchAccess
    /// What the cache has.
    let cached: (String) -> FetchedContent?
    private(set) var editions: [SourceEdition] = []
    /// What must be fetched before the resource can be made.
    private(set) var wanted: [String] = []
    /// Bytes read so far.
    private(set) var size = 0
    /// Made with the first source: most resources are known.
    private var hasher: SHA256?

    init(
        fetched: [String: Result<FetchedContent, FetchFailure>] = [:], access: FetchAccess = FetchAccess(),
        cached: @escaping (String) -> FetchedContent? = { _ in nil }
    ) {
        self.fetched = fetched
        self.access = access
        self.cached = cached
    }

    /// Of all that was read so far, in hexadecimal.
    var digest: String { (hasher ?? SHA256()).finalize().hexadecimal }

    /// What stands at a URI.
    /// - Parameter origin: the document that refers to it; nil: it is asked for from outside.
    mutating func read(_ uri: String, from origin: String?) throws(FetchFailure) -> Source {
        if let refusal = access.refusal(of: uri, askedBy: origin) { throw refusal }
        if let path = FileURI.path(of: uri) { return try read(path: path, uri) }
        guard URIParts(uri) != nil else {
            throw FetchFailure(.unreachable, uri, Self.problem(of: uri))
        }
        guard let content = try asked(uri) else {
            wanted.append(uri)
            throw FetchFailure(.unreachable, uri, "not fetched yet")
        }
        editions.append(.fetched(uri: uri, digest: content.content.digest))
        hash(Array(content.content.digest.utf8))
        size += content.content.bytes.count
        return Source(uri: content.uri, bytes: content.content.bytes, charset: content.type?.charset)
    }

    /// Why something is neither the URI of a file nor that of a server.
    private static func problem(of uri: String) -> String {
        switch FileURI.scheme(of: uri) {
        case "http", "https": "it names no server"
        case "file": "it names no file of this machine"
        case let scheme: "\(scheme ?? "this") is not fetched"
        }
    }

    private mutating func asked(_ uri: String) throws(FetchFailure) -> FetchedContent? {
        do throws(FetchFailure) {
            return try content(of: uri)
        } catch {
            editions.append(.missed(uri: uri))
            throw error
        }
    }

    /// The digest of what stands at a URI on a server, if that is known.
    func digest(of uri: String) throws(FetchFailure) -> String? { try content(of: uri)?.content.digest }

    /// The fragment to which a server redirected whoever asked for a URI.
    func fragment(of uri: String) throws(FetchFailure) -> String? { try content(of: uri)?.fragment }

    /// Whether that edition is what would be read now.
    func isCurrent(_ edition: SourceEdition) -> Bool {
        switch edition {
        case .file(let file): file.isFresh
        case .fetched(let uri, let digest): (try? self.digest(of: uri)) == digest
        case .missed(let uri): if case .failure = fetched[uri] { true } else { false }
        }
    }

    /// Those of editions that were missed then and have not been asked for again: they may be there now.
    func untried(_ editions: [SourceEdition]) -> [String] {
        editions.compactMap { edition in
            guard case .missed(let uri) = edition, fetched[uri] == nil, cached(uri) == nil else { return nil }
            return uri
        }
    }

    /// What a server has given; nil for what stands elsewhere.
    private func content(of uri: String) throws(FetchFailure) -> FetchedContent? {
        guard URIParts(uri) != nil else { return nil }
        return try fetched[uri]?.get() ?? cached(uri)
    }

    private mutating func hash(_ bytes: [UInt8]) {
        if hasher == nil { hasher = SHA256() }
        bytes.withUnsafeBytes { hasher?.update(bufferPointer: $0) }
    }

    private mutating func read(path: String, _ uri: String) throws(FetchFailure) -> Source {
        editions.append(.file(FileDependency(path)))
        do throws(UnreadableFile) {
            let content = try FileReader.read(path)
            hash(content)
            size += content.count
            return Source(uri: uri, bytes: content)
        } catch {
            throw FetchFailure(.unreachable, error.path, error.reason)
        }
    }

    /// The grammars at these URIs and those that they refer to in turn. What cannot be read is left out: the compiler
    /// says where it is missed.
    /// - Parameter origin: the document that refers to them.
    mutating func readGrammars(
        _ uris: [String], from origin: String
    ) -> (library: [String: GrammarDocument], diagnostics: [Diagnostic]) {
        var library: [String: GrammarDocument] = [:]
        var diagnostics: [Diagnostic] = []
        var seen = Set(uris)
        var waiting = uris.map { (uri: $0, origin: origin) }
        while let (uri, origin) = waiting.popLast() {
            guard let source = try? read(uri, from: origin) else { continue }
            let (grammar, found) = GrammarSource.read(source)
            diagnostics += found
            guard let grammar else { continue }
            library[uri] = grammar
            for reference in grammar.externalReferences where seen.insert(reference).inserted {
                waiting.append((reference, source.uri))
            }
        }
        return (library, diagnostics)
    }
}
