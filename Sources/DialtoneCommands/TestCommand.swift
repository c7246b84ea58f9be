import ArgumentParser
import FlowTesting
import Foundation
import Gateways

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
        let results = try await results(of: files, with: runner, console)
        if let junit { try write(JUnitReport(results), to: junit) }
        if let gathered { try await print(gathered, to: console) }

        let failed = results.count { $0.hasFailed }
        let updated = results.count { $0.isUpdated }
        let passed = results.count - failed - updated
        console.print(
            "\(results.count) transcript\(results.count == 1 ? "" : "s"): \(passed) passed, \(failed) failed"
                + (updated == 0 ? "" : ", \(updated) updated"))
        guard failed == 0 else { throw ExitCode(1) }
    }

    /// Makes the calls one after the other, and says of each what came of it. A signal ends that, and what plugins have
    /// written is removed all the same.
    private func results(
        of files: [String], with runner: TranscriptRunner, _ console: Console
    ) async throws -> [TranscriptTest.Result] {
        let work = Task {
            var results: [TranscriptTest.Result] = []
            for file in files {
                let result = await TranscriptTest(path: file).run(with: runner, isUpdating: update)
                if Task.isCancelled { break }
                console.print(result.description)
                results.append(result)
            }
            return results
        }
        let signals = SignalWatch.termination { work.cancel() }
        defer { signals.cancel() }
        let results = await work.value
        // As a shell has it for SIGINT.
        guard !work.isCancelled else { throw ExitCode(130) }
        return results
    }

    private func write(_ report: JUnitReport, to file: String) throws {
        do {
            try report.text.write(toFile: file, atomically: true, encoding: .utf8)
        } catch {
            throw CommandFailure("\(file): cannot be written: \(error.fileReason)")
        }
    }

    private func print(_ coverage: Coverage, to console: Console) async throws {
        for folder in coverage.flowFolders {
            let documents = try await FlowDocuments(inFolder: folder)
            for file in documents.refused {
                console.print("\(file): not counted, for it cannot run; see dialtone check")
            }
            console.print(coverage.report(of: documents.machines, flow: documents.name).description)
        }
    }
}
