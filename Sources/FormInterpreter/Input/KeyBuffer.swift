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
    /// The ordinals of keys that came to nothing: nobody knows what they were meant for.
    private var dropped: [Range<Int>] = []
    /// Whether the overflow has been logged.
    var hasOverflowed = false

    var isEmpty: Bool { presses.isEmpty }
    var first: DTMFKey? { presses.first?.key }
    var keys: [DTMFKey] { presses.map(\.key) }

    /// Takes in a key; false when the buffer is full and the key is lost.
    mutating func append(_ key: DTMFKey) -> Bool {
        defer { pressed += 1 }
        guard presses.count < Self.capacity else {
            drop(pressed)
            return false
        }
        presses.append(Press(key: key, ordinal: pressed))
        return true
    }

    /// Counts a key that nobody takes.
    mutating func refuse() {
        drop(pressed)
        pressed += 1
    }

    /// Counts a key that is used at once.
    mutating func use(sensitively: Bool) {
        if sensitively { sensitive.append(pressed) }
        pressed += 1
    }

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
        dropped = []
        for index in presses.indices { presses[index].ordinal = index }
    }

    /// Drops all keys.
    mutating func removeAll(sensitively: Bool = false) {
        for press in presses {
            if sensitively { sensitive.append(press.ordinal) } else { drop(press.ordinal) }
        }
        presses = []
    }

    /// The ordinals of keys that nothing has used, those included that may still be used.
    var unused: Set<Int> { Set(dropped.joined()).union(presses.map(\.ordinal)) }

    /// Remembers a key that comes to nothing: many in a row are one range.
    private mutating func drop(_ ordinal: Int) {
        if let last = dropped.last, last.upperBound == ordinal {
            dropped[dropped.count - 1] = last.lowerBound..<(ordinal + 1)
        } else {
            dropped.append(ordinal..<(ordinal + 1))
        }
    }
}
