import Expressions

/// A message that is not as it should be: whoever wrote it cannot be trusted any more.
struct BadMessage: Error {}

/// Reads what a `ByteWriter` wrote. Nothing in a message can make it read beyond the end, or reserve more than that.
struct ByteReader {
    private let bytes: [UInt8]
    private var offset = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    private var left: Int { bytes.count - offset }

    mutating func read<Number: FixedWidthInteger & BitwiseCopyable>(
        _: Number.Type = Number.self
    ) throws(BadMessage) -> Number {
        let size = MemoryLayout<Number>.size
        guard left >= size else { throw BadMessage() }
        defer { offset += size }
        return bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: Number.self) }
    }

    mutating func double() throws(BadMessage) -> Double { Double(bitPattern: try read()) }

    mutating func bool() throws(BadMessage) -> Bool { try read(UInt8.self) != 0 }

    /// A count or an index.
    mutating func number() throws(BadMessage) -> Int { Int(try read(UInt32.self)) }

    mutating func string() throws(BadMessage) -> String {
        let count = try number()
        guard count <= left else { throw BadMessage() }
        defer { offset += count }
        return String(decoding: bytes[offset..<offset + count], as: UTF8.self)
    }

    mutating func ecmaString() throws(BadMessage) -> ECMAString {
        let count = try number()
        guard count <= left / 2 else { throw BadMessage() }
        defer { offset += 2 * count }
        let units = bytes.withUnsafeBytes { source in
            [UInt16](unsafeUninitializedCapacity: count) { units, initialized in
                if count > 0 {
                    UnsafeMutableRawBufferPointer(units).copyMemory(
                        from: .init(rebasing: source[offset..<offset + 2 * count]))
                }
                initialized = count
            }
        }
        return ECMAString(units: units)
    }

    /// How many elements follow; each takes a byte at least.
    mutating func count() throws(BadMessage) -> Int {
        let count = try number()
        guard count <= left else { throw BadMessage() }
        return count
    }

    mutating func list<Element>(
        _ read: (inout Self) throws(BadMessage) -> Element
    ) throws(BadMessage) -> [Element] {
        var list: [Element] = []
        let count = try count()
        list.reserveCapacity(count)
        for _ in 0..<count { list.append(try read(&self)) }
        return list
    }

    mutating func optional<Wrapped>(
        _ read: (inout Self) throws(BadMessage) -> Wrapped
    ) throws(BadMessage) -> Wrapped? {
        try bool() ? try read(&self) : nil
    }
}
