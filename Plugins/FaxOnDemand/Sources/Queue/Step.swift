/// The steps of the work on a fax, as the README numbers them. Between any two of them the process may end.
enum Step: Int, CaseIterable, Sendable {
    case leased = 1
    case documentsMade
    case pagesMade
    case ready
    /// From here on it may have been handed over.
    case promised
    case sending
    case handedOver
    case recorded
    case started
    case cleaned
}

/// Called after each step of the work on a fax, so that a test can stop there.
typealias Interruption = @Sendable (Step) throws -> Void
