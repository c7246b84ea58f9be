import CallControl
import Testing

@testable import Gateways

/// Lines of a gateway are a mebibyte long at most.
@Suite struct LongLineTests {
    @Test func oneThatIsLongerIsRefusedAndTheNextIsRead() async throws {
        let lines = await Dialtone.answers([
            String(repeating: "x", count: 1 << 20), String(repeating: "x", count: 1 << 20 + 1), "x",
        ])
        let messages = try lines.field("message", of: "error")
        #expect(messages.count == 3)
        #expect(messages.map { $0 == "the line is over 1 MiB long" } == [false, true, false])
        #expect(try lines.field("line", of: "error") == [1, 2, 3])
    }
}
