import NIOHTTP1
import Synchronization

/// Fetches by HTTP for all calls: one cache, one request on its way for each URI, and the cookies of each call its own.
public final class Fetcher: Sendable {
    /// How a fetch ended.
    public struct Outcome: Sendable {
        public var result: Result<FetchedContent, FetchFailure>
        /// The call's cookies after it.
        public var cookies: CookieJar
    }

    /// Says why a URI may not be fetched; nil: it may. Asked for each redirect too.
    public typealias Admission = @Sendable (_ uri: String) -> FetchFailure?

    /// No response is larger.
    public static let bodyLimit = 16 << 20
    /// So many bytes of responses are kept.
    public static let cacheLimit = 64 << 20

    private let transport: any HTTPTransport
    private let now: @Sendable () -> HTTPTime
    private let state: Mutex<State>

    private struct State {
        var cache: ResponseCache
        var flights = Flights()
    }

    /// - Parameter now: the wall clock, by which responses and cookies age.
    public init(
        transport: any HTTPTransport = AsyncHTTPTransport(), cacheLimit: Int = Fetcher.cacheLimit,
        now: @escaping @Sendable () -> HTTPTime = { .now }
    ) {
        self.transport = transport
        self.now = now
        state = Mutex(State(cache: ResponseCache(limit: cacheLimit)))
    }

    /// What the cache has for that request and those cookies, without asking anybody; nil: a server must be asked.
    public func cached(
        _ request: FetchRequest, cookies: CookieJar, admits: @escaping Admission = { _ in nil }
    ) -> FetchedContent? {
        guard !request.isPost, var journey = try? Journey(request.message, admits: admits) else { return nil }
        do throws(FetchFailure) {
            while let response = stored(journey.request.with(cookies, at: now()), request.limits) {
                if let content = try journey.take(response) { return content }
            }
        } catch {
            // The same failure comes of the fetch.
        }
        return nil
    }

    /// Whether the cache may keep what stands at a URI; false when the last answer was of use only to the one who asked.
    public func mayKeep(_ uri: String) -> Bool { state.withLock { !$0.flights.isUnshared(uri) } }

    /// Brings what stands at a URI, redirects followed. Cancelling the task gives up.
    /// - Parameter limit: how long it may take in all.
    public func fetch(
        _ request: FetchRequest, cookies: CookieJar, within limit: Duration,
        admits: @escaping Admission = { _ in nil }
    ) async -> Outcome {
        let deadline = ContinuousClock.now + limit
        return await withTaskGroup(of: Outcome?.self) { group in
            group.addTask {
                var jar = cookies
                let result = await self.travel(request, cookies: &jar, deadline: deadline, admits: admits)
                return Outcome(result: result, cookies: jar)
            }
            group.addTask {
                try? await Task.sleep(until: deadline)
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            if let first { return first }
            let failure = Task.isCancelled ? FetchFailure.cancelled(request.uri) : .timeout(request.uri)
            return Outcome(result: .failure(failure), cookies: cookies)
        }
    }

    private func travel(
        _ request: FetchRequest, cookies: inout CookieJar, deadline: ContinuousClock.Instant,
        admits: @escaping Admission
    ) async -> Result<FetchedContent, FetchFailure> {
        do throws(FetchFailure) {
            var journey = try Journey(request.message, admits: admits)
            while true {
                let message = journey.request.with(cookies, at: now())
                let response = try await exchange(message, request.limits, deadline)
                if let origin = URIParts(message.uri) {
                    cookies.store(response.headers["Set-Cookie"], from: origin, at: now())
                }
                if let content = try journey.take(response) { return .success(content) }
            }
        } catch {
            return .failure(error)
        }
    }
}

// One request
extension Fetcher {
    private func stored(_ request: HTTPRequest, _ limits: ReuseLimits) -> HTTPResponse? {
        state.withLock { state in
            if case .stored(let response) = state.cache.answer(to: request, at: now(), limits) { response } else { nil }
        }
    }

