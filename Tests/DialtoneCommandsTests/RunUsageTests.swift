import Testing

@Suite("dialtone run: what fits together")
struct RunUsageTests {
    @Test(
        "keys from a pipe are virtual and immediate, and may be told so",
        arguments: [["--clock", "virtual"], ["--playback", "immediate"]])
    func keys(options: [String]) async throws {
        let folder = try Folder(["main.vxml": echo])
        let finished = try await dialtone(["run", folder.path] + options, input: "1")
        #expect(finished.output.contains("That was one."))
        #expect(finished.status == 0)
    }

    @Test(
        "what contradicts is refused",
        arguments: [
            ["--clock", "real"], ["--playback", "estimate"], ["--hello"], ["--flows-under", "/"],
            ["--plugins", "scripted"],
        ])
    func contradictions(options: [String]) async throws {
        let folder = try Folder(["main.vxml": echo])
        let finished = try await dialtone(["run", folder.path] + options, input: "1")
        #expect(finished.status == 2)
        #expect(finished.output.isEmpty)
    }

    @Test(
        "so it is with ndjson",
        arguments: [["--from", "tel:1"], ["--to", "tel:1"], ["--flows-under", "/nowhere/at/all"]])
    func contradictionsOfLines(options: [String]) async throws {
        let folder = try Folder(["main.vxml": echo])
        let finished = try await dialtone(["run", folder.path, "--format", "ndjson"] + options)
        #expect(finished.status == 2)
        #expect(finished.output.isEmpty)
    }

    @Test("an empty path is no flow", arguments: ["keys", "ndjson"])
    func emptyPath(format: String) async throws {
        #expect(try await dialtone("run", "", "--format", format).status == 2)
    }

    @Test("a flow that is not there: one plain line before any call, exit status 2", arguments: ["keys", "ndjson"])
    func noFlow(format: String) async throws {
        let folder = try Folder()
        for (flow, file) in [("none.vxml", "none.vxml"), ("", "/main.vxml"), ("none.vxml#x", "none.vxml")] {
            let finished = try await dialtone("run", folder[flow], "--format", format)
            #expect(finished.status == 2)
            #expect(finished.output.isEmpty)
            let path = folder[file].replacing("//", with: "/")
            #expect(finished.errors == "Error: \(path): there is no such file\n")
        }
    }

    @Test("a folder for transcripts that cannot be made: one plain line, exit status 2")
    func saving() async throws {
        let folder = try Folder(["main.vxml": echo])
        let finished = try await dialtone("run", folder.path, "--save", folder["main.vxml"])
        #expect(finished.status == 2)
        #expect(finished.errors.hasPrefix("Error: \(folder["main.vxml"]): cannot be made: "), "\(finished.errors)")
        #expect(!finished.errors.contains("Domain"))
    }
}
