/// A table that holds things up to a sum of costs: those that were not used for longest go first.
public struct RecencyTable<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct Entry {
        var value: Value
        var cost: Int
        var used: UInt64
    }

    private var entries: [Key: Entry] = [:]
    private var uses: UInt64 = 0
    private let limit: Int
    /// The sum of all costs.
    public private(set) var cost = 0

    /// - Parameter limit: no sum of costs is greater.
    public init(limit: Int) { self.limit = limit }

    public var count: Int { entries.count }

    /// What is held under that key, which counts as a use.
    public subscript(key: Key) -> Value? {
        mutating get {
            guard let index = entries.index(forKey: key) else { return nil }
            uses += 1
            entries.values[index].used = uses
            return entries.values[index].value
        }
    }

    /// Holds a value in place of an earlier one; what alone costs more than the limit is not held.
    public mutating func insert(_ value: Value, for key: Key, cost: Int) {
        remove(key)
        guard cost <= limit else { return }
        uses += 1
        entries[key] = Entry(value: value, cost: cost, used: uses)
        self.cost += cost
        if self.cost > limit { drop() }
    }

    public mutating func remove(_ key: Key) {
        if let entry = entries.removeValue(forKey: key) { cost -= entry.cost }
    }

    /// Makes room: down to three quarters, so that this happens seldom.
    private mutating func drop() {
        for (key, _) in entries.sorted(by: { $0.value.used < $1.value.used }) {
            guard cost > limit / 4 * 3, entries.count > 1 else { return }
            remove(key)
        }
    }
}
