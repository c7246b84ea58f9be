import CallControl
import CallHosting
import LoopbackServer
import Testing

/// Flows on a server: documents, scripts, grammars, what is sent, cookies, encodings, errors.
@Suite struct HTTPFetchTests {
    /// Serves these, each at its path; what is not there is a 404.
    private func server(_ pages: [String: LoopbackServer.Reply]) async throws -> LoopbackServer {
        try await LoopbackServer { pages[String($0.target.prefix { $0 != "?" })] ?? .text("", status: 404) }
    }

    /// All that a call hears and how it ends.
    private func call(
        _ server: LoopbackServer, _ path: String = "/main.vxml", options: HostOptions = .test()
    ) async -> (texts: [String], end: End?) {
        let commands = await VirtualCall(CallHost(options)).send(.call(.test(server.uri(path)))).commands
        return (commands.texts, commands.end)
    }

    private static func page(_ body: String, _ headers: [(String, String)] = []) -> LoopbackServer.Reply {
        .text(body.vxml, headers)
    }

    @Test("a whole application: root, leaf, script, grammar, subdialog, relative to where a redirect led")
    func application() async throws {
        let grammar = "<grammar mode='dtmf' version='1.0' root='r' xmlns='http://www.w3.org/2001/06/grammar'>"
        let server = try await server([
            "/main.vxml": .redirect(to: "/app/start.vxml"),
            "/app/start.vxml": .text(
                """
                <vxml version="2.1" xmlns="http://www.w3.org/2001/vxml" application="root.vxml">
                <form><script src="s.js"/>
                <subdialog name="s" src="sub/ask.vxml"><filled><prompt><value expr="s.a + b + application.c"/></prompt>
                </filled></subdialog></form></vxml>
                """),
            "/app/root.vxml": Self.page("<var name='c' expr=\"'!'\"/>"),
            "/app/s.js": .text("var b = 'world';"),
            "/app/sub/ask.vxml": Self.page(
                "<form><field name='a'><grammar src='g.grxml'/><filled><return namelist='a'/></filled></field></form>"),
            "/app/sub/g.grxml": .text(grammar + "<rule id='r'><ruleref uri='../h.grxml'/></rule></grammar>"),
            "/app/h.grxml": .text(grammar + "<rule id='r'>7 <tag>out = 'hello ';</tag></rule></grammar>"),
        ])
        let call = VirtualCall(CallHost(.test()))
        _ = await call.send(.call(.test(server.uri("/main.vxml"))))
        let exchange = await call.send(.keys([.seven]))
        #expect(exchange.commands.texts == ["hello world!"], "\(exchange)")
        await server.stop()
    }

    @Test(
        "submit by get and by post, in both encodings",
        arguments: [
            ("get", "", "GET /next?a=x+y&o.p=1 "), ("post", "", "POST /next a=x+y&o.p=1"),
            ("post", "enctype='multipart/form-data'", "name=\"o.p\"\r\n\r\n1\r\n"),
        ])
    func submit(method: String, enctype: String, expected: String) async throws {
        let server = try await LoopbackServer { request in
            request.target.hasPrefix("/next")
                ? Self.page("<form><block>Thanks.</block></form>")
                : Self.page(
                    """
                    <form><var name="a" expr="'x y'"/><var name="o" expr="({p: 1})"/>
                    <block><submit next="next" method="\(method)" \(enctype) namelist="a o"/></block></form>
                    """)
        }
        #expect(await call(server).texts == ["Thanks."])
        let sent = server.requests.last.map { "\($0.method) \($0.target) \($0.text)" }
        #expect(sent?.contains(expected) == true, "\(sent ?? "nothing")")
        await server.stop()
    }

