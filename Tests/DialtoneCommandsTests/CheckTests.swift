import Testing

@Suite("dialtone check")
struct CheckTests {
    @Test("a good flow: the summary, exit status 0")
    func good() async throws {
        let folder = try Folder(["main.vxml": echo])
        let finished = try await dialtone("check", folder["main.vxml"])
        #expect(finished.output == "1 file, 0 errors, 0 warnings\n")
        #expect(finished.status == 0)
        #expect(finished.errors.isEmpty)
    }

    @Test("every error of a folder with its place, id and hint; exit status 1")
    func errors() async throws {
        let folder = try Folder([
            "main.vxml": document("<form><block><promt>Hello</promt></block></form>"),
            "more.vxml": document("<form>\n  <prompt>a</prompt>\n  <block><goto next=\"#nowhere\"/></block>\n</form>"),
            "notes.txt": "no document",
        ])
        let finished = try await dialtone("check", folder.path)
        #expect(finished.status == 1)
        let lines = finished.output.split(separator: "\n")
        #expect(lines.last?.hasPrefix("2 files, ") == true)
        let heads = lines.filter { $0.contains(": error: ") }
        #expect(heads.contains { $0.hasPrefix(folder["main.vxml"] + ":2:14: error: ") })
        #expect(heads.contains { $0.hasPrefix(folder["more.vxml"] + ":4:22: error: ") })
        #expect(heads.count >= 2)
        #expect(heads.allSatisfy { $0.hasSuffix("]") && $0.contains(" [") })
        #expect(lines.contains { $0.hasPrefix("    hint: ") })
    }

    @Test("data that is not there, or no XML, is told; so are grammars in ABNF that are wrong")
    func data() async throws {
        let folder = try Folder([
            "main.vxml": document(
                """
                <form><field name="n"><grammar src="g.gram" type="application/srgs"/></field>
                <block><data name="d" src="none.xml"/>
                <data name="e" src="bad.xml"/></block></form>
                """),
            "bad.xml": "<a><b></a>", "g.gram": "#ABNF 1.0;\nmode dtmf;\nroot $r;\n$r = (1;\n",
        ])
        let finished = try await dialtone("check", folder["main.vxml"])
        let heads = finished.output.split(separator: "\n").filter { $0.contains(": error: ") }
        #expect(heads.contains { $0.contains("[missing-file]") && $0.contains("none.xml") }, "\(finished.output)")
        #expect(heads.contains { $0.hasPrefix(folder["bad.xml"] + ":1:") })
        #expect(heads.contains { $0.hasPrefix(folder["g.gram"] + ":4:8: ") && $0.contains("[grammar-abnf-syntax]") })
    }

