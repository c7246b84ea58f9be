import CallControl
import CallHosting
import ConfigurationFiles
import Dispatch
import Foundation
import Logging
import Synchronization

@testable import Gateways

/// A folder with the files of a flow, gone when the test is.
final class FlowFolder: Sendable {
    let path: String

    init(_ files: [String: String] = [:]) throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("flow-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, content) in files { try content.write(toFile: path + "/" + name, atomically: true, encoding: .utf8) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var flow: FlowLocation { FlowLocation("main.vxml", relativeTo: path) }
}

extension String {
    /// A VoiceXML document with this content.
    var vxml: String {
        "<vxml version=\"2.1\" xmlns=\"http://www.w3.org/2001/vxml\" xml:lang=\"en-US\">\n\(self)\n</vxml>"
    }

    /// A field that takes 1 or 2 and then does this.
    static func choice(
        filled: String = "You pressed <value expr='choice'/>.<exit/>", noinput: String = "Silence. <reprompt/>"
    ) -> String {
        """
        <form id="start"><field name="choice"><prompt>Press 1 or 2.</prompt>
        <grammar mode="dtmf" version="1.0" root="r" xmlns="http://www.w3.org/2001/06/grammar"><rule id="r"><one-of>
        <item>1</item><item>2</item></one-of></rule></grammar>
        <noinput>\(noinput)</noinput>
        <filled>\(filled)</filled>
        </field></form>
        """.vxml
    }
}

/// A pipe. Both ends are closed with it.
final class Pipe: Sendable {
    let read: Int32
    let write: Int32
    private let isWriteOpen = Mutex(true)
    private let isReadOpen = Mutex(true)

    init() {
        var ends: [Int32] = [-1, -1]
        _ = pipe(&ends)
        (read, write) = (ends[0], ends[1])
    }

    deinit {
        closeWrite()
        closeRead()
    }

    func closeWrite() {
        isWriteOpen.withLock { isOpen in
            if isOpen { close(write) }
            isOpen = false
        }
    }

    func closeRead() {
        isReadOpen.withLock { isOpen in
            if isOpen { close(read) }
            isOpen = false
        }
    }

    func send(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(write, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}

/// Collects what comes out of a pipe.
final class Collector: Sendable {
    private let content = Mutex<[UInt8]>([])
    private let ended = Departure()

    private let pipe: Pipe

    /// - Parameter begins: whether it reads before it is told to.
    init(_ pipe: Pipe, begins: Bool = true) {
        self.pipe = pipe
        if begins { begin() }
    }

    func begin() {
        DispatchQueue(label: "collector").async { [self] in
            var chunk = [UInt8](repeating: 0, count: 64 << 10)
            while true {
                let count = Glibc.read(pipe.read, &chunk, chunk.count)
                guard count > 0 else { break }
                content.withLock { $0 += chunk[..<count] }
            }
            ended.happen()
        }
    }

    var text: String { content.withLock { String(decoding: $0, as: UTF8.self) } }
    var lines: [String] { text.split(separator: "\n").map(String.init) }

    /// Everything, once the pipe has been closed.
    func all() async -> String {
        await ended.wait()
        return text
    }

    /// Waits until a line has this in it, at most a minute: the machine may be busy with other tests.
    func wait(for part: String) async -> String? {
        for _ in 0..<12_000 {
            if let line = lines.first(where: { $0.contains(part) }) { return line }
            try? await Task.sleep(for: .milliseconds(5))
        }
        return nil
    }
}

/// Dialtone on the gateway protocol, over pipes within the test's process.
final class Dialtone: Sendable {
    let input = Pipe()
    let output = Pipe()
    let collector: Collector
    private let departure = Departure()
    private let run: Task<Int32, Never>

    init(
        _ flow: FlowLocation? = nil, clock: HostClock = .virtual, playback: PlaybackPolicy = .gateway,
        hello: Bool = false, plugins: HostedPlugins = .scripted(manifests: []), flowsUnder: String? = nil,
        outputLimit: Int? = nil, isRead: Bool = true
    ) {
        let host = HostOptions(
            clock: clock, playback: playback, plugins: plugins,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let setUp: FlowHosts.SetUp = { (folder) throws(ConfigurationError) in
            let setup = try FlowSetup(folder: folder, factories: [])
            var options = host
            options.properties = setup.configuration.properties
            options.access = setup.configuration.access
            return options
        }
        var lines = Lines(
            Lines.Options(
                host: host, setUp: setUp, flow: flow, flowsUnder: flowsUnder, hello: hello, endsAtSignals: false),
            streams: GatewayStreams(input: input.read, output: output.write))
        if let outputLimit { lines.outputLimit = outputLimit }
        collector = Collector(output, begins: isRead)
        run = Task { [lines, departure] in await lines.run(until: departure) }
    }

    func send(_ lines: String...) { input.send(lines.joined(separator: "\n") + "\n") }

    /// Ends it as a signal does.
    func depart() { departure.happen() }

    /// The exit status after the end of input.
    func end() async -> Int32 {
        input.closeWrite()
        return await status()
    }

    /// The exit status once it ends by itself.
    func status() async -> Int32 {
        let status = await run.value
        output.closeWrite()
        return status
    }

    /// What the lines lead to, to the end of input, line by line.
    static func answers(
        _ lines: [String], flow: FlowLocation? = nil, playback: PlaybackPolicy = .gateway,
        plugins: HostedPlugins = .scripted(manifests: []), flowsUnder: String? = nil
    ) async -> [String] {
        let dialtone = Dialtone(flow, playback: playback, plugins: plugins, flowsUnder: flowsUnder)
        dialtone.input.send(lines.map { $0 + "\n" }.joined())
        _ = await dialtone.end()
        return await dialtone.collector.all().split(separator: "\n").map(String.init)
    }
}

/// A `call` line of call `a`, and others.
func callLine(_ id: String = "a", _ more: String = "") -> String {
    #"{"event":"call","call":"\#(id)","from":"tel:1","to":"tel:2"\#(more)}"#
}

extension String {
    func json() throws -> JSONValue { try JSONValue(parsing: self) }
}

extension [String] {
    /// The values of a field, of the lines that are this command.
    func field(_ name: String, of command: String) throws -> [JSONValue] {
        try map { try $0.json() }.filter { $0["command"] == .string(command) }.compactMap { $0[name] }
    }
}
