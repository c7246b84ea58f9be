import CallControl
import Diagnostics
import Dispatch
import Expressions
import Fetching
import Grammars
public import Logging
public import PluginManifests
import Streams
import Synchronization

/// Brings and compiles documents, grammars, scripts and data, once for all calls.
public final class DocumentLoader: Sendable {
    let plugins: PluginCatalog
    private let compiler: DocumentCompiling
    private let access: FetchAccess
    private let fetcher: Fetcher
    private let logger: Logger
    private let store = ResourceStore()
    private let prefetches = Prefetches()
    /// Made for the first document that is checked.
    private let checker = Mutex<(any ScriptSyntaxChecker)?>(nil)
    private let scripts: ScriptHosting
    /// What was fetched for `check`.
    private let gathered = Mutex<[String: Result<FetchedContent, FetchFailure>]>([:])
    /// What servers give is compiled here, so that it holds up no lane.
    private let workshop = DispatchQueue(label: "documents")

    /// More than so many sources are not fetched for one resource.
    private static let mostSources = 256

    /// - Parameters:
    ///   - plugins: what `<object>` is checked against.
    ///   - properties: default values of properties.
    ///   - access: what may be fetched.
    ///   - scripts: where texts of scripts are checked.
    ///   - logger: told of resources that cannot be had.
    public convenience init(
        plugins: PluginCatalog = PluginCatalog(), properties: [String: String] = [:],
        access: FetchAccess = FetchAccess(), scripts: ScriptHosting = .inProcess, logger: Logger = .hostDefault
    ) {
        self.init(
            plugins: plugins, properties: properties, access: access, scripts: scripts, fetcher: Fetcher(),
            logger: logger)
    }

    init(
        plugins: PluginCatalog, properties: [String: String], access: FetchAccess, scripts: ScriptHosting = .inProcess,
        fetcher: Fetcher, logger: Logger
    ) {
        self.plugins = plugins
        compiler = DocumentCompiling(plugins: plugins, properties: properties)
        self.access = access
        self.scripts = scripts
        self.fetcher = fetcher
        self.logger = logger
    }

    private func withChecker<Result: Sendable>(_ body: (any ScriptSyntaxChecker) -> Result) -> Result {
        checker.withLock { engine in
            let checker = engine ?? scripts.makeEngine()
            engine = checker
            return body(checker)
        }
    }
}

// For calls
extension DocumentLoader {
    /// Brings what a call asks for, if that is at hand: in files, or in the cache.
    /// - Parameters:
    ///   - cookies: those of the call.
    ///   - checker: that of the call's lane.
    /// - Returns: nil when a server must be asked.
    func load(_ fetch: Fetch, cookies: CookieJar, checker: any ScriptSyntaxChecker) -> LoadedResource? {
        let admission = admission(fetch.origin)
        var fetched: [String: Result<FetchedContent, FetchFailure>] = [:]
        if URIParts(fetch.uri) != nil {
            guard fetch.method == .get, let request = try? FetchRequest(fetch),
                let content = fetcher.cached(request, cookies: cookies, admits: admission)
            else { return nil }
            fetched[request.uri] = .success(content)
        }
        let sources = SourceGathering(fetched: fetched, access: access) { [fetcher] uri in
            fetcher.cached(FetchRequest(uri), cookies: cookies, admits: admission)
        }
        guard case .made(let loaded, let isNew) = attempt(fetch, sources, checker) else { return nil }
        if isNew { report(loaded) }
        return loaded
    }

    /// Brings what a call asks for, from servers too, within the fetch's `timeout`. Cancelling the task gives up, which
    /// is no failure.
    /// - Returns: the resource, and the call's cookies after it.
    func fetch(_ fetch: Fetch, cookies: CookieJar) async -> (loaded: LoadedResource, cookies: CookieJar) {
        let (loaded, isNew, cookies) = await gather(fetch, cookies: cookies)
        if isNew, !Task.isCancelled { report(loaded) }
        return (loaded, cookies)
    }

    private func gather(
        _ fetch: Fetch, cookies: CookieJar
    ) async -> (loaded: LoadedResource, isNew: Bool, cookies: CookieJar) {
        let deadline = ContinuousClock.now + .milliseconds(fetch.timeout?.milliseconds ?? 30_000)
        var cookies = cookies
        var fetched: [String: Result<FetchedContent, FetchFailure>] = [:]
        if URIParts(fetch.uri) != nil {
            do throws(FetchFailure) {
                let request = try FetchRequest(fetch)
                fetched[URIReference.split(fetch.uri).document] = await bring(
                    request, askedBy: fetch.origin, by: deadline, &cookies)
            } catch {
                return (.failed(error), true, cookies)
            }
        }
        while true {
            switch await compile(fetch, of: fetched) {
            case .made(let loaded, let isNew): return (loaded, isNew, cookies)
            case .wants(let uris):
                guard fetched.count + uris.count <= Self.mostSources else {
                    let uri = URIReference.readable(fetch.uri)
                    return (.failed("error.badfetch", "\(uri): it refers to too many files"), true, cookies)
                }
                for uri in uris {
                    fetched[uri] = await bring(FetchRequest(uri), askedBy: fetch.origin, by: deadline, &cookies)
                }
                if Task.isCancelled { return (.failed(.cancelled(fetch.uri)), false, cookies) }
            }
        }
    }