    @Test("each call keeps its cookies, from document to document")
    func cookies() async throws {
        let server = try await LoopbackServer { request in
            request.target == "/main.vxml"
                ? Self.page("<form><block><goto next='next.vxml'/></block></form>", [("Set-Cookie", "id=7")])
                : Self.page("<form><block>Cookie \(request.headers["cookie"] ?? "none").</block></form>")
        }
        #expect(await call(server).texts == ["Cookie id=7."])
        #expect(await call(server, "/next.vxml").texts == ["Cookie none."])
        await server.stop()
    }

    @Test(
        "errors have the status in their names, and are thrown in the document that asked",
        arguments: [
            (LoopbackServer.Reply.text("", status: 404), "error.badfetch.http.404"),
            (.text("", status: 500), "error.badfetch.http.500"), (.text("<html/>"), "error.badfetch"),
            (.text("no XML"), "error.badfetch"), (.reset, "error.badfetch"), (.silence, "error.badfetch"),
            (.redirect(to: "/next.vxml"), "error.badfetch"), (.redirect(to: "file:///etc/passwd"), "error.badfetch"),
        ])
    func errors(reply: LoopbackServer.Reply, event: String) async throws {
        let server = try await server([
            "/main.vxml": Self.page(
                """
                <catch event="error"><prompt>Sorry, <value expr="_event"/>.</prompt><exit/></catch>
                <form><block><goto next="next.vxml" fetchtimeout="300ms"/></block></form>
                """),
            "/next.vxml": reply,
        ])
        #expect(await call(server).texts == ["Sorry, \(event)."])
        await server.stop()
    }

    @Test(
        "charsets: the server's word, the declaration, a byte order mark",
        arguments: [
            ("text/xml; charset=ISO-8859-1", "", [0xE9]),
            ("text/xml", "<?xml version='1.0' encoding='ISO-8859-1'?>", [0xE9]),
            ("text/xml; charset=UTF-8", "<?xml version='1.0' encoding='ISO-8859-1'?>", [0xC3, 0xA9]),
            ("text/xml", "", [0xC3, 0xA9]),
        ] as [(String, String, [UInt8])])
    func charsets(type: String, declaration: String, letter: [UInt8]) async throws {
        let parts = "<form><block>caf|.</block></form>".vxml.split(separator: "|").map { Array($0.utf8) }
        let body = Array(declaration.utf8) + parts[0] + letter + parts[1]
        let server = try await server(["/main.vxml": .response(200, [("Content-Type", type)], body)])
        #expect(await call(server).texts == ["café."])
        await server.stop()
    }

    @Test(
        "the properties of each kind say how old what the cache has may be",
        arguments: [
            ("document", "maxage", 2), ("grammar", "maxage", 2), ("script", "maxage", 2), ("data", "maxage", 2),
            ("document", "maxstale", 1), ("grammar", "maxstale", 1), ("script", "maxstale", 1),
            ("data", "maxstale", 1),
        ])
    func ageProperties(kind: String, limit: String, requests: Int) async throws {
        // Stale from the start for maxstale, fresh for maxage.
        let headers = [("Cache-Control", limit == "maxage" ? "max-age=60" : "max-age=0")]
        let uses = [
            "document": "<subdialog name='s' src='/x'/>", "grammar": "<field name='f'><grammar src='/x'/></field>",
            "script": "<block><script src='/x'/></block>", "data": "<block><data name='d' src='/x'/></block>",
        ]
        let contents = [
            "document": "<form><block><return/></block></form>".vxml, "data": "<r/>", "script": "1",
            "grammar":
                "<grammar mode='dtmf' root='r' xmlns='http://www.w3.org/2001/06/grammar'><rule id='r'>1</rule></grammar>",
        ]
        let value = limit == "maxage" ? "0" : "60"
        let server = try await server([
            "/main.vxml": Self.page(
                "<property name='\(kind)\(limit)' value='\(value)'/><form>\(uses[kind] ?? "")</form>"),
            "/x": .text(contents[kind] ?? "", headers),
        ])
        let host = CallHost(.test())
        for number in 0..<2 {
            _ = await VirtualCall(host, id: "\(number)").send(.call(.test(server.uri("/main.vxml"))))
        }
        #expect(server.requests.count { $0.target == "/x" } == requests)
        await server.stop()
    }

