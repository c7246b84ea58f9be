import Testing

@Suite("dialtone test")
struct TestCommandTests {
    private static let good = "call\n\nivr: Press a key.\nkeys: 1\nivr: That …\nend: exit\n"
    private static let bad = "call\n\nivr: Press a key.\n# Here it differs.\nkeys: 1\nivr: That was two.\nend: exit\n"

    @Test("all as written: exit status 0")
    func passed() async throws {
        let folder = try Folder(["main.vxml": echo, "calls/a.call": Self.good])
        let finished = try await dialtone("test", folder.path)
        #expect(finished.output == "passed   \(folder["calls/a.call"])\n1 transcript: 1 passed, 0 failed\n")
        #expect(finished.status == 0)
    }

    @Test("a byte order mark before the first line is passed over")
    func byteOrderMark() async throws {
        let folder = try Folder(["main.vxml": echo, "calls/a.call": "\u{FEFF}" + Self.good])
        #expect(try await dialtone("test", folder.path).status == 0)
    }

    @Test("a folder is no transcript, whatever it is called")
    func folders() async throws {
        let folder = try Folder(["main.vxml": echo, "calls/a.call": Self.good, "calls/b.call/c.call": Self.good])
        let finished = try await dialtone("test", folder["calls"])
        #expect(finished.output.contains("passed   \(folder["calls/a.call"])"))
        #expect(!finished.output.contains("b.call\n"))
    }

    @Test("a difference: its line, what was expected and what happened; exit status 1")
    func failed() async throws {
        let folder = try Folder(["main.vxml": echo, "calls/a.call": Self.good, "calls/b.call": Self.bad])
        let finished = try await dialtone("test", folder.path)
        #expect(
            finished.output.contains(
                """
                FAILED   \(folder["calls/b.call"])
                  line 6: the IVR says something else
                      expected: That was two.
                      happened: That was one.
                2 transcripts: 1 passed, 1 failed
                """))
        #expect(finished.status == 1)
    }

    @Test("a difference whose reason is an event: the event, where it was thrown, and what it says")
    func events() async throws {
        let flow = document(
            """
            <error><prompt>I am sorry, that did not work, and I cannot say why; please call again later.</prompt></error>
            <form><block><prompt>One moment.</prompt><goto next="gone.vxml"/></block></form>
            """)
        let folder = try Folder([
            "main.vxml": flow, "calls/a.call": "call\nivr: One moment. Here you are.\nend: exit\n",
        ])
        let finished = try await dialtone("test", folder.path)
        #expect(
            finished.output.hasPrefix(
                """
                FAILED   \(folder["calls/a.call"])
                  line 2: the IVR says something else
                      expected: One moment. Here you are.
                      happened: One moment. I am sorry, that did not work, and I cannot say
                                why; please call again later.
                      thrown:   error.badfetch at main.vxml:3:
                """), "\(finished.output)")
    }

    @Test("an answer that nothing asks for is told")
    func unasked() async throws {
        let call = "call\nplugins: scripted\n\nivr: Press a key.\nplugin weather.today: {}\nhang-up\nend: hangup\n"
        let folder = try Folder(["main.vxml": echo, "calls/a.call": call])
        let finished = try await dialtone("test", folder.path)
        #expect(finished.output.contains("line 5: nothing asks for weather.today here"))
        #expect(try await dialtone("test", folder.path, "--update").status == 1)
    }

    @Test("--update rewrites what differs, and nothing else")
    func update() async throws {
        let folder = try Folder(["main.vxml": echo, "calls/a.call": Self.good, "calls/b.call": Self.bad])
        let finished = try await dialtone("test", "--update", folder.path)
        #expect(finished.status == 0)
        #expect(finished.output.contains("1 passed, 0 failed, 1 updated"))
        #expect(try folder.read("calls/a.call") == Self.good)
        #expect(try folder.read("calls/b.call") == Self.bad.replacing("two", with: "one"))
        #expect(try await dialtone("test", folder.path).status == 0)
    }

    @Test("--update makes a transcript of the caller's lines alone")
    func updateFromNothing() async throws {
        let folder = try Folder(["main.vxml": echo, "calls/a.call": "call\nsilence\nkeys: 1\nkeys: 5\n"])
        #expect(try await dialtone("test", "--update", folder.path).status == 0)
        #expect(
            try folder.read("calls/a.call")
                == "call\nivr: Press a key.\nsilence\nivr: Press a key.\nkeys: 1\nivr: That was one.\nend: exit\n"
                + "# not reached: keys: 5\n")
    }

    @Test("--junit writes the results for a build server")
    func junit() async throws {
        let folder = try Folder(["main.vxml": echo, "calls/a.call": Self.good])
        #expect(try await dialtone("test", folder.path, "--junit", folder["report.xml"]).status == 0)
        #expect(try folder.read("report.xml").contains(#"tests="1" failures="0""#))
    }

    @Test("--plugins scripted: the transcript answers, also with a failure")
    func scripted() async throws {
        let flow = document(
            """
            <form>
              <object name="o" classid="method://weather/today"><param name="place" expr="'here'"/></object>
              <block><prompt>It is <value expr="o.text"/>.</prompt><exit/></block>
              <catch event="error.plugin.weather.down"><prompt>Nobody knows.</prompt><exit/></catch>
            </form>
            """)
        let folder = try Folder([
            "main.vxml": flow,
            "calls/a.call": "call\nplugin weather.today after 2s: {\"text\": \"fine\"}\nivr: It is fine.\nend: exit\n",
            "calls/b.call": "call\nplugin weather.today: error down\nivr: Nobody knows.\nend: exit\n",
            "calls/c.call": "call\nhang-up\nend: hangup\n",
        ])
        let finished = try await dialtone("test", folder.path, "--plugins", "scripted")
        #expect(finished.status == 0, "\(finished.output)")
    }

    @Test("a transcript that cannot be read or begun fails with the reason")
    func broken() async throws {
        let folder = try Folder([
            "calls/a.call": "call\nkeys: x\n", "calls/b.call": "call\nkeys: ••\nend: exit\n", "main.vxml": echo,
            "calls/c.call": "call\nflow: none.vxml\nivr: …\nend: exit\n",
        ])
        let finished = try await dialtone("test", folder.path)
        #expect(finished.status == 1)
        #expect(finished.output.contains("line 2: “x” is no key"))
        #expect(finished.output.contains("keys of a sensitive field are not saved"))
        #expect(finished.output.contains("there is no flow \(folder["calls/none.vxml"])"))
    }

    @Test("nothing to test: exit status 2")
    func nothing() async throws {
        let folder = try Folder(["main.vxml": echo])
        for path in [folder.path, folder["none"]] {
            #expect(try await dialtone("test", path).status == 2)
        }
    }
}