    /// The answer of the cache, of a request that is on its way, or of the server.
    private func exchange(
        _ request: HTTPRequest, _ limits: ReuseLimits, _ deadline: ContinuousClock.Instant
    ) async throws(FetchFailure) -> HTTPResponse {
        guard request.method == .GET else { return try await change(request, deadline) }
        while !Task.isCancelled {
            if let response = stored(request, limits) { return response }
            let (landings, seat) = AsyncStream.makeStream(of: Flights.Landing.self)
            switch state.withLock({ $0.flights.board(request.uri, seat) }) {
            case .alone: return try await ask(request, limits, deadline)
            case .pilot: return try await fly(request, limits, deadline)
            case .passenger: break
            }
            switch await landings.first(where: { _ in true }) {
            case .failed(let failure): throw failure
            case .refused(let response, let cookies) where cookies == request.headers.list("Cookie"): return response
            case .landed, .refused:
                if let response = stored(request, limits) { return response }
                return try await ask(request, limits, deadline)
            case .abandoned, nil: break
            }
        }
        throw .cancelled(request.uri)
    }

    /// Asks the server, and tells those who wait for the same.
    private func fly(
        _ request: HTTPRequest, _ limits: ReuseLimits, _ deadline: ContinuousClock.Instant
    ) async throws(FetchFailure) -> HTTPResponse {
        do throws(FetchFailure) {
            let response = try await ask(request, limits, deadline)
            let isRefusal = response.status >= 400 && !response.headers.contains(name: "Set-Cookie")
            land(request.uri, isRefusal ? .refused(response, cookies: request.headers.list("Cookie")) : .landed)
            return response
        } catch {
            land(request.uri, error.reason == .unreachable ? .failed(error) : .abandoned)
            throw error
        }
    }

    private func land(_ uri: String, _ landing: Flights.Landing) {
        for seat in state.withLock({ $0.flights.land(uri) }) {
            seat.yield(landing)
            seat.finish()
        }
    }

    /// Asks the server, whether what is stored still holds if there is anything, and keeps the answer.
    private func ask(
        _ request: HTTPRequest, _ limits: ReuseLimits, _ deadline: ContinuousClock.Instant
    ) async throws(FetchFailure) -> HTTPResponse {
        var message = request
        if case .validate(let validators) = state.withLock({ $0.cache.answer(to: request, at: now(), limits) }) {
            message.headers.add(contentsOf: validators)
        }
        let requested = now()
        let response = try await transport.send(message, bodyLimit: Self.bodyLimit, deadline: deadline)
        let received = now()
        if response.status == 304, let kept = freshen(request, by: response, requested, received) { return kept }
        guard response.status == 304, message.headers.count > request.headers.count else {
            keep(response, to: request, requested, received)
            return response
        }
        // What was stored has been dropped meanwhile.
        let whole = try await transport.send(request, bodyLimit: Self.bodyLimit, deadline: deadline)
        keep(whole, to: request, received, now())
        return whole
    }

    private func freshen(
        _ request: HTTPRequest, by response: HTTPResponse, _ requested: HTTPTime, _ received: HTTPTime
    ) -> HTTPResponse? {
        state.withLock { $0.cache.freshen(request, by: response, requested: requested, received: received) }
    }

    private func keep(
        _ response: HTTPResponse, to request: HTTPRequest, _ requested: HTTPTime, _ received: HTTPTime
    ) {
        state.withLock { state in
            state.cache.store(response, to: request, requested: requested, received: received)
            let isShared =
                if case .stored = state.cache.answer(to: request, at: received, ReuseLimits()) { true } else { false }
            state.flights.note(request.uri, isShared: isShared || response.status >= 400)
        }
    }

    /// A request that may change something: it goes to the server, and what was stored there is no longer used.
    private func change(
        _ request: HTTPRequest, _ deadline: ContinuousClock.Instant
    ) async throws(FetchFailure) -> HTTPResponse {
        let response = try await transport.send(request, bodyLimit: Self.bodyLimit, deadline: deadline)
        if response.status < 400 { state.withLock { $0.cache.invalidate(request.uri) } }
        return response
    }
}

extension HTTPRequest {
    /// With the cookies that belong to it.
    fileprivate func with(_ cookies: CookieJar, at now: HTTPTime) -> HTTPRequest {
        guard let target = URIParts(uri), let cookie = cookies.header(for: target, at: now) else { return self }
        var request = self
        request.headers.add(name: "Cookie", value: cookie)
        return request
    }
}
