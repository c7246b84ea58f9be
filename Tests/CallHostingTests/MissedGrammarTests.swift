import CallControl
import CallHosting
import LoopbackServer
import Synchronization
import Testing

/// A grammar that could not be had for a moment is there for the next call.
@Suite(.timeLimit(.minutes(1))) struct MissedGrammarTests {
    /// How documents come to the grammar: by their own, by one of a file of its own.
    enum Reference: String, CaseIterable {
        case inline, external
    }

    private static func grammar(_ rule: String) -> String {
        """
        <grammar mode='dtmf' version='1.0' root='r' xmlns='http://www.w3.org/2001/06/grammar'>\
        <rule id='r'>\(rule)</rule></grammar>
        """
    }

    /// The files of a flow that refers to `digit.grxml`.
    private static func files(_ reference: Reference) -> [String: String] {
        let reader = grammar("<ruleref uri='digit.grxml'/>")
        let used =
            switch reference {
            case .inline: reader
            case .external: "<grammar src='reader.grxml' fetchtimeout='300ms'/>"
            }
        let sorry = "<catch event='error'><prompt>Sorry.</prompt><exit/></catch>"
        return [
            "main.vxml": "\(sorry)<form><block><goto next='next.vxml' fetchtimeout='300ms'/></block></form>".vxml,
            "next.vxml": """
            \(sorry)<form><field name='f'>\(used)<prompt>Press 7.</prompt><filled><prompt>Thanks.</prompt></filled>
            </field></form>
            """.vxml,
            "reader.grxml": reader,
        ]
    }

    /// Does not serve the grammar the first time.
    private static func server(_ reference: Reference, first: LoopbackServer.Reply) async throws -> LoopbackServer {
        let files = files(reference)
        let times = Times()
        return try await LoopbackServer { request in
            let name = String(request.target.dropFirst())
            let headers = [("Cache-Control", "max-age=60")]
            if let file = files[name] { return .text(file, headers) }
            return times.next() == 1 ? first : .text(grammar("7"), headers)
        }
    }

    private final class Times: Sendable {
        private let count = Mutex(0)

        func next() -> Int {
            count.withLock { count in
                count += 1
                return count
            }
        }
    }

    @Test(
        "that the server did not give",
        arguments: Reference.allCases,
        [.text("", status: 503), .raw("no HTTP"), .silence, .text("no grammar")] as [LoopbackServer.Reply])
    func server(reference: Reference, first: LoopbackServer.Reply) async throws {
        let server = try await Self.server(reference, first: first)
        let host = CallHost(.test())
        let missing = await VirtualCall(host, id: "a").send(.call(.test(server.uri("/main.vxml"))))
        #expect(missing.commands.texts.last == "Sorry.", "\(missing)")
        let call = VirtualCall(host, id: "b")
        #expect(await call.send(.call(.test(server.uri("/main.vxml")))).commands.texts == ["Press 7."])
        #expect(await call.send(.keys([.seven])).commands.texts == ["Thanks."])
        // It is asked for once more, and then known.
        _ = await VirtualCall(host, id: "c").send(.call(.test(server.uri("/main.vxml"))))
        #expect(server.requests.count { $0.target == "/digit.grxml" } == 2)
        await server.stop()
    }

    @Test("for which a caller did not wait", arguments: Reference.allCases)
    func hangUp(reference: Reference) async throws {
        let server = try await Self.server(reference, first: .after(.milliseconds(200), .text(Self.grammar("8"))))
        let outputs = Kept<CallOutput>()
        let host = CallHost(.test(.real)) { outputs.append($0) }
        await host.post(Arrival("a", .call(.test(server.uri("/main.vxml")))))
        while !server.requests.contains(where: { $0.target == "/digit.grxml" }) {
            try await Task.sleep(for: .milliseconds(2))
        }
        await host.post(Arrival("a", .hangup(reason: nil)))
        #expect(await outputs.wait { $0.end?.how == .hangup } != nil)
        await host.post(Arrival("b", .call(.test(server.uri("/main.vxml")))))
        #expect(await outputs.wait { if case .command("b", .play) = $0 { true } else { false } } != nil)
        #expect(outputs.all.compactMap(\.command).texts == ["Press 7."])
        _ = await host.hangUpAll()
        await server.stop()
    }

    @Test("that was no file yet", arguments: Reference.allCases)
    func file(reference: Reference) async throws {
        let flow = try FlowFolder(Self.files(reference))
        let host = CallHost(.test())
        let missing = await VirtualCall(host, id: "a").send(.call(.test(flow.uri())))
        #expect(missing.commands.texts.last == "Sorry.", "\(missing)")
        try flow.write("digit.grxml", Self.grammar("7"))
        let call = VirtualCall(host, id: "b")
        #expect(await call.send(.call(.test(flow.uri()))).commands.texts == ["Press 7."])
        #expect(await call.send(.keys([.seven])).commands.texts == ["Thanks."])
    }
}
