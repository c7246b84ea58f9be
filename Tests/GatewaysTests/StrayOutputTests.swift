import Glibc
import Testing

@testable import Gateways

@Suite("Stray output")
struct StrayOutputTests {
    private static func pipe() -> (reading: Int32, writing: Int32) {
        var ends: [Int32] = [-1, -1]
        #expect(Glibc.pipe(&ends) == 0)
        return (ends[0], ends[1])
    }

    private static func write(_ text: String, to descriptor: Int32) {
        let bytes = Array(text.utf8)
        #expect(Glibc.write(descriptor, bytes, bytes.count) == bytes.count)
    }

    private static func read(_ descriptor: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 100)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        return String(decoding: bytes[..<max(0, count)], as: UTF8.self)
    }

    @Test("57 what others print goes to the errors, and only the gateway's lines to the output")
    func strays() {
        let (output, errors) = (Self.pipe(), Self.pipe())
        let reserved = GatewayStreams.reserve(output.writing, straysTo: errors.writing)
        Self.write("stray", to: output.writing)
        Self.write("line", to: reserved)
        #expect(Self.read(output.reading) == "line")
        #expect(Self.read(errors.reading) == "stray")
        for descriptor in [output.reading, output.writing, errors.reading, errors.writing, reserved] {
            close(descriptor)
        }
    }

    @Test("57 an output that is closed stays what it was")
    func closedOutput() {
        let errors = Self.pipe()
        let closed: Int32 = 9999
        #expect(GatewayStreams.reserve(closed, straysTo: errors.writing) == closed)
        close(errors.reading)
        close(errors.writing)
    }
}
