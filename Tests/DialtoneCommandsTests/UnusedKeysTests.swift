import Testing

@Suite("56 Keys that nothing has used may have been meant for a sensitive field")
struct UnusedKeysTests {
    @Test("56 typed ahead while a plugin works, then a hang-up: the saved transcript masks them")
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
        #expect(saved.contains("keys: •••••\n"), "\(saved)")
    }
}