    @Test("what is not there is told where it is asked for: documents, roots, grammars, scripts, dialogs of others")
    func missing() async throws {
        let folder = try Folder([
            "main.vxml": """
            <vxml version="2.1" xmlns="http://www.w3.org/2001/vxml" application="root.vxml">
            <form>
            <field name="a"><grammar src="g.grxml"/></field>
            <block><script src="s.js"/><goto next="d.vxml"/></block>
            <subdialog name="s" src="there.vxml#nowhere"/>
            <subdialog name="t" src="ftp://example.org/t.vxml"/>
            </form>
            </vxml>
            """,
            "there.vxml": document("<form id=\"here\"><block><return/></block></form>"),
        ])
        let finished = try await dialtone("check", folder.path)
        let heads = finished.output.split(separator: "\n").filter { $0.contains(": error: ") }
        let places = heads.map { $0.dropFirst(folder.path.count + 1).prefix { $0 != " " } }
        #expect(
            places == [
                "main.vxml:1:70:", "main.vxml:3:17:", "main.vxml:4:8:", "main.vxml:4:40:", "main.vxml:5:26:",
                "main.vxml:6:26:",
            ], "\(finished.output)")
        #expect(heads.count { $0.contains("[missing-file]") } == 4)
        #expect(finished.output.contains("[missing-dialog]"))
        #expect(finished.output.contains("[unfetchable-uri]"))
    }

    @Test("an error that refuses the document hides nothing else that is wrong with it")
    func refused() async throws {
        let flow = document("<form>\n<blok/>\n<block><script src=\"s.js\"/></block></form>")
        let folder = try Folder(["main.vxml": flow])
        let finished = try await dialtone("check", folder.path)
        #expect(finished.output.contains("[unknown-element]"))
        #expect(finished.output.contains("[missing-file]"), "\(finished.output)")
    }

    @Test("scripts and grammars in files of their own are checked too")
    func externalFiles() async throws {
        let flow = document(
            #"<form><block><script src="s.js"/></block><field name="a"><grammar src="g.grxml"/></field></form>"#)
        let folder = try Folder(["main.vxml": flow, "s.js": "var = 1;", "g.grxml": "<grammar"])
        let finished = try await dialtone("check", folder["main.vxml"])
        #expect(
            finished.output.contains("\(folder["s.js"]):1:1: error: The script does not parse"), "\(finished.output)")
        #expect(finished.output.contains("\(folder["g.grxml"]):1:"), "\(finished.output)")
        try folder.write("var one = 1;", to: "s.js")
        #expect(try await !dialtone("check", folder["main.vxml"]).output.contains("script-syntax"))
    }

    @Test(
        "why an expression does not parse, without the parentheses that the engine sees it in",
        arguments: [
            ("1 +", "it ends too early"), ("(1", "it ends too early"), ("x[1", "it ends too early. Expected ']'"),
            ("1 2", "Unexpected number '2' ["), ("1)", "Unexpected token ')'"), ("", "an expression is missing"),
        ])
    func syntax(expression: String, problem: String) async throws {
        let flow = document("<form><block><log expr=\"\(expression)\"/></block></form>")
        let folder = try Folder(["main.vxml": flow])
        let output = try await dialtone("check", folder.path).output
        #expect(output.contains("\"\(expression)\" does not parse: \(problem)"), "\(output)")
    }

    @Test("grammars in files of their own are compared with the others as if they stood in the document")
    func externalGrammars() async throws {
        let grammar = { (rule: String) in
            """
            <grammar xmlns="http://www.w3.org/2001/06/grammar" version="1.0" mode="dtmf" root="r"><rule id="r">\(rule)\
            </rule></grammar>
            """
        }
        let folder = try Folder([
            "main.vxml": document(
                """
                <link dtmf="1" event="help"/><menu><choice event="help"><grammar src="g.grxml"/></choice>
                <choice dtmf="12" event="help"/>
                <choice event="help"><grammar src="none.grxml"/></choice></menu>
                """),
            "g.grxml": grammar("12"), "none.grxml": grammar("<ruleref special=\"VOID\"/>"),
        ])
        let lines = try await dialtone("check", folder.path).output.split(separator: "\n")
        #expect(lines.contains { $0.contains(":3:") && $0.hasSuffix("[duplicate-dtmf]") }, "\(lines)")
        #expect(lines.contains { $0.contains(":4:") && $0.hasSuffix("[grammar-matches-nothing]") }, "\(lines)")
        #expect(lines.contains { $0.hasSuffix("[keys-wait]") }, "\(lines)")
    }

    @Test("of a folder, dialogs that no call can come to are warned of; calls begin at main.vxml")
    func unreachable() async throws {
        let folder = try Folder([
            "main.vxml": document(#"<form><block><goto next="more.vxml#b"/></block></form>"#),
            "more.vxml": document(#"<form id="a"><block/></form><form id="b"><block/></form>"#),
        ])
        let whole = try await dialtone("check", folder.path)
        #expect(whole.output.contains("more.vxml:2:1: warning: "))
        #expect(whole.output.contains("2 files, 0 errors, 1 warning\n"), "\(whole.output)")
        let alone = try await dialtone("check", folder["more.vxml"])
        #expect(alone.output == "1 file, 0 errors, 0 warnings\n")
    }

    @Test("a warning counts with --strict only")
    func strict() async throws {
        let folder = try Folder(["main.vxml": #"<vxml version="2.1"><form><block/></form></vxml>"#])
        let lenient = try await dialtone("check", folder.path)
        #expect(lenient.output.contains(": warning: "))
        #expect(lenient.status == 0)
        let strict = try await dialtone("check", "--strict", folder.path)
        #expect(strict.output == lenient.output)
        #expect(strict.status == 1)
    }

    @Test("what cannot be read, and a wrong usage: exit status 2, nothing on the output")
    func unreadable() async throws {
        let folder = try Folder()
        for arguments in [
            ["check", folder["none.vxml"]], ["check", folder.path], ["check"], ["check", "--what", "x"],
        ] {
            let finished = try await dialtone(arguments)
            #expect(finished.status == 2, "\(arguments)")
            #expect(finished.output.isEmpty)
            #expect(!finished.errors.isEmpty)
        }
    }

    @Test("objects are checked against the plugins of the dialtone.yaml beside or above the document")
    func plugins() async throws {
        let flow = document(
            #"<form><object name="o" classid="method://orders/stats"/></form>"#)
        let folder = try Folder([
            "dialtone.yaml": "plugins:\n  orders:\n    use: OrderLookup\n    database: x.sqlite\n",
            "sub/main.vxml": flow,
        ])
        let finished = try await dialtone("check", folder.path)
        #expect(finished.status == 1)
        #expect(finished.output.contains("stats"))
    }

    @Test("properties in dialtone.yaml are checked as those of documents are")
    func properties() async throws {
        let yaml = "properties:\n  timeout: 7\n  timout: 7s\n"
        let folder = try Folder(["main.vxml": echo, "dialtone.yaml": yaml])
        let finished = try await dialtone("check", folder.path)
        #expect(finished.status == 1)
        #expect(
            finished.output.contains("dialtone.yaml:2:12: error: timeout=\"7\" is not a time"), "\(finished.output)")
        #expect(finished.output.contains("dialtone.yaml:3:3: warning: No property is named timout"))
        let run = try await dialtone("run", folder.path)
        #expect(run.status == 2)
        #expect(run.errors.contains("dialtone.yaml:2:12: timeout=\"7\" is not a time"), "\(run.errors)")
    }

    @Test("a dialtone.yaml that is wrong is told with its place: exit status 2")
    func configuration() async throws {
        let folder = try Folder(["main.vxml": echo, "dialtone.yaml": "plugins:\n  orders:\n    use: Nothing\n"])
        let finished = try await dialtone("check", folder.path)
        #expect(finished.status == 2)
        #expect(finished.errors.contains("dialtone.yaml:2:3: plugin 'orders'"))
    }
}

@Suite("dialtone machine")
struct MachineTests {
    @Test("prints the state machine of a document")
    func machine() async throws {
        let folder = try Folder(["main.vxml": echo])
        let finished = try await dialtone("machine", folder["main.vxml"])
        #expect(finished.status == 0)
        #expect(finished.output.contains("gone"))
        #expect(finished.output.contains("That was one."))
    }

    @Test("says why there is none: exit status 1")
    func broken() async throws {
        let folder = try Folder(["main.vxml": "<vxml"])
        let finished = try await dialtone("machine", folder["main.vxml"])
        #expect(finished.status == 1)
        #expect(finished.errors.contains("main.vxml:1:"))
        #expect(finished.output.isEmpty)
    }
}

@Suite("dialtone")
struct UsageTests {
    @Test("--help of every command: on the output, exit status 0", arguments: ["", "run", "check", "test", "machine"])
    func help(command: String) async throws {
        let finished = try await dialtone((command.isEmpty ? [] : [command]) + ["--help"])
        #expect(finished.status == 0)
        #expect(finished.output.contains("USAGE: dialtone"))
        #expect(finished.errors.isEmpty)
    }

    @Test(
        "a wrong usage: on the errors, exit status 2",
        arguments: [
            ["what"], ["run"], ["run", "x", "--clock", "virtual"], ["run", "x", "--format", "yaml"], ["test"],
        ])
    func usage(arguments: [String]) async throws {
        let finished = try await dialtone(arguments)
        #expect(finished.status == 2)
        #expect(finished.output.isEmpty)
        #expect(!finished.errors.isEmpty)
    }
}
