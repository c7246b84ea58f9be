import CallControl
import PluginKit
import Testing

@testable import ExternalPlugins

@Suite("What a process writes goes to the log", .timeLimit(.minutes(1)))
struct LogTests {
    @Test("but no flood of it, and what is left out is counted", arguments: ["flood", "stray flood", "answer flood"])
    func flood(what: String) async throws {
        let (folder, log) = (try TestFolder(), TestLog())
        let plugin = try folder.plugin(log: log)
        #expect(try await plugin.act(what, 20_000) == "done")
        await plugin.stop()
        let lines = log.text.replacing("an answer to 77", with: "junk").split(separator: "\n")
        #expect(lines.count { $0.contains("junk") } < 200)
        let leftOut = lines.compactMap { line in
            line.contains("have been left out") ? Int(line.split(separator: " ")[1]) : nil
        }
        #expect(leftOut.reduce(0, +) + lines.count { $0.contains("junk") } == 20_000)
    }

    @Test("an error's message is cut, of one line, and without secrets")
    func messages() async throws {
        let folder = try TestFolder()
        let plugin = try folder.plugin()
        _ = try await plugin.act("echo", "471199")
        let message = "no\n\u{1B}[2J 471199 " + String(repeating: "x", count: 100_000)
        let failure = await plugin.failure("fail", ["code": 1, "message": .string(message)])
        #expect(failure?.message.hasPrefix("no  [2J … xx") == true, "\(failure?.message.prefix(20) ?? "")")
        #expect(failure.map { $0.message.utf8.count < 1_010 } == true)
        await plugin.stop()
    }

    @Test("of a long line its beginning, and no part of a secret that lies across the end of that")
    func cut() async throws {
        let (folder, log) = (try TestFolder(), TestLog())
        let plugin = try folder.plugin(log: log)
        _ = try await plugin.act("log long", "471199")
        #expect(try await log.contains("xx…"))
        await plugin.stop()
        #expect(!log.text.contains("4"))
        #expect(log.text.split(separator: "\n").count { $0.contains("xxx") } == 1)
    }

    @Test(
        "secrets are found byte by byte, the longest first",
        arguments: [
            ("PIN 4711.", "PIN …."), ("47114711", "……"), ("471", "471"), ("4711\u{301}!", "…\u{301}!"),
            ("4711-99", "…"), ("44711", "4…"), ("", ""),
        ])
    func secrets(text: String, redacted: String) {
        var memory = SecretMemory()
        memory.remember(["4711", "4711-99", ""])
        #expect(memory.redacting(Array(text.utf8)) == Array(redacted.utf8))
    }

    @Test("a hundred lines at once, and ten a second")
    func allowance() {
        var allowance = LogAllowance()
        let now = ContinuousClock.now
        #expect((0..<150).count { _ in allowance.admits(at: now) } == 100)
        #expect((0..<50).count { _ in allowance.admits(at: now + .seconds(2)) } == 20)
        #expect(allowance.takeLeftOut() == 80)
        #expect((0..<150).count { _ in allowance.admits(at: now + .seconds(60)) } == 100)
        #expect([allowance.takeLeftOut(), allowance.takeLeftOut()] == [50, 0])
    }
}
