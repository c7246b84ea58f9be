import ArgumentParser
import CallControl
import CallHosting
import FlowTesting
import Foundation
import PluginKit

/// `dialtone bench`.
struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Measures how fast a flow is, by very many calls that go as a transcript does.",
        discussion: """
            The transcript is rehearsed once; then each call gets its keys one by one, and every command is compared \
            with the rehearsal's. Plugins are the real ones, with a fresh folder for what they write. There are four \
            measurements, each in a process of its own, and each made --runs times:

              speed     --calls calls, --concurrency at a time, each key pressed when the key before is answered
              latency   --concurrency calls at a time for --seconds; each presses a key about every --pace and \
            listens to prompts for --listening, however late answers come; all keys together come at random, as those \
            of people who do not know of each other; times count from the moment at which a key was due
              memory    --concurrency calls wait before their last key; what the process has grown by
              cold      'dialtone run' is started, and a call taken; the time to its first prompt

            Callers and what keeps their books run in the same process, and what they cost is part of what is \
            measured. The exit status is 1 when a call went another way than the rehearsal.
            """)

    @Argument(help: "A document, or a folder with a main.vxml.")
    var flow: String

    @Option(help: ArgumentHelp("A transcript of keys.", valueName: "file.call"))
    var script: String

    @Option(help: "How many calls 'speed' makes.")
    var calls = 10_000

    @Option(help: "How many calls are in progress at a time.")
    var concurrency = 1_000

    @Option(help: "How many calls are worked on at the same time; by default one for each processor.")
    var lanes: Int?

    @Option(help: "How often each measurement is made; the medians are told.")
    var runs = 5

    @Option(help: "How long 'latency' takes, in seconds.")
    var seconds = 10

    @Option(help: "How long it is from one key of a call to the next in 'latency', in milliseconds.")
    var pace = 800

    @Option(help: "How long prompts are listened to in 'latency', in milliseconds.")
    var listening = 3_000

    @OptionGroup var scripts: ScriptOptions

    @Option(help: "How long each plugin call takes at least, in milliseconds.")
    var pluginDelay = 0

    @Option(help: "Make this measurement only; may be given several times.")
    var only: [BenchMeasurement] = []

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        let counts = [calls, concurrency, lanes ?? 1, runs, seconds, pace]
        guard counts.allSatisfy({ (1...1_000_000).contains($0) }),
            [pluginDelay, listening].allSatisfy({ (0...60_000).contains($0) })
        else {
            throw ValidationError("Every number must be above zero and no more than a million.")
        }
    }

    func run() async throws {
        let console = Console.current
        let script = try await BenchScript(flow: flow, script: script)
        let measurements = only.isEmpty ? BenchMeasurement.allCases : BenchMeasurement.allCases.filter(only.contains)
        var report = BenchReport(script: script, command: self)
        if runs == 1, measurements.count == 1 {
            report.runs.append(try await measure(measurements[0], script))
        } else {
            for measurement in measurements {
                for _ in 0..<runs { report.runs.append(try await BenchProcess(self).run(measurement)) }
            }
        }
        console.print(json ? report.json.jsonText : report.table)
        for divergence in report.divergences { console.printError(divergence) }
        guard report.failedCalls == 0 else { throw ExitCode(1) }
    }

    private func measure(_ measurement: BenchMeasurement, _ script: BenchScript) async throws -> BenchRun {
        switch measurement {
        case .cold: try await ColdStart(script).measure()
        case .speed, .latency, .memory:
            try await withLoad(script) { load in
                switch measurement {
                case .speed: await load.measureSpeed(calls: calls)
                case .latency: await load.measureLatency(seconds: seconds, pace: pace, listening: listening)
                default: await load.measureMemory()
                }
            }
        }
    }

    private func withLoad(
        _ script: BenchScript, _ body: @Sendable (Load) async throws -> BenchRun
    ) async throws -> BenchRun {
        let dataFolder = TemporaryFolder()
        defer { dataFolder.remove() }
        let setup = try FlowSetup(
            folder: script.folder, factories: LinkedPlugins.factories, dataFolder: dataFolder.path)
        let plugins = setup.plugins.delayed(by: .milliseconds(pluginDelay))
        let load = Load(
            script.rehearsal, concurrency: concurrency,
            options: HostOptions(
                clock: .real, plugins: .linked(plugins), properties: setup.configuration.properties,
                access: setup.configuration.access, scripts: scripts.hosting(), lanes: lanes,
                run: UUID().uuidString))
        // The callers wait on a thread of their own.
        let run = try await withTaskExecutorPreference(ThreadExecutor(name: "callers")) { try await body(load) }
        await load.stop()
        await setup.plugins.stop()
        return run
    }
}

/// What `dialtone bench` can measure.
enum BenchMeasurement: String, ExpressibleByArgument, CaseIterable {
    case speed, latency, memory, cold
}
