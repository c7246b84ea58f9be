import Expressions

/// Writes a message between the program and a process of the engine. Both are the same program on the same machine:
/// numbers are as they lie in memory.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ value: some FixedWidthInteger & BitwiseCopyable) {
        withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
    }

    mutating func write(_ value: Double) { write(value.bitPattern) }

    mutating func write(_ value: Bool) { write(value ? 1 : 0 as UInt8) }

    /// A count or an index.
    mutating func write(number: Int) { write(UInt32(truncatingIfNeeded: number)) }

    mutating func write(_ text: String) {
        var text = text
        text.withUTF8 {
            write(number: $0.count)
            bytes.append(contentsOf: $0)
        }
    }

    mutating func write(_ text: ECMAString) {
        write(number: text.count)
        text.units.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }

    mutating func write<Element>(_ list: some Collection<Element>, _ write: (inout Self, Element) -> Void) {
        self.write(number: list.count)
        for element in list { write(&self, element) }
    }

    /// - Parameter write: is called where there is something.
    mutating func write<Wrapped>(_ value: Wrapped?, _ write: (inout Self, Wrapped) -> Void) {
        self.write(value != nil)
        if let value { write(&self, value) }
    }
}