    @Test(
        "the fragment of a redirect counts more than the one that was asked for",
        arguments: [
            ("next", "/other.vxml#two", "Two."), ("next#two", "/other.vxml", "Two."), ("next", "/other.vxml", "One."),
            ("next#one", "/other.vxml#two", "Two."),
        ])
    func redirectedFragment(asked: String, location: String, heard: String) async throws {
        let server = try await server([
            "/main.vxml": Self.page("<form><block><goto next='\(asked)'/></block></form>"),
            "/next": .redirect(to: location),
            "/other.vxml": Self.page(
                "<form id='one'><block>One.</block></form><form id='two'><block>Two.</block></form>"),
        ])
        #expect(await call(server).texts == [heard])
        await server.stop()
    }

    @Test("a redirect to a rule of a grammar")
    func redirectedRule() async throws {
        let server = try await server([
            "/main.vxml": Self.page(
                """
                <form><field name="f"><grammar src="g"/><nomatch>No.</nomatch>
                <filled><prompt>Yes.</prompt></filled></field></form>
                """),
            "/g": .redirect(to: "/g.grxml#b"),
            "/g.grxml": .text(
                """
                <grammar mode='dtmf' version='1.0' root='a' xmlns='http://www.w3.org/2001/06/grammar'>
                <rule id='a' scope='public'>1</rule><rule id='b' scope='public'>2</rule></grammar>
                """),
        ])
        let call = VirtualCall(CallHost(.test()))
        _ = await call.send(.call(.test(server.uri("/main.vxml"))))
        #expect(await call.send(.keys([.one])).commands.texts == ["No."])
        #expect(await call.send(.keys([.two])).commands.texts == ["Yes."])
        await server.stop()
    }

    @Test("a gateway that keeps no recordings may give the null device: what is sent is empty")
    func recordingNotKept() async throws {
        let server = try await LoopbackServer { request in
            request.target == "/next"
                ? Self.page(
                    "<form><block>\(request.text.contains("filename=") ? "Got it." : "Nothing.")</block></form>")
                : Self.page(
                    """
                    <form><record name="r"/><block><submit next="next" namelist="r" method="post" \
                    enctype="multipart/form-data"/></block></form>
                    """)
        }
        let call = VirtualCall(CallHost(.test()))
        _ = await call.send(.call(.test(server.uri("/main.vxml"))))
        let recording = RecordingOutcome(duration: .seconds(1), uri: "file:///dev/null", size: 8000)
        let commands = await call.send(.recorded(RecordID(rawValue: 1), recording)).commands
        #expect(commands.texts == ["Got it."])
        await server.stop()
    }

