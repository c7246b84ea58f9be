import ArgumentParser
import CallControl
import CallHosting
import ConfigurationFiles
import FlowTesting
import Foundation
import Gateways
import PluginKit
import Streams

/// `dialtone run`.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Takes calls.",
        discussion: """
            At a terminal you are the caller: prompts appear as text, keys are typed without Enter, and Ctrl-D hangs \
            up. From a pipe each character is a key, pressed when the call next rests; white space is nothing, and ~ \
            lets the next timer fire:

              printf '1 1001#' | dialtone run flows/order-hotline

            With --format ndjson a telephony gateway drives any number of calls over standard input and output; \
            Sources/Gateways/Documentation.docc/Protocol.md tells how. On the virtual clock plugins write into a folder of their own, \
            which is fresh for every run.

            The exit status is 0 when calls ended normally, also by the caller's hang-up; 1 when the call of \
            --format keys ended by an error or did not come to rest; 2 for a usage that is wrong and for what cannot be read.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case keys, ndjson
    }

    enum PluginSource: String, ExpressibleByArgument, CaseIterable {
        case linked, scripted
    }

    @Argument(
        help:
            "A document, a folder with a main.vxml, or an http URI. Without it each call of --format ndjson names its own flow."
    )
    var flow: String?

    @Option(help: "How events come and commands go.")
    var format = Format.keys

    @Option(help: "What moves time; with ndjson 'real' is the default, a pipe of keys is 'virtual'.")
    var clock: HostClock?

    @Option(
        help: "How the end of a prompt is known; with ndjson 'gateway' is the default, a pipe of keys is 'immediate'.")
    var playback: PlaybackPolicy?

    @Flag(help: "With ndjson: write a 'ready' line first.")
    var hello = false

    @Option(help: ArgumentHelp("With ndjson: refuse flows that lie elsewhere.", valueName: "dir"))
    var flowsUnder: String?

    @Option(help: "Who answers plugin calls: the plugins, or (with ndjson) the gateway.")
    var plugins = PluginSource.linked

    @OptionGroup var scripts: ScriptOptions

    @Option(help: ArgumentHelp("Save each call as a transcript for 'dialtone test'.", valueName: "dir"))
    var save: String?

    @Option(help: ArgumentHelp("With keys: the caller's number, else tel:anonymous.", valueName: "uri"))
    var from: String?

    @Option(help: ArgumentHelp("With keys: the number called, else tel:dialtone.", valueName: "uri"))
    var to: String?

    func validate() throws {
        if flow?.isEmpty == true { throw ValidationError("The path of the flow is empty.") }
        guard format == .keys else { return try validateLines() }
        guard flow != nil else { throw ValidationError("Which flow? Give a document, or a folder with a main.vxml.") }
        guard !hello, flowsUnder == nil, plugins == .linked else {
            throw ValidationError("--hello, --flows-under and --plugins scripted belong to --format ndjson.")
        }
        let isTerminal = Console.current.isTerminal
        let (clock, playback): (HostClock, PlaybackPolicy) =
            isTerminal ? (.real, .estimate) : (.virtual, .immediate)
        guard self.clock ?? clock == clock, self.playback ?? playback == playback else {
            throw ValidationError(
                "Keys \(isTerminal ? "at a terminal" : "from a pipe") mean --clock \(clock.rawValue) and "
                    + "--playback \(playback.rawValue); others belong to --format ndjson.")
        }
    }

    private func validateLines() throws {
        guard from == nil, to == nil else {
            throw ValidationError("--from and --to belong to --format keys; of ndjson each 'call' says its own.")
        }
        if let flowsUnder, !FileSearch.isFolder(flowsUnder) {
            throw ValidationError("--flows-under \(flowsUnder): there is no such folder.")
        }
    }

    func run() async throws {
        let console = Console.current
        let location = flow.map { FlowLocation($0) }
        if let path = location?.path, !FileManager.default.fileExists(atPath: path) {
            throw CommandFailure("\(path): there is no such file")
        }
        let isVirtual = format == .keys ? !console.isTerminal : clock == .virtual
        let dataFolder = isVirtual ? TemporaryFolder() : nil
        defer { dataFolder?.remove() }

        let errors = LogOutput(console.streams.errors)
        var common = HostOptions(
            clock: isVirtual ? .virtual : .real, playback: playback ?? .gateway, scripts: scripts.hosting(),
            run: isVirtual ? "" : UUID().uuidString)
        let recorder = try save.map { try newRecorder(savingIn: $0, errors) }
        common.observer = recorder
        let setups = RunSetups(common, arePluginsScripted: plugins == .scripted, dataFolder: dataFolder?.path)
        let host = try setups.options(of: location?.folder ?? FileManager.default.currentDirectoryPath)

        let status =
            switch format {
            case .ndjson: await takeCalls(of: location, host, setups, console)
            case .keys: await takeOneCall(of: location?.uri ?? "", host, console)
            }
        await setups.stop()
        await recorder?.finish()
        await errors.drain()
        guard status == 0 else { throw ExitCode(status) }
    }

    private func newRecorder(savingIn folder: String, _ errors: LogOutput) throws -> TranscriptRecorder {
        do {
            return try TranscriptRecorder(folder: folder) { errors.write("dialtone: \($0)") }
        } catch {
            throw CommandFailure("\(folder): cannot be made: \(error.fileReason)")
        }
    }

    private func takeCalls(
        of location: FlowLocation?, _ host: HostOptions, _ setups: RunSetups, _ console: Console
    ) async -> Int32 {
        let options = Lines.Options(
            host: host, setUp: { (folder) throws(ConfigurationError) in try setups.options(of: folder) },
            flow: location, flowsUnder: flowsUnder, hello: hello)
        return await Lines(options, streams: console.streams).run()
    }

    private func takeOneCall(of flow: String, _ host: HostOptions, _ console: Console) async -> Int32 {
        var start = CallStart(from: from ?? "tel:anonymous", to: to ?? "tel:dialtone", flow: flow)
        guard host.clock == .real else { return await PlainKeys(start, host: host, streams: console.streams).run() }
        start.start = .now
        start.seed = UInt64.random(in: 0...(1 << 53 - 1))
        return await TerminalCall(start, host: host, streams: console.streams).run()
    }
}
