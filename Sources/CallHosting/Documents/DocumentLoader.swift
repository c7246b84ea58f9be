import CallControl
import Diagnostics
import Expressions
public import Logging
public import PluginManifests
import ScriptEngine
import Synchronization

/// Reads and compiles documents, grammars and scripts, once for all calls.
public final class DocumentLoader: Sendable {
    let plugins: PluginCatalog
    private let compiler: DocumentCompiling
    private let logger: Logger
    private let store = ResourceStore()
    /// Made for the first document that is checked.
    private let checker = Mutex<JavaScriptCoreEngine?>(nil)

    /// - Parameters:
    ///   - plugins: what `<object>` is checked against.
    ///   - properties: default values of properties.
    ///   - logger: told of resources that cannot be had.
    public init(
        plugins: PluginCatalog = PluginCatalog(), properties: [String: String] = [:],
        logger: Logger = .hostDefault
    ) {
        self.plugins = plugins
        compiler = DocumentCompiling(plugins: plugins, properties: properties)
        self.logger = logger
    }

    /// Reads a VoiceXML document or an SRGS grammar with all that it refers to and says what is wrong with it.
    /// - Parameter path: a path or a `file:` URI; diagnostics name the file by it.
    public func check(_ path: String) throws(UnreadableFile) -> CheckedDocument {
        let location = FlowLocation(path)
        var sources = SourceGathering()
        let content = try sources.read(location.uri)
        return withChecker { checker in
            compiler.check(content, uri: location.uri, file: path, sources: &sources, checker: checker)
        }
    }

    /// Why a script does not parse; nil: it does.
    func problem(inScript text: String) -> String? {
        withChecker { $0.problem(inProgram: text) }
    }

    private func withChecker<Result: Sendable>(_ body: (JavaScriptCoreEngine) -> Result) -> Result {
        checker.withLock { engine in
            let checker = engine ?? JavaScriptCoreEngine()
            engine = checker
            return body(checker)
        }
    }

    /// Brings what a call asks for.
    /// - Parameter checker: that of the call's lane.
    func load(_ fetch: Fetch, checker: any ScriptSyntaxChecker) -> LoadedResource {
        store.resource(fetch) {
            let loaded = compiler.load(fetch, checker: checker)
            if case .failed(let event, let message) = loaded.outcome { logger.warning("\(event): \(message)") }
            return loaded
        }
    }
}

extension Logger {
    /// Writes to standard error, whatever the process has chosen for its loggers: standard output is the gateway's.
    public static var hostDefault: Logger {
        Logger(label: "dialtone") { StreamLogHandler.standardError(label: $0) }
    }
}