    @Test("a document of a server plays no file of this machine, but its call's recordings")
    func audioFiles() async throws {
        let server = try await server([
            "/main.vxml": Self.page(
                """
                <form><record name="r"/><block><audio src="file:///etc/motd">Instead.</audio><audio src="a.wav"/>
                <audio expr="r"/></block></form>
                """)
        ])
        let call = VirtualCall(CallHost(.test()))
        _ = await call.send(.call(.test(server.uri("/main.vxml"))))
        let recording = RecordingOutcome(duration: .seconds(1), uri: "file:///tmp/recording.wav", size: 1)
        let commands = await call.send(.recorded(RecordID(rawValue: 1), recording)).commands
        let played = commands.flatMap { command -> [PromptItem] in
            if case .play(let play) = command { play.items } else { [] }
        }
        #expect(
            played == [
                .text("Instead.", lang: "en-US", ssml: nil), .audio(src: server.uri("/a.wav"), alternate: []),
                .audio(src: "file:///tmp/recording.wav", alternate: []),
            ])
        await server.stop()
    }

    @Test("a script has the charset of its server, else that of its element")
    func scriptCharset() async throws {
        let script = Array("var s = 'caf".utf8) + [0xE9] + Array("';".utf8)
        let page = Self.page(
            "<form><script src='s.js' charset='ISO-8859-1'/><block><value expr='s'/></block></form>")
        let server = try await server(["/main.vxml": page, "/s.js": .response(200, [], script)])
        #expect(await call(server).texts == ["café"])
        await server.stop()
    }

    @Test("what is fresh is fetched and compiled once for all calls; what has changed is there for the next")
    func caching() async throws {
        let fresh = try await server([
            "/main.vxml": Self.page("<form><block>Hi.</block></form>", [("Cache-Control", "max-age=60")])
        ])
        let host = CallHost(.test())
        for number in 0..<3 {
            let call = VirtualCall(host, id: "\(number)")
            #expect(await call.send(.call(.test(fresh.uri("/main.vxml")))).commands.texts == ["Hi."])
        }
        #expect(fresh.requests.count == 1)
        await fresh.stop()
        let changing = try await LoopbackServer { _ in
            Self.page("<form><block>\(UInt64.random(in: 1...9_999_999))</block></form>")
        }
        let first = await VirtualCall(host, id: "a").send(.call(.test(changing.uri()))).commands.texts
        let second = await VirtualCall(host, id: "b").send(.call(.test(changing.uri()))).commands.texts
        #expect(first != second)
        await changing.stop()
    }

    @Test(
        "a document from a server reaches no file",
        arguments: [
            "<goto next='FILE'/>", "<script src='FILE'/>", "<submit next='FILE'/>",
        ])
    func filesAreOutOfReach(content: String) async throws {
        let flow = try FlowFolder(["secret.vxml": "<form><block>Secret.</block></form>".vxml])
        let server = try await server([
            "/main.vxml": Self.page(
                """
                <catch event="error"><prompt><value expr="_event"/></prompt><exit/></catch>
                <form><block>\(content.replacing("FILE", with: flow.uri("secret.vxml")))</block></form>
                """)
        ])
        #expect(await call(server).texts == ["error.noauthorization"])
        await server.stop()
    }

    @Test("a grammar of a server reaches no file either")
    func filesAreOutOfReachOfGrammars() async throws {
        let grammar = "<grammar mode='dtmf' version='1.0' root='r' xmlns='http://www.w3.org/2001/06/grammar'>"
        let flow = try FlowFolder(["g.grxml": grammar + "<rule id='r' scope='public'>7</rule></grammar>"])
        let server = try await server([
            "/main.vxml": Self.page(
                "<form><field name='a'>\(grammar)<rule id='r'><ruleref uri='\(flow.uri("g.grxml"))'/></rule></grammar></field></form>"
            )
        ])
        #expect(await call(server).end?.event == "error.badfetch")
        await server.stop()
    }

    @Test(
        "allow: narrows servers and folders",
        arguments: [
            ("127.0.0.1", nil), ("127.0.0.1:1", "error.noauthorization"), ("example.com", "error.noauthorization"),
            (nil, "error.noauthorization"),
        ] as [(String?, String?)])
    func allowedHosts(host: String?, event: String?) async throws {
        let server = try await server(["/main.vxml": Self.page("<form><block>Hi.</block></form>")])
        var options = HostOptions.test()
        options.access.hosts = host.flatMap { HostPattern($0) }.map { [$0] } ?? []
        let (texts, end) = await call(server, options: options)
        #expect(texts == (event == nil ? ["Hi."] : []))
        #expect(end?.event == event)
        await server.stop()
    }

    @Test func allowedFolders() async throws {
        let flow = try FlowFolder(["main.vxml": "<form><block><goto next='file:///etc/hostname'/></block></form>".vxml])
        var options = HostOptions.test()
        options.access.folders = [flow.path]
        let end = await VirtualCall(CallHost(options)).send(.call(.test(flow.uri()))).commands.end
        #expect(end?.event == "error.noauthorization")
        #expect(end?.message?.contains("allow: folders") == true)
    }
}
