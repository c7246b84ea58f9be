import Testing

@Suite("Names")
struct NameTests {
    @Test(
        "A form item's name is an identifier, each once in its form",
        arguments: [
            ("<block name='a.b'>x</block>", ["error bad-name!"]),
            ("<block name='1a'>x</block>", ["error bad-name!"]),
            ("<block name='a b'>x</block>", ["error bad-name!"]),
            ("<block name='while'>x</block>", ["error bad-name!"]),
            ("<block name=''>x</block>", ["error bad-name!"]),
            ("<block name='a'>x</block><block name='a'>y</block>", ["error duplicate-name!"]),
            ("<block name='_a'>x</block>", ["warning reserved-name"]),
            ("<block name='a$'>x</block>", ["warning reserved-name"]),
            ("<block name='größe'>x</block><block name='$a'>y</block><block>z</block><block>z</block>", []),
        ])
    func itemNames(_ content: String, _ findings: [String]) throws {
        #expect(try compile(form: content).findings == findings)
    }

    @Test("The same name in two forms is no clash")
    func twoForms() throws {
        let form = "<form id='FORM'><block name='a'>x<goto next='#g'/></block></form>"
        let content = ["f", "g"].map { form.replacing("FORM", with: $0) }.joined()
        #expect(try compile(content).findings.isEmpty)
    }

    @Test("A name that cannot be declared throws error.semantic when it is reached", arguments: ["application.x", "1"])
    func variableNames(_ name: String) throws {
        let compiled = try compile(form: "<var name='\(name)'/>")
        #expect(compiled.findings == ["error bad-name"])
        #expect(compiled.code.first?.hasPrefix("0 throw error.semantic") == true)
    }
}
