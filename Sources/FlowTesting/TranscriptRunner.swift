import CallControl
public import CallHosting
import Foundation
public import PluginKit

/// Makes the calls that transcripts tell of, on the virtual clock. In a transcript prompts take no time.
public struct TranscriptRunner: Sendable {
    /// The kinds of plugins that flows can use.
    public var factories: [PluginFactory]
    /// Whether the plugins of every transcript are scripted, not only of those that say so.
    public var isScripted: Bool
    /// Told what the calls come to.
    public var coverage: Coverage?
    public var scripts: ScriptHosting

    public init(
        factories: [PluginFactory] = [], isScripted: Bool = false, coverage: Coverage? = nil,
        scripts: ScriptHosting = .inProcess
    ) {
        self.factories = factories
        self.isScripted = isScripted
        self.coverage = coverage
        self.scripts = scripts
    }

    /// Makes the call with a fresh folder for what plugins write.
    /// - Parameter file: the transcript's path, absolute; the flow is found from there.
    /// - Throws: `TranscriptSetupError` when the call cannot even be begun.
    public func run(_ transcript: Transcript, file: String) async throws -> TranscriptRun {
        let flow = transcript.header.flowLocation(ofTranscript: file)
        if let path = flow.path, !transcript.expectsNoFlow, !FileManager.default.fileExists(atPath: path) {
            throw TranscriptSetupError(message: "there is no flow \(path)")
        }
        return try await call(transcript, flow: flow).run
    }

    /// Makes the call of a flow.
    func call(
        _ transcript: Transcript, flow: FlowLocation, isKeyByKey: Bool = false, observer: (any CallObserver)? = nil
    ) async throws -> (call: TranscriptCall, run: TranscriptRun) {
        let dataFolder = FileManager.default.temporaryDirectory
            .appendingPathComponent("dialtone-test-\(UUID().uuidString)", isDirectory: true)
        defer { try? FileManager.default.removeItem(at: dataFolder) }

        let setup = try setup(of: flow, dataFolder: dataFolder.path)
        coverage?.began(flow)
        let watch = TranscriptWatch(coverage: coverage)
        let isScripted = isScripted || transcript.header.isScripted
        let host = CallHost(
            HostOptions(
                clock: .virtual, plugins: setup.hosted(isScripted: isScripted),
                properties: setup.configuration.properties, access: setup.configuration.access, scripts: scripts,
                observer: observer, sessionObserver: watch))
        var call = TranscriptCall(
            host: host, folder: flow.folderURI, watch: watch, isScripted: isScripted, isKeyByKey: isKeyByKey)
        let run = await call.follow(transcript, start: transcript.header.callStart(flow: flow.uri))
        await setup.plugins.stop()
        return (call, run)
    }

    private func setup(of flow: FlowLocation, dataFolder: String) throws -> FlowSetup {
        guard let folder = flow.folder else { throw TranscriptSetupError(message: "the flow \(flow.uri) is no file") }
        do {
            return try FlowSetup(folder: folder, factories: factories, dataFolder: dataFolder)
        } catch {
            throw TranscriptSetupError(message: "\(error)")
        }
    }
}

/// Why a transcript's call cannot be begun.
public struct TranscriptSetupError: Error, Hashable, Sendable, CustomStringConvertible {
    public var message: String
    public var description: String { message }
}

extension Transcript {
    /// Whether the transcript itself says that the flow cannot be had.
    fileprivate var expectsNoFlow: Bool {
        lines.contains { line in
            if case .expectation(.ends(let pattern)) = line.content {
                pattern.description == Happening.noDocument
            } else {
                false
            }
        }
    }
}

extension TranscriptHeader {
    /// The flow that the header names, or the one in the folder beside which the folder `calls` of the transcript is.
    func flowLocation(ofTranscript file: String) -> FlowLocation {
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
        let usual = folder.lastPathComponent == TranscriptSuite.folderName ? ".." : "."
        return FlowLocation(flow ?? usual, relativeTo: folder.path)
    }

    func callStart(flow: String) -> CallStart {
        CallStart(
            from: from, to: to, direction: direction, flow: flow, start: start, seed: seed, variables: variables,
            aai: aai)
    }
}

extension FlowLocation {
    /// The URI of the folder, with a slash at its end: what audio is named relative to.
    var folderURI: String { URIReference.resolve(".", against: uri) ?? uri }
}
