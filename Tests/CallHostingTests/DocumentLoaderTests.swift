import CallControl
import CallHosting
import Diagnostics
import Testing

/// Documents, grammars and scripts from files.
@Suite struct DocumentLoaderTests {
    /// How a call ends whose first document is this.
    private func end(_ uri: String, host: CallHost = CallHost(.test())) async -> End? {
        await VirtualCall(host).send(.call(.test(uri))).commands.end
    }

    @Test func aMissingDocumentIsBadfetch() async throws {
        let flow = try FlowFolder()
        let end = await end(flow.uri("missing.vxml"))
        #expect(end?.how == .error)
        #expect(end?.event == "error.badfetch")
        #expect(end?.message?.contains("missing.vxml") == true)
    }

    @Test func aDocumentThatIsRefusedSaysWhere() async throws {
        let flow = try FlowFolder(["main.vxml": "<form>\n<blok/>\n</form>".vxml])
        let end = await end(flow.uri())
        #expect(end?.event == "error.badfetch")
        #expect(end?.message?.contains("main.vxml:3:") == true)
    }

    @Test func otherSchemesAreNotFetched() async {
        let end = await end("ftp://127.0.0.1/a.vxml")
        #expect(end?.event == "error.badfetch")
        #expect(end?.message?.contains("ftp is not fetched") == true)
    }

    @Test(arguments: ["/dev/zero", "/tmp", "/dev/null/x"])
    func onlyRegularFilesAreRead(path: String) async {
        #expect(await end("file://" + path)?.event == "error.badfetch")
    }

    @Test func aDocumentThatHasChangedIsReadAgain() async throws {
        let flow = try FlowFolder(["main.vxml": "<form><block>First.</block></form>".vxml])
        let host = CallHost(.test())
        #expect(await VirtualCall(host).send(.call(.test(flow.uri()))).commands.texts == ["First."])
        try flow.write("main.vxml", "<form><block>Second.</block></form>".vxml)
        #expect(await VirtualCall(host).send(.call(.test(flow.uri()))).commands.texts == ["Second."])
    }

    @Test func aDocumentThatHasBeenMendedIsThereAgain() async throws {
        let flow = try FlowFolder(["main.vxml": "<form>"])
        let host = CallHost(.test())
        #expect(await end(flow.uri(), host: host)?.event == "error.badfetch")
        try flow.write("main.vxml", "<form><block>Mended.</block></form>".vxml)
        #expect(await VirtualCall(host).send(.call(.test(flow.uri()))).commands.texts == ["Mended."])
    }

    private static let grammar = """
        <grammar mode="dtmf" version="1.0" root="r" xmlns="http://www.w3.org/2001/06/grammar">
        <rule id="r"><ruleref uri="digits.grxml#two"/></rule></grammar>
        """
    private static let digits = """
        <grammar mode="dtmf" version="1.0" root="two" xmlns="http://www.w3.org/2001/06/grammar">
        <rule id="two" scope="public"><item repeat="2">7</item></rule></grammar>
        """
    private static func field(_ grammar: String) -> String {
        "<form><field name='f'><prompt>Keys.</prompt>\(grammar)<filled><exit expr='f'/></filled></field></form>".vxml
    }

    @Test func externalGrammarsAreReadWithThoseTheyReferTo() async throws {
        let flow = try FlowFolder([
            "main.vxml": Self.field("<grammar mode='dtmf' src='a.grxml'/>"), "a.grxml": Self.grammar,
            "digits.grxml": Self.digits,
        ])
        let call = VirtualCall(CallHost(.test()))
        _ = await call.send(.call(.test(flow.uri())))
        _ = await call.send(.keys([.seven]))
        #expect(await call.send(.keys([.seven])).commands.end?.values == "77")
    }

    @Test func inlineGrammarsReferToOtherDocuments() async throws {
        let flow = try FlowFolder(["main.vxml": Self.field(Self.grammar), "digits.grxml": Self.digits])
        let call = VirtualCall(CallHost(.test()))
        _ = await call.send(.call(.test(flow.uri())))
        #expect(await call.send(.keys([.seven, .seven])).commands.end?.values == "77")
    }

    @Test func grammarsMayBeWrittenInABNF() async throws {
        let abnf = "#ABNF 1.0 UTF-8;\nmode dtmf;\nroot $two;\npublic $two = $<digits.grxml#two>;\n"
        let flow = try FlowFolder([
            "main.vxml": Self.field("<grammar src='a.gram' type='application/srgs'/>"), "a.gram": abnf,
            "digits.grxml": Self.digits,
        ])
        let call = VirtualCall(CallHost(.test()))
        _ = await call.send(.call(.test(flow.uri())))
        #expect(await call.send(.keys([.seven, .seven])).commands.end?.values == "77")
    }

    @Test func dataIsReadAnewWhenItsFileHasChanged() async throws {
        let flow = try FlowFolder([
            "main.vxml":
                "<form><block><data name='d' src='d.xml'/><exit expr='d.documentElement.tagName'/></block></form>".vxml,
            "d.xml": "<first/>",
        ])
        let host = CallHost(.test())
        #expect(await VirtualCall(host, id: "a").send(.call(.test(flow.uri()))).commands.end?.values == "first")
        try flow.write("d.xml", "<another/>")
        #expect(await VirtualCall(host, id: "b").send(.call(.test(flow.uri()))).commands.end?.values == "another")
    }

    @Test(arguments: [
        ("#JSGF V1.0;", "error.unsupported.format"), ("<html/>", "error.unsupported.format"),
        ("<grammar", "error.badfetch"),
    ])
    func agrammarThatCannotBeUsed(content: String, event: String) async throws {
        let flow = try FlowFolder([
            "main.vxml": Self.field("<grammar mode='dtmf' src='a.gram'/>"), "a.gram": content,
        ])
        #expect(await end(flow.uri())?.event == event)
    }

    @Test func checkSaysAllThatIsWrongByThePathItWasGiven() async throws {
        let flow = try FlowFolder(["main.vxml": "<form><blok/><blok/></form>".vxml])
        let checked = try await DocumentLoader().check(flow.path + "/main.vxml")
        #expect(checked.machine == nil)
        #expect(checked.diagnostics.filter { $0.file == flow.path + "/main.vxml" }.count >= 2)
        await #expect(throws: UnreadableFile.self) { try await DocumentLoader().check(flow.path + "/none.vxml") }
    }

    @Test func checkReadsGrammars() async throws {
        let flow = try FlowFolder(["a.grxml": "<grammar version='1.0' root='x' mode='dtmf'/>", "b.grxml": Self.digits])
        #expect(try await !DocumentLoader().check(flow.path + "/a.grxml").diagnostics.isEmpty)
        #expect(try await DocumentLoader().check(flow.path + "/b.grxml").diagnostics.isEmpty)
    }

    @Test func propertiesOfTheConfigurationAreDefaults() async throws {
        let flow = try FlowFolder(["main.vxml": .choice(filled: "Done.")])
        var options = HostOptions.test()
        options.properties = ["timeout": "77s"]
        let rest = await VirtualCall(CallHost(options)).send(.call(.test(flow.uri()))).rest
        #expect(rest?.until == CallInstant(milliseconds: 77_000))
    }
}
