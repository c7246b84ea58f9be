import GRDB

/// Looks for what a round does next.
struct Search: Sendable {
    enum Step: Sendable {
        case expert(Expert, level: Int)
        case contact(Contact)
        /// - Parameter position: 1 is next.
        case wait(position: Int)
        case nobody(Reason)
    }

    /// Why there is nobody.
    enum Reason: String, Sendable {
        /// The line is closed.
        case closed
        /// Nobody who has the skills is on duty and present.
        case offDuty
        /// All are in other calls.
        case talking
        /// All were tried.
        case failed
    }

    let round: Round
    let schedule: LineSchedule
    /// How long a call waits, in seconds.
    let patience: Int
    let clock: LeaseClock

    private var now: Int { clock.now }

    func step(_ db: Database) throws -> Step {
        let wanted = try Wanted(db, round)
        let isOpen = schedule.isOpen(at: now / 1000)
        var others = false
        if isOpen {
            var candidates = try Candidates(db, clock)
            let before = try ahead(db)
            for round in before {
                if let theirs = candidates.best(for: try Wanted(db, round)) { candidates.reserve(theirs) }
            }
            if let best = candidates.best(for: wanted) {
                return .expert(best, level: best.level(wanted.skills + wanted.wishes))
            }
            others = !candidates.eligible(for: wanted).isEmpty
            if others, round.waited(at: now) < patience { return .wait(position: before.count + 1) }
        }
        let claimed = try clock.claimed(db).union(wanted.tried)
        let contact = try Contact.plan(db, of: round.line).first {
            !claimed.contains($0.number) && $0.canBeRung(at: now / 1000, schedule)
        }
        if let contact { return .contact(contact) }
        if !wanted.tried.isEmpty { return .nobody(.failed) }
        if !isOpen { return .nobody(.closed) }
        return .nobody(others ? .talking : .offDuty)
    }

    /// The rounds in the queue that go first.
    private func ahead(_ db: Database) throws -> [Round] {
        try Round.queue(db, at: now).filter { other in
            guard other.round != round.round else { return false }
            return (other.priority, other.waitsSince ?? now) < (round.priority, round.waitsSince ?? now + 1)
        }
    }
}
