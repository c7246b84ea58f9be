import Testing

@Suite("56 The keys of a sensitive field appear nowhere")
struct SecretsTests {
    /// A PIN that is nothing else in the flow and its data.
    private static let pin = "9071"

    @Test("keys on a pipe: output, errors, saved transcripts")
    func keys() async throws {
        let folder = try Folder()
        let finished = try await dialtone(
            "run", projectPath("flows/order-hotline"), "--save", folder.path, input: "2 20001# \(Self.pin)# 3")
        #expect(finished.output.contains("do not go together"))
        let saved = try folder.allText()
        #expect(saved.contains("••••"))
        for text in [finished.output, finished.errors, saved] { #expect(!text.contains(Self.pin)) }
    }

    @Test("keys on a pipe: the first key of the PIN that ends the input before it")
    func firstKey() async throws {
        let folder = try Folder()
        let finished = try await dialtone(
            "run", projectPath("flows/order-hotline"), "--save", folder.path, input: "2 20001 \(Self.pin) ~")
        #expect(finished.output.contains("> 20001••••\n"), "\(finished.output)")
        #expect(try folder.allText().contains("keys: 20001••••\n"))
    }

    @Test("ndjson, the PIN typed ahead with everything else: output, errors, saved transcripts")
    func typeAhead() async throws {
        let folder = try Folder()
        let finished = try await dialtone(
            "run", projectPath("flows/order-hotline"), "--format", "ndjson", "--clock", "virtual", "--save",
            folder.path,
            input: """
                {"event":"call","call":"a","from":"tel:1","to":"tel:2"}
                {"event":"keys","call":"a","keys":"220001#\(Self.pin)#"}
                {"event":"hangup","call":"a"}

                """)
        #expect(finished.output.contains("do not go together"))
        let saved = try folder.allText()
        #expect(saved.contains("220001#••••"), "\(saved)")
        for text in [finished.output, finished.errors, saved] { #expect(!text.contains(Self.pin)) }
    }

    @Test(
        "ndjson: what is wrong with a line is told without its keys",
        arguments: [
            #"{"event":"keys","call":"a","keys":"9071x"}"#, #"{"event":"dtmf","call":"a","key":"9071"}"#,
            #"{"event":"keys","call":"b","keys":"9071"}"#, #"{"event":"keys","call":"a","keys":"9071""#,
            #"{"event":"keys","call":"a","keys":9071}"#, #"{"event":"key","call":"a","keys":"9071"}"#,
        ])
    func badLines(line: String) async throws {
        let finished = try await dialtone(
            "run", projectPath("flows/order-hotline"), "--format", "ndjson", "--clock", "virtual",
            input: "{\"event\":\"call\",\"call\":\"a\",\"from\":\"tel:1\",\"to\":\"tel:2\"}\n\(line)\n")
        #expect(finished.output.contains(#""command":"error""#))
        for text in [finished.output, finished.errors] { #expect(!text.contains(Self.pin)) }
    }
}
