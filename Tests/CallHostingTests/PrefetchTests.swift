import CallControl
import CallHosting
import LoopbackServer
import Testing

/// `fetchhint="prefetch"`: what a document may need is there before it is needed (VoiceXML 2.0 6.1.1, 6.3.5).
@Suite struct PrefetchTests {
    private static let fresh = [("Cache-Control", "max-age=60")]

    /// A document that waits for a key, and what the server has been asked for besides it and its root, by then and a
    /// little later.
    /// - Parameter awaited: how many background fetches end the waiting.
    private func asked(
        _ document: String, _ root: String = "", keys: [DTMFKey] = [], awaited: Int = 1
    ) async throws -> [String] {
        let server = try await LoopbackServer { request in
            switch request.target {
            case "/main.vxml": .text(document)
            case "/root.vxml":
                .text("<vxml version='2.1' xmlns='http://www.w3.org/2001/vxml'>\(root)</vxml>", Self.fresh)
            case "/missing.vxml": .text("", status: 404)
            default: .text("<form><block>Next.</block></form>".vxml, Self.fresh)
            }
        }
        let outputs = Kept<CallOutput>()
        let host = CallHost(.test(.real)) { outputs.append($0) }
        await host.post(Arrival("c", .call(.test(server.uri("/main.vxml")))))
        _ = await outputs.wait { if case .play = $0.command { true } else { false } }
        // Background fetches need a moment; that none comes can only be waited for.
        for _ in 0..<30 where server.requests.count < 2 + awaited { try await Task.sleep(for: .milliseconds(10)) }
        if !keys.isEmpty {
            await host.post(Arrival("c", .keys(keys)))
            _ = await outputs.wait { $0.end != nil }
        }
        _ = await host.hangUpAll()
        await server.stop()
        return server.requests.map(\.target).filter { !["/main.vxml", "/root.vxml"].contains($0) }
    }

    private static func field(_ inner: String) -> String {
        """
        <form><field name="f">\(inner)<prompt>Press 1.</prompt>
        <grammar mode="dtmf" version="1.0" root="r"><rule id="r">1</rule></grammar>
        <filled><goto next="next.vxml"/></filled></field></form>
        """
    }

    private static let property = "<property name='documentfetchhint' value='prefetch'/>"

    @Test(
        "by an attribute, or by a property of item, dialog, document or root",
        arguments: [
            (field("").replacing("next.vxml\"", with: "next.vxml\" fetchhint=\"prefetch\""), ""),
            (field(property), ""), (field("").replacing("<form>", with: "<form>" + property), ""),
            (property + field(""), ""), (field(""), property),
            ("<link event='help' dtmf='2'/><link next='next.vxml#x' dtmf='3' fetchhint='prefetch'/>" + field(""), ""),
        ])
    func hints(document: String, root: String) async throws {
        #expect(try await asked(document.leaf, root) == ["/next.vxml"])
    }

    @Test(
        "not without a hint, against one, what is computed, the document itself, or where data are sent along",
        arguments: [
            field(""), property + field("").replacing("next.vxml\"", with: "next.vxml\" fetchhint=\"safe\""),
            property + field("").replacing("next=\"next.vxml\"", with: "expr=\"'next.vxml'\""),
            property + field("").replacing("next.vxml", with: "main.vxml"),
            property + field("").replacing("<goto", with: "<submit"),
            property + field("").replacing("<goto next=\"next.vxml\"/>", with: "")
                + "<form id='s'><subdialog src='next.vxml' method='post'/></form>",
            "<property name='scriptfetchhint' value='prefetch'/>" + field(""),
        ])
    func withoutHint(document: String) async throws {
        #expect(try await asked(document.leaf).isEmpty)
    }

    @Test("grammars, scripts and data, too")
    func kinds() async throws {
        let document = """
            <property name="scriptfetchhint" value="prefetch"/><property name="datafetchhint" value="prefetch"/>
            <form><field name="f"><prompt>Press 1.</prompt>
            <grammar mode="dtmf" version="1.0" root="r"><rule id="r">1</rule></grammar></field>
            <field name="g"><property name="grammarfetchhint" value="prefetch"/><grammar src="g.grxml"/></field>
            <block><script src="s.js"/><data name="d" src="d.xml"/></block></form>
            """
        #expect(try await asked(document.leaf, awaited: 3).sorted() == ["/d.xml", "/g.grxml", "/s.js"])
    }

    @Test("what has been prefetched is not fetched again")
    func once() async throws {
        #expect(try await asked((Self.property + Self.field("")).leaf, keys: [.one]) == ["/next.vxml"])
    }

    @Test("a prefetch that fails is nothing to the call, which asks again")
    func failure() async throws {
        let document = (Self.property + Self.field("")).replacing("next.vxml", with: "missing.vxml")
        #expect(try await asked(document.leaf, keys: [.one]) == ["/missing.vxml", "/missing.vxml"])
    }
}

extension String {
    /// A leaf of the application.
    fileprivate var leaf: String {
        "<vxml version='2.1' xmlns='http://www.w3.org/2001/vxml' application='root.vxml'>\(self)</vxml>"
    }
}
