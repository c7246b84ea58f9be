/// Requests that are on their way, so that nobody asks for the same at the same time.
struct Flights: Sendable {
    /// How a flight came to its end, for those who waited.
    enum Landing: Sendable {
        /// The cache may have the answer now.
        case landed
        /// The server answered those who have these cookies with an error.
        case refused(HTTPResponse, cookies: String?)
        /// The server cannot be reached.
        case failed(FetchFailure)
        /// Whoever asked no longer wants it: somebody else must ask.
        case abandoned
    }

    /// A place among those who wait for a flight.
    typealias Seat = AsyncStream<Landing>.Continuation

    private var waiting: [String: [Seat]] = [:]
    /// URIs whose last answer was of use only to the one who asked: nobody waits for such again.
    private var unshared = RecencyTable<String, Bool>(limit: 4096)

    /// What somebody who wants to have a URI does.
    enum Role {
        /// Asks the server, and lets the others wait.
        case pilot
        /// Waits.
        case passenger
        /// Asks the server and lets nobody wait.
        case alone
    }

    mutating func board(_ uri: String, _ seat: @autoclosure () -> Seat) -> Role {
        if unshared[uri] == true { return .alone }
        guard waiting[uri] != nil else {
            waiting[uri] = []
            return .pilot
        }
        waiting[uri]?.append(seat())
        return .passenger
    }

    /// The flight is over.
    /// - Returns: those who are to be told.
    mutating func land(_ uri: String) -> [Seat] { waiting.removeValue(forKey: uri) ?? [] }

    mutating func isUnshared(_ uri: String) -> Bool { unshared[uri] == true }

    /// Remembers whether others could use the last answer.
    mutating func note(_ uri: String, isShared: Bool) {
        if isShared { unshared.remove(uri) } else { unshared.insert(true, for: uri, cost: 1) }
    }
}
