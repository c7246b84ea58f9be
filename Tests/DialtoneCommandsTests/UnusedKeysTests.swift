import Testing

@Suite("56 Keys that nothing has used may have been meant for a sensitive field")
struct UnusedKeysTests {
    @Test("56 typed ahead while a plugin works, then a hang-up: the saved transcript has none of them")
    func hangUp() async throws {
        let folder = try Folder()
        _ = try await dialtone(
            "run", projectPath("flows/order-hotline"), "--format", "ndjson", "--clock", "virtual", "--plugins",
            "scripted", "--save", folder.path,
            input: """
                {"event":"call","call":"a","from":"tel:1","to":"tel:2"}
                {"event":"keys","call":"a","keys":"24829"}
                {"event":"hangup","call":"a"}

                """)
        let saved = try folder.allText()
        #expect(!saved.contains("keys"), "\(saved)")
        #expect(saved.contains("hang-up\n"))
    }

    @Test("what was pressed to no purpose does not keep a saved call from being replayed")
    func replay() async throws {
        let flow = document(
            """
            <form><block><prompt bargein="false">The rules.</prompt></block>
            <field name="a"><prompt>One or two?</prompt><grammar mode="dtmf" version="1.0" root="r"
            xmlns="http://www.w3.org/2001/06/grammar"><rule id="r"><one-of><item>1</item><item>2</item></one-of></rule>
            </grammar><filled><prompt>Thank you.</prompt><exit expr="a"/></filled></field></form>
            """)
        let folder = try Folder(["main.vxml": flow])
        let finished = try await dialtone(
            "run", folder.path, "--format", "ndjson", "--clock", "virtual", "--save", folder["calls"],
            input: """
                {"event":"call","call":"a","from":"tel:1","to":"tel:2"}
                {"event":"keys","call":"a","keys":"77"}
                {"event":"played","call":"a","prompt":1}
                {"event":"keys","call":"a","keys":"2"}

                """)
        #expect(finished.output.contains(#""how":"exit""#), "\(finished.output)")
        let saved = try folder.read("calls/a.call")
        #expect(saved.contains("ivr: The rules.\nivr: One or two?\nkeys early: 2\nivr: Thank you.\n"), "\(saved)")
        #expect(try await dialtone("test", folder["calls"]).status == 0)
    }
}
