import Foundation
import Testing

@Suite("dialtone test --update loses nothing")
struct UpdateTests {
    private static let transcript = "call\n\nivr: Press … key.\n# why\nkeys: 1\nivr: That …\nend: exit\n"

    @Test("a flow that is not there is no difference: the file stays as it is")
    func noFlow() async throws {
        let folder = try Folder(["mein.vxml": echo, "calls/a.call": Self.transcript])
        let finished = try await dialtone("test", "--update", folder.path)
        #expect(finished.status == 1)
        #expect(finished.output.contains("there is no flow \(folder["main.vxml"])"), "\(finished.output)")
        #expect(try folder.read("calls/a.call") == Self.transcript)
    }

    @Test("nor is a flow that cannot be read")
    func badFlow() async throws {
        let folder = try Folder(["main.vxml": "<vxml", "calls/a.call": Self.transcript])
        #expect(try await dialtone("test", "--update", folder.path).status == 1)
        #expect(try folder.read("calls/a.call") == Self.transcript)
    }

    @Test("a transcript may say itself that there is no flow")
    func expectedAbsence() async throws {
        let folder = try Folder(["calls/a.call": "call\nend: error error.badfetch\n"])
        #expect(try await dialtone("test", folder.path).status == 0)
    }

    @Test("behind a transcript that stops too early comes the hang-up, and what follows it")
    func stopsEarly() async throws {
        let folder = try Folder(["main.vxml": echo, "calls/a.call": "call\nivr: Press …\nend: exit\n# end\n"])
        #expect(try await dialtone("test", folder.path).status == 1)
        #expect(try await dialtone("test", "--update", folder.path).status == 0)
        #expect(try folder.read("calls/a.call") == "call\nivr: Press …\n# end\nhang-up\nend: hangup\n")
        #expect(try await dialtone("test", folder.path).status == 0)
    }

    @Test("where a plugin's answer is missing, nothing is updated")
    func unanswered() async throws {
        let flow = document("<form><object name=\"o\" classid=\"method://weather/today\"/></form>")
        let text = "call\nivr: It rains.\nend: exit\n"
        let folder = try Folder(["main.vxml": flow, "calls/a.call": text])
        #expect(try await dialtone("test", "--update", folder.path, "--plugins", "scripted").status == 1)
        #expect(try folder.read("calls/a.call") == text)
    }

    @Test("a scripted answer that breaks the manifest is a difference at its line")
    func brokenAnswer() async throws {
        let text =
            "call\nflow: \(projectPath("flows/order-hotline"))\n"
            + "plugin orders.byCaller: {\"found\": \"maybe\", \"orders\": 5}\nivr: …\n"
        let folder = try Folder(["a.call": text])
        let finished = try await dialtone("test", "--update", folder.path, "--plugins", "scripted")
        #expect(finished.status == 1)
        #expect(
            finished.output.contains("line 3: orders.byCaller cannot answer so: the result 'found' is no boolean"),
            "\(finished.output)")
        #expect(try folder.read("a.call") == text)
    }

    @Test("a transcript that is no UTF-8")
    func encoding() async throws {
        let folder = try Folder(["main.vxml": echo])
        let file = try folder.openForWriting("calls/a.call")
        try file.write(contentsOf: [0x63, 0xFF, 0x0A])
        let finished = try await dialtone("test", folder.path)
        #expect(finished.status == 1)
        #expect(finished.output.contains("it is no UTF-8"), "\(finished.output)")
    }

    @Test("a report that cannot be written: one plain line, exit status 2")
    func report() async throws {
        let folder = try Folder(["main.vxml": echo, "calls/a.call": Self.transcript])
        let finished = try await dialtone("test", folder.path, "--junit", folder["none/report.xml"])
        #expect(finished.status == 2)
        #expect(
            finished.errors.contains("\(folder["none/report.xml"]): cannot be written: No such file or directory"),
            "\(finished.errors)")
        #expect(!finished.errors.contains("Domain"))
    }
}
