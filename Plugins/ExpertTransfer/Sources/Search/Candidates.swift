import GRDB

/// The experts who take calls now, and who of them is best for a round.
struct Candidates: Sendable {
    /// On duty and present, whether in a call or not.
    private let experts: [Expert]
    /// The numbers that no call has claimed.
    private var free: Set<String>
    /// Milliseconds since 1970.
    private let now: Int

    init(_ db: Database, _ clock: LeaseClock) throws {
        let now = clock.now
        self.now = now
        experts = try Expert.all(db).filter { $0.presence(at: now) == .present && $0.isOnDuty(at: now) }
        free = Set(experts.map(\.number)).subtracting(try clock.claimed(db))
    }

    /// Whom a round could have, sooner or later, in the order of its groups.
    func eligible(for wanted: Wanted) -> [Expert] {
        wanted.groups.flatMap { group in
            experts.filter { expert in
                expert.groups.contains(group) && wanted.skills.allSatisfy { expert.skills[$0] != nil }
                    && !wanted.tried.contains(expert.number)
            }
        }
    }

    /// The best who is free: of the first group that has any, not one who is better left in peace, with the highest
    /// levels, idle for longest.
    func best(for wanted: Wanted) -> Expert? {
        for group in wanted.groups {
            let free = eligible(for: wanted.only(group)).filter { self.free.contains($0.number) }
            if let best = free.min(by: { order($0, wanted) < order($1, wanted) }) { return best }
        }
        return nil
    }

    /// Somebody who goes first will have this one.
    mutating func reserve(_ expert: Expert) { free.remove(expert.number) }

    private func order(_ expert: Expert, _ wanted: Wanted) -> (Int, Int, Int) {
        let rests = expert.record.restsUntil > now ? 1 : 0
        return (rests, -expert.level(wanted.skills + wanted.wishes), expert.record.idleSince)
    }
}

/// Whom a round looks for.
struct Wanted: Sendable {
    /// Codes, the first choice first.
    let groups: [String]
    let skills: [String]
    let wishes: [String]
    /// The numbers that it has tried.
    let tried: Set<String>

    init(_ db: Database, _ round: Round) throws {
        self.init(
            groups: try Group.chain(db, from: round.group), skills: round.neededSkills, wishes: round.wishedSkills,
            tried: try Set(Try.all(db, of: round).map(\.number)))
    }

    private init(groups: [String], skills: [String], wishes: [String], tried: Set<String>) {
        self.groups = groups
        self.skills = skills
        self.wishes = wishes
        self.tried = tried
    }

    func only(_ group: String) -> Wanted { Wanted(groups: [group], skills: skills, wishes: wishes, tried: tried) }
}