    /// Brings into the cache what a call may need soon, and compiles it. What no two calls can share is left alone.
    func prefetch(_ resources: [Prefetch], cookies: CookieJar) {
        for resource in resources {
            let uri = URIReference.split(resource.uri).document
            let admission = admission(resource.origin)
            guard fetcher.mayKeep(uri), fetcher.cached(FetchRequest(uri), cookies: cookies, admits: admission) == nil
            else { continue }
            let fetch = Fetch(
                fetch: FetchID(rawValue: 0), kind: resource.kind, uri: resource.uri, origin: resource.origin)
            prefetches.begin(resource.uri) { [self] in _ = await self.fetch(fetch, cookies: cookies) }
        }
    }

    private func bring(
        _ request: FetchRequest, askedBy origin: String?, by deadline: ContinuousClock.Instant,
        _ cookies: inout CookieJar
    ) async -> Result<FetchedContent, FetchFailure> {
        let left = ContinuousClock.now.duration(to: deadline)
        let outcome = await fetcher.fetch(request, cookies: cookies, within: left, admits: admission(origin))
        cookies = outcome.cookies
        return outcome.result
    }

    private func admission(_ origin: String?) -> Fetcher.Admission {
        { [access] uri in access.refusal(of: uri, askedBy: origin) }
    }

    private enum Attempt {
        /// - Parameter isNew: whether it has not been made, and told of, before.
        case made(LoadedResource, isNew: Bool)
        /// These must be fetched first.
        case wants([String])
    }

    private func compile(
        _ fetch: Fetch, of fetched: [String: Result<FetchedContent, FetchFailure>]
    ) async -> Attempt {
        await withCheckedContinuation { continuation in
            workshop.async {
                let sources = SourceGathering(fetched: fetched, access: self.access)
                continuation.resume(returning: self.withChecker { self.attempt(fetch, sources, $0) })
            }
        }
    }

    /// Makes a resource, or finds what was made of the same before.
    private func attempt(_ fetch: Fetch, _ sources: SourceGathering, _ checker: any ScriptSyntaxChecker) -> Attempt {
        let uri = URIReference.split(fetch.uri).document
        if let refusal = access.refusal(of: uri, askedBy: fetch.origin) { return .made(.failed(refusal), isNew: true) }
        var fetch = fetch
        let digest: String?
        do throws(FetchFailure) {
            digest = try sources.digest(of: uri)
            if let fragment = try sources.fragment(of: uri) { fetch.uri = uri + "#" + fragment }
        } catch {
            return .made(.failed(error), isNew: true)
        }
        let key = ResourceStore.Key(
            kind: fetch.kind, uri: fetch.uri, charset: fetch.charset, reader: fetch.kind == .data ? fetch.origin : nil,
            digest: digest)
        if let known = store[key] {
            let untried = sources.untried(known.editions)
            guard untried.isEmpty else { return .wants(untried) }
            if known.editions.allSatisfy(sources.isCurrent) { return .made(known, isNew: false) }
        }
        var sources = sources
        let loaded = compiler.load(fetch, &sources, checker: checker)
        guard sources.wanted.isEmpty else { return .wants(sources.wanted) }
        store.keep(loaded, for: key)
        return .made(loaded, isNew: true)
    }

    private func report(_ loaded: LoadedResource) {
        if case .failed(let event, let message) = loaded.outcome { logger.warning("\(event): \(message)") }
    }

    /// A call's own timer has been quicker than the end of the fetch.
    func reportTimeout(of uri: String) { report(.failed(FetchFailure.timeout(uri))) }
}

// For authors
extension DocumentLoader {
    /// Reads a VoiceXML document or an SRGS grammar with all that it refers to and says what is wrong with it. What
    /// stands on servers is fetched.
    /// - Parameter path: a path or a URI; diagnostics name the file by it.
    public func check(_ path: String) async throws(UnreadableFile) -> CheckedDocument {
        while true {
            let fetched = gathered.withLock { $0 }
            let (checked, wanted) = checkOnce(path, of: fetched)
            guard !wanted.isEmpty, fetched.count < Self.mostSources else { return try checked.get() }
            let deadline = ContinuousClock.now + .seconds(30)
            for uri in wanted {
                var cookies = CookieJar()
                let content = await bring(FetchRequest(uri), askedBy: nil, by: deadline, &cookies)
                gathered.withLock { $0[uri] = content }
            }
        }
    }

    /// The same without asking servers.
    func checkAtHand(_ path: String) throws(UnreadableFile) -> CheckedDocument {
        try checkOnce(path, of: gathered.withLock { $0 }).checked.get()
    }

    /// A grammar, its rule in the fragment; nil: it is not there, is wrong, or stands on a server.
    func grammarAtHand(_ uri: String) -> CompiledGrammar? {
        var sources = SourceGathering(access: access)
        return compiler.grammar(at: uri, &sources)
    }

    /// - Parameter fetched: what servers gave so far.
    /// - Returns: what is wrong as far as that tells, and what of servers is missing for the rest.
    private func checkOnce(
        _ path: String, of fetched: [String: Result<FetchedContent, FetchFailure>]
    ) -> (checked: Result<CheckedDocument, UnreadableFile>, wanted: [String]) {
        var sources = SourceGathering(fetched: fetched, access: access)
        do throws(FetchFailure) {
            let source = try sources.read(URIReference.split(FlowLocation(path).uri).document, from: nil)
            let checked = withChecker { compiler.check(source, file: path, sources: &sources, checker: $0) }
            return (.success(checked), sources.wanted)
        } catch {
            return (.failure(UnreadableFile(path: path, reason: error.message)), sources.wanted)
        }
    }

    /// Why a script does not parse; nil: it does.
    func problem(inScript text: String) -> String? {
        withChecker { $0.problem(inProgram: text) }
    }
}

extension Logger {
    /// Writes to standard error, whatever the process has chosen for its loggers: standard output is the gateway's.
    /// Nobody waits for whoever reads it.
    public static var hostDefault: Logger { .standardError("dialtone") }
}
