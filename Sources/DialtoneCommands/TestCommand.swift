import ArgumentParser
import FlowTesting
import Foundation

/// `dialtone test`.
struct TestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Replays call transcripts and shows where a flow does something else.",
        discussion: """
            A transcript (*.call) is a call as a person would write it down; Sources/FlowTesting/Documentation.docc/Transcripts.md has \
            the few words to know. Each is made on the virtual clock with a fresh folder for what plugins write. The \
            exit status is 0 when all went as written, 1 when one did not, 2 for a usage that is wrong and for paths \
            that cannot be read.
            """)

    @Argument(help: "Transcripts, and folders with them.")
    var paths: [String]

    @Flag(help: "Rewrite transcripts that differ to what happened. Comments and wildcards that still match stay.")
    var update = false

    @Flag(help: "Say which parts of the flows no transcript has come to.")
    var coverage = false

    @Option(help: ArgumentHelp("Write the results as JUnit XML, too.", valueName: "file"))
    var junit: String?

    @Option(help: "Who answers plugin calls: the plugins, or the transcripts.")
    var plugins = RunCommand.PluginSource.linked

    @OptionGroup var scripts: ScriptOptions

    func run() async throws {
        let console = Console.current
        let files = try paths.flatMap { try TranscriptSuite.files(at: $0) }
        guard !files.isEmpty else {
            throw CommandFailure("there is no transcript (*.call) at \(paths.joined(separator: ", "))")
        }

        let gathered = coverage ? Coverage() : nil
        let runner = TranscriptRunner(
            factories: LinkedPlugins.factories, isScripted: plugins == .scripted, coverage: gathered,
            scripts: scripts.hosting())
        var results: [TranscriptTest.Result] = []
        for file in files {
            let result = await TranscriptTest(path: file).run(with: runner, isUpdating: update)
            console.print(result.description)
            results.append(result)
        }
        if let junit {
            do {
                try JUnitReport(results).text.write(toFile: junit, atomically: true, encoding: .utf8)
            } catch {
                throw CommandFailure("\(junit): cannot be written: \(error.fileReason)")
            }
        }

        for folder in gathered?.flowFolders ?? [] {
            let documents = try await FlowDocuments(inFolder: folder)
            for file in documents.refused {
                console.print("\(file): not counted, for it cannot run; see dialtone check")
            }
            if let report = gathered?.report(of: documents.machines, flow: documents.name) {
                console.print(report.description)
            }
        }

        let failed = results.count { !$0.hasPassed && !$0.isUpdated }
        let updated = results.count { $0.isUpdated }
        let passed = results.count - failed - updated
        console.print(
            "\(results.count) transcript\(results.count == 1 ? "" : "s"): \(passed) passed, \(failed) failed"
                + (updated == 0 ? "" : ", \(updated) updated"))
        guard failed == 0 else { throw ExitCode(1) }
    }
}
