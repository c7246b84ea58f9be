import CallControl
import DialogMachines
import Fetching
import FormInterpreter

extension Call {
    /// The answer to a fetch, when what it asks for is at hand; nil: it waits to be taken up.
    func fetch(_ fetch: Fetch) -> FetchOutcome? {
        guard let outcome = lane.load(fetch, cookies: state.cookies) else {
            state.fetch = fetch
            return nil
        }
        noteLocale(outcome)
        return outcome
    }

    /// Takes up the fetch that waits: there is one at most.
    func nextFetch() -> FetchJob? {
        guard let fetch = state.fetch else { return nil }
        state.fetch = nil
        return FetchJob(call: id, serial: serial, fetch: fetch, cookies: state.cookies, loader: lane.loader)
    }

    /// Starts the fetch that waits; what it comes to comes to the lane.
    func startFetch() {
        guard let job = nextFetch() else { return }
        let fetched = lane.fetched
        fetching = OpenFetch(
            fetch: job.fetch, due: job.fetch.timeout.map { state.now + $0 }, task: Task { fetched(await job.run()) })
    }

    /// Gives the session what a server gave, if that is still awaited.
    func answer(_ reply: FetchReply, at instant: CallInstant) {
        if fetching?.fetch.fetch == reply.fetch { fetching = nil }
        state.cookies = reply.cookies
        let outcome = lane.take(reply.loaded)
        noteLocale(outcome)
        do {
            try accept(.fetched(reply.fetch, outcome), at: instant)
        } catch {
            // The answer crossed with the end of its time limit or with the hang-up.
        }
    }

    /// Gives up the fetch that is on.
    func cancelFetch() {
        state.fetch = nil
        guard let fetching else { return }
        self.fetching = nil
        fetching.task.cancel()
        if let due = fetching.due, state.now >= due, !isEnded { lane.loader.reportTimeout(of: fetching.fetch.uri) }
    }

    private func noteLocale(_ outcome: FetchOutcome) {
        guard state.locale == nil, case .loaded(let id, _) = outcome else { return }
        state.locale = lane.world.machines[id]?.lang
    }
}

/// A fetch from a server that is on.
struct OpenFetch {
    let fetch: Fetch
    /// When the session gives it up.
    let due: CallInstant?
    let task: Task<Void, Never>
}

/// One fetch from a server, ready to run off the lane.
struct FetchJob: Sendable {
    let call: String
    let serial: Int
    let fetch: Fetch
    let cookies: CookieJar
    let loader: DocumentLoader

    func run() async -> FetchReply {
        let (loaded, cookies) = await loader.fetch(fetch, cookies: cookies)
        return FetchReply(call: call, serial: serial, fetch: fetch.fetch, loaded: loaded, cookies: cookies)
    }
}
