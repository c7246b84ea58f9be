import CallControl

/// Keys pressed and not yet used: type-ahead.
struct KeyBuffer: Hashable, Codable, Sendable {
    static let capacity = 512

    private struct Press: Hashable, Codable, Sendable {
        var key: DTMFKey
        /// Counted from 0 over the whole call.
        var ordinal: Int
    }

    private var presses: [Press] = []
    /// How many keys have been pressed in this call.
    private(set) var pressed = 0
    /// The ordinals of keys that a sensitive field used.
    private(set) var sensitive: [Int] = []
    /// Whether the overflow has been logged.
    var hasOverflowed = false

    var isEmpty: Bool { presses.isEmpty }
    var first: DTMFKey? { presses.first?.key }
    var keys: [DTMFKey] { presses.map(\.key) }

    /// Takes in a key; false when the buffer is full and the key is lost.
    mutating func append(_ key: DTMFKey) -> Bool {
        defer { pressed += 1 }
        guard presses.count < Self.capacity else { return false }
        presses.append(Press(key: key, ordinal: pressed))
        return true
    }

    /// Counts a key that nobody takes.
    mutating func refuse() { pressed += 1 }

    /// Takes out the first key for an input.
    mutating func removeFirst(sensitively: Bool) {
        guard !presses.isEmpty else { return }
        let press = presses.removeFirst()
        if sensitively { sensitive.append(press.ordinal) }
    }

    /// Leaves out how many keys came before, for `Situation`.
    mutating func forgetOrdinals() {
        pressed = 0
        sensitive = []
        for index in presses.indices { presses[index].ordinal = index }
    }

    /// Drops all keys.
    mutating func removeAll(sensitively: Bool = false) {
        if sensitively { sensitive += presses.map(\.ordinal) }
        presses = []
    }
}
