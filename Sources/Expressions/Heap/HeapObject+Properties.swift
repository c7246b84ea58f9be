import OrderedCollections

extension HeapObject {
    /// The most elements that an array may have.
    public static let elementLimit = 1 << 20

    /// The own property of that name, with `length` and the elements of an array.
    public func get(_ name: ECMAString) -> Value? {
        if case .array = kind {
            if name == Self.length { return .number(Double(elements.count)) }
            if let index = name.arrayIndex { return index < elements.count ? elements[index] : nil }
        }
        return properties[name]
    }

    /// Sets an own property, adding it where there is none.
    /// - Throws: `ScriptFailure` when the object is read-only, for an impossible `length`, and beyond `elementLimit`.
    public mutating func set(_ name: ECMAString, to value: Value) throws(ScriptFailure) {
        if isReadOnly { throw .readOnly(name) }
        if name == Self.prototype {
            throw ScriptFailure(
                .unholdable, "A variable cannot hold an object with a prototype of its own.")
        }
        if case .array = kind {
            if name == Self.length { return try setLength(value) }
            if let index = name.arrayIndex { return try setElement(index, to: value) }
        }
        properties[name] = value
    }

    /// The names of the enumerable own properties in ECMAScript's order: integer names ascending, then the others as
    /// they were added.
    public var orderedNames: [ECMAString] {
        var indices = elements.indices.filter { elements[$0] != nil }
        let indexed = properties.keys.compactMap(\.arrayIndex)
        guard !indices.isEmpty || !indexed.isEmpty else { return Array(properties.keys) }
        indices += indexed
        return indices.sorted().map { ECMAString(String($0)) }
            + properties.keys.filter { $0.arrayIndex == nil }
    }

    private mutating func setElement(_ index: Int, to value: Value) throws(ScriptFailure) {
        if index >= elements.count { try resize(to: Double(index) + 1) }
        elements[index] = value
    }

    private mutating func setLength(_ value: Value) throws(ScriptFailure) {
        guard case .number(let length) = value, length >= 0, length <= 0xFFFF_FFFF,
            length == length.rounded()
        else {
            throw ScriptFailure(.thrown, "RangeError: Invalid array length")
        }
        try resize(to: length)
    }

    private mutating func resize(to length: Double) throws(ScriptFailure) {
        guard length <= Double(Self.elementLimit) else {
            throw ScriptFailure(.limit, "An array has more than \(Self.elementLimit) elements.")
        }
        let count = Int(length)
        if count < elements.count {
            elements.removeSubrange(count...)
        } else {
            elements.append(contentsOf: repeatElement(nil, count: count - elements.count))
        }
    }

    static let length: ECMAString = "length"
    private static let prototype: ECMAString = "__proto__"
}

extension ScriptFailure {
    static func readOnly(_ name: ECMAString) -> ScriptFailure {
        ScriptFailure(.thrown, "TypeError: Attempted to assign to readonly property: \(name)")
    }

    static func undeclared(_ name: ECMAString) -> ScriptFailure {
        ScriptFailure(.thrown, "ReferenceError: Can't find variable: \(name)")
    }
}
