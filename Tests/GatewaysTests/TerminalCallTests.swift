import CallControl
import CallHosting
import Foundation
import Logging
import PluginKit
import PluginManifests
import Synchronization
import TestedProgram
import Testing

@testable import Gateways

/// A call at a terminal, or what stands for one.
@Suite(.timeLimit(.minutes(1))) struct TerminalCallTests {
    /// Asks a plugin for a while, and is told of the end.
    private final class DeskPlugin: Plugin {
        let manifest = PluginManifest(
            name: "desk", summary: "A desk.", methods: [PluginManifest.Method(name: "take", summary: "Takes a place.")])
        let asked = Departure()
        let isTold = Mutex(false)

        func invoke(_ method: String, parameters: JSONValue, context: PluginContext) async throws -> JSONValue {
            asked.happen()
            try await Task.sleep(for: .milliseconds(300))
            return [:]
        }

        func callEnded(_ context: PluginContext) async throws {
            try await Task.sleep(for: .milliseconds(200))
            isTold.withLock { $0 = true }
        }
    }

    private func start(
        _ document: String, _ desk: DeskPlugin, _ input: DataPipe
    ) throws -> (run: Task<Int32, Never>, screen: Collector, output: DataPipe, flow: FlowFolder) {
        let flow = try FlowFolder(["main.vxml": document.vxml])
        let output = DataPipe()
        let host = HostOptions(
            plugins: .linked(PluginSet([desk])), logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let call = TerminalCall(
            CallStart(from: "tel:1", to: "tel:2", flow: flow.flow.uri), host: host,
            streams: GatewayStreams(input: input.read, output: output.write, errors: output.write))
        return (Task { await call.run() }, Collector(output), output, flow)
    }

    @Test("however it ends, plugins know of its end before it is over", arguments: ["", "\u{4}", "end of input"])
    func callEnded(keys: String) async throws {
        let (desk, input) = (DeskPlugin(), DataPipe())
        let call = try start(
            """
            <form><object name="o" classid="method://desk/take"/>
            \(keys.isEmpty ? "" : "<field name='n' type='digits'/>")</form>
            """, desk, input)
        await desk.asked.wait()
        if keys.count == 1 { input.send(keys) } else if !keys.isEmpty { input.closeWrite() }
        #expect(await call.run.value == 0)
        #expect(desk.isTold.withLock { $0 })
        call.output.closeWrite()
        let shown = await call.screen.all()
        #expect(shown.hasSuffix("[the call has ended: \(keys.isEmpty ? "exit" : "hangup")]\n"), "\(shown)")
    }

    @Test("56 keys of a sensitive field that are typed ahead are not shown")
    func typedAhead() async throws {
        let (desk, input) = (DeskPlugin(), DataPipe())
        let call = try start(
            """
            <form><object name="o" classid="method://desk/take"/>
            <field name="pin" type="digits?length=4"><property name="dialtone.sensitive" value="true"/>
            <prompt>PIN?</prompt></field>
            <field name="n" type="digits?length=1"><prompt>Number?</prompt></field>
            <block><exit expr="pin == '9071'"/></block></form>
            """, desk, input)
        await desk.asked.wait()
        input.send("9071")
        #expect(await call.screen.wait(for: "Number?") != nil)
        input.send("5")
        #expect(await call.run.value == 0)
        call.output.closeWrite()
        #expect(await call.screen.all() == "> ••••\nNumber?\n> 5\n[the call has ended: exit true]\n")
    }

    @Test(
        "a signal to end leaves the terminal as it was", .enabled(if: BuiltProgram.isThere),
        arguments: [SIGINT, SIGQUIT])
    func signal(number: Int32) async throws {
        let flow = try FlowFolder(["main.vxml": .choice()])
        let terminal = try #require(PseudoTerminal())
        let before = terminal.localFlags
        let program = Process()
        program.executableURL = URL(fileURLWithPath: BuiltProgram.path)
        program.arguments = ["run", flow.path]
        program.standardInput = terminal.handle
        program.standardOutput = terminal.handle
        program.standardError = terminal.handle
        try program.run()
        for _ in 0..<1_000 where terminal.localFlags == before { try await Task.sleep(for: .milliseconds(10)) }
        #expect(terminal.localFlags != before)
        try await Task.sleep(for: .milliseconds(100))
        kill(program.processIdentifier, number)
        program.waitUntilExit()
        #expect(program.terminationReason == .exit)
        #expect(program.terminationStatus == 0)
        #expect(terminal.localFlags == before)
    }
}

/// Not that of Foundation.
private typealias DataPipe = GatewaysTests.Pipe

/// A terminal without anybody at it.
private final class PseudoTerminal {
    private let controller: Int32
    /// The side of the program.
    let handle: FileHandle

    init?() {
        controller = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        var (number, unlocked): (Int32, Int32) = (0, 0)
        // TIOCSPTLCK and TIOCGPTN, which Swift does not import.
        guard controller >= 0, ioctl(controller, 0x4004_5431, &unlocked) == 0,
            ioctl(controller, 0x8004_5430, &number) == 0
        else { return nil }
        let descriptor = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
        guard descriptor >= 0 else { return nil }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    deinit { close(controller) }

    /// Echo and the like.
    var localFlags: tcflag_t {
        var settings = termios()
        _ = tcgetattr(handle.fileDescriptor, &settings)
        return settings.c_lflag
    }
}
