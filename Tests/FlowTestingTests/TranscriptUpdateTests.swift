import CallControl
import Testing

@testable import FlowTesting

@Suite("Comparing and updating")
struct TranscriptUpdateTests {
    /// What happened, turn by turn, to the transcript.
    private func run(_ text: String, _ happened: [[Happening]]) throws -> TranscriptRun {
        var turns = Turn.cut(try Transcript(parsing: text).lines)
        var isEnded = false
        for index in turns.indices {
            guard index < happened.count else { break }
            turns[index].happened = happened[index]
            turns[index].waiting = "(the call waits for a key)"
            isEnded = happened[index].contains { $0.kind == .ends }
        }
        let reached = min(turns.count, happened.count)
        let unreached = turns[reached...].flatMap { [$0.action].compactMap { $0 } + $0.lines }
        return TranscriptRun(turns: Array(turns[..<reached]), unreached: unreached, isEnded: isEnded)
    }

    private func says(_ text: String, _ prompt: Int = 1) -> Happening { .says(PromptID(rawValue: prompt), text) }

    @Test("how words are spread over prompts and lines does not matter")
    func spread() throws {
        let run = try run(
            "call\nivr: One two\nivr: three.\nkeys: 1\nend: exit\n",
            [[says("One"), says("two three.", 2)], [.ends("exit")]])
        #expect(run.differences.isEmpty)
    }

    @Test("a difference has the transcript's line, what was expected, and what happened")
    func difference() throws {
        let run = try run(
            "call\n\nivr: One\nkeys: 1\nivr: Two\nend: exit\n", [[says("One")], [says("Three"), .ends("exit")]])
        #expect(
            run.differences.map(\.description) == [
                "line 5: the IVR says something else\n    expected: Two\n    happened: Three"
            ])
    }

    @Test(
        "what is missing on either side is a difference",
        arguments: [
            ("call\nivr: One\nend: exit\n", [[Happening.ends("exit")]], 2, "says something else"),
            ("call\nend: exit\n", [[.logs("x"), .dials("blind tel:1"), .ends("exit")]], 2, "not here"),
            ("call\nlog: y\nend: exit\n", [[.logs("x"), .ends("exit")]], 2, "logs something else"),
            ("call\nend: exit 1\n", [[.ends("exit 2")]], 2, "does not end so"),
            ("call\n# end\n", [[.ends("exit")]], 1, "ends here"),
            ("call\nkeys: 1\n", [[], []], 2, "stops here"),
            ("call\nend: exit\n", [[]], 2, "does not end so"),
            ("call\nkeys: 1\nend: exit\n", [[.ends("exit")]], 1, "ends here"),
        ])
    func missing(text: String, happened: [[Happening]], line: Int, message: String) throws {
        let differences = try run(text, happened).differences
        #expect(differences.count == 1)
        #expect(differences.first?.line == line)
        #expect(differences.first?.message.contains(message) == true, "\(differences)")
    }

    @Test("logs that are not mentioned are no difference")
    func logs() throws {
        let run = try run("call\nlog: b\nend: exit\n", [[.logs("a"), .logs("b"), .logs("c"), .ends("exit")]])
        #expect(run.differences.isEmpty)
    }

    @Test("what agrees stays as it is, with comments and wildcards; the rest is rewritten in its place")
    func update() throws {
        let run = try run(
            """
            # Top.
            call

            # Greeting.
            ivr: Hello …
            ivr: Old
            # Before the key.
            keys: 1
            ivr: Same …
            end: exit
            """,
            [
                [says("Hello you"), says("New", 2), says("Newer", 3)],
                [says("Same as ever", 4), .ends("exit 5")],
            ])
        #expect(
            run.updatedText == """
                # Top.
                call

                # Greeting.
                ivr: Hello …
                ivr: New
                ivr: Newer
                # Before the key.
                keys: 1
                ivr: Same …
                end: exit 5

                """)
    }

    @Test("an updated transcript passes, also one that only had the caller's lines")
    func updateFromNothing() throws {
        let happened: [[Happening]] = [
            [says("Hello")], [says("Bye", 2), .dials("blind tel:1"), .ends("transfer")],
        ]
        let updated = try run("call\nkeys: 1\n", happened).updatedText
        #expect(updated == "call\nivr: Hello\nkeys: 1\nivr: Bye\ndials: blind tel:1\nend: transfer\n")
        #expect(try run(updated, happened).differences.isEmpty)
    }

    @Test("the caller's lines behind the end become comments")
    func unreached() throws {
        let updated = try run(
            "call\nkeys: 1\n# why\nkeys: 2\nivr: x\nend: exit\n", [[], [.ends("exit")]]
        ).updatedText
        #expect(updated == "call\nkeys: 1\nend: exit\n# why\n# not reached: keys: 2\n")
    }

    @Test("long lines are broken between words, and read as one")
    func wrapping() throws {
        let text = Array(repeating: "twelve words", count: 20).joined(separator: " ")
        let lines = says(text).transcriptLines
        #expect(lines.count > 1)
        #expect(lines.allSatisfy { $0.count <= 100 })
        let read = try Transcript(parsing: "call\n" + lines.joined(separator: "\n"))
        #expect(read.lines.last?.content == .expectation(.says(TextPattern(text))))
    }
}
