import CallControl
import CallHosting
import Foundation
import Logging
import PluginKit
import PluginManifests
import Synchronization

/// A folder with the files of a flow, gone when the test is.
final class FlowFolder: Sendable {
    let path: String

    init(_ files: [String: String] = [:]) throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("flow-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, content) in files { try write(name, content) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ name: String, _ content: String) throws {
        try content.write(toFile: path + "/" + name, atomically: true, encoding: .utf8)
    }

    func uri(_ name: String = "main.vxml") -> String { FlowLocation(name, relativeTo: path).uri }
}

extension String {
    /// A VoiceXML document with this content.
    var vxml: String {
        """
        <vxml version="2.1" xmlns="http://www.w3.org/2001/vxml" xml:lang="en-US">
        \(self)
        </vxml>
        """
    }

    /// A form with a field that takes 1 or 2 and then does this.
    static func choice(filled: String, prompt: String = "Press 1 or 2.", noinput: String = "<reprompt/>") -> String {
        """
        <form id="start"><field name="choice"><prompt>\(prompt)</prompt>
        <grammar mode="dtmf" version="1.0" root="r" xmlns="http://www.w3.org/2001/06/grammar"><rule id="r"><one-of>
        <item>1</item><item>2</item></one-of></rule></grammar>
        <noinput>\(noinput)</noinput>
        <filled>\(filled)</filled></field></form>
        """.vxml
    }
}

extension CallStart {
    static func test(_ flow: String) -> CallStart { CallStart(from: "tel:1", to: "tel:2", flow: flow) }
}

extension HostOptions {
    static func test(
        _ clock: HostClock = .virtual, playback: PlaybackPolicy = .immediate, plugins: [any Plugin] = []
    ) -> HostOptions {
        HostOptions(
            clock: clock, playback: playback, plugins: .linked(PluginSet(plugins)),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }
}

/// Keeps what it is told.
final class Kept<Element: Sendable>: Sendable {
    private let elements = Mutex<[Element]>([])

    var all: [Element] { elements.withLock { $0 } }

    func append(_ more: [Element]) { elements.withLock { $0 += more } }

    /// Waits until an element is there that fits, at most a minute.
    func wait(for fits: @Sendable (Element) -> Bool) async -> Element? {
        for _ in 0..<12_000 {
            if let found = all.first(where: fits) { return found }
            try? await Task.sleep(for: .milliseconds(5))
        }
        return nil
    }
}

extension [CallCommand] {
    /// What is said, prompt by prompt.
    var texts: [String] {
        compactMap { command in
            if case .play(let play) = command { play.readableText() } else { nil }
        }
    }

    var end: End? {
        for case .end(let end) in self { return end }
        return nil
    }
}

extension CallOutput {
    var command: CallCommand? {
        if case .command(call: _, let command) = self { command } else { nil }
    }

    var end: End? { command.flatMap { [$0].end } }
}
