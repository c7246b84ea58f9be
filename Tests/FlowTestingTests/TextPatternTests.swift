import Testing

@testable import FlowTesting

@Suite("A pattern of a transcript")
struct TextPatternTests {
    @Test(
        "matches the whole text; … is anything, white space is a separator",
        arguments: [
            ("For orders, press 1.", "For orders, press 1."),
            ("For  orders,\n press 1. ", "For orders, press 1."),
            ("…", "anything"),
            ("…", ""),
            ("For orders …", "For orders, press 1."),
            ("For orders…", "For orders, press 1."),
            ("… press 1.", "For orders, press 1."),
            ("For … press …", "For orders, press 1. For help, press 2."),
            ("a…b…a", "a b a"),
            ("", ""),
        ])
    func matches(pattern: String, text: String) {
        #expect(TextPattern(pattern).matches(text))
    }

    @Test(
        "does not match what is more, less or other",
        arguments: [
            ("For orders, press 1.", "For orders, press 1. And"),
            ("For orders, press 1.", "for orders, press 1."),
            ("For orders", "For orders, press 1."),
            ("press 1.", "For orders, press 1."),
            ("… press 2.", "For orders, press 1."),
            ("a…b…a", "a b"),
            ("aa…aa", "aaa"),
            ("10 01", "1001"),
            ("", "anything"),
        ])
    func doesNotMatch(pattern: String, text: String) {
        #expect(!TextPattern(pattern).matches(text))
    }
}
