import CallControl
import FormInterpreter
import Testing

/// What a fetch is told (VoiceXML 2.0 6.1.2, 6.3.5): attributes, else properties; and who asks.
@Suite("Fetch attributes")
struct FetchAttributeTests {
    /// The second fetch of a call.
    private func fetch(_ body: String) throws -> Fetch? {
        let library = Library(["main.vxml": TestCall.document(body)])
        var session = Session()
        let start = CallStart(from: "tel:1", to: "tel:2", flow: Library.base + "main.vxml")
        guard case .fetch(let first) = try session.handle(.call(start), at: .start, in: library.world).first else {
            return nil
        }
        #expect(first.origin == nil)
        let loaded = CallEvent.fetched(first.fetch, library.fetch(first))
        guard case .fetch(let fetch) = try session.handle(loaded, at: .start, in: library.world).last else {
            return nil
        }
        return fetch
    }

    private static let properties = """
        <property name="documentmaxage" value="10"/><property name="documentmaxstale" value="20"/>
        <property name="grammarmaxage" value="30"/><property name="scriptmaxage" value="40"/>
        <property name="fetchtimeout" value="5s"/>
        """

    @Test(
        arguments: [
            ("<block><goto next='n.vxml'/></block>", 10, 20, 5000),
            ("<block><goto next='n.vxml' maxage='1' maxstale='2' fetchtimeout='3s'/></block>", 1, 2, 3000),
            ("<block><script src='s.js'/></block>", 40, nil, 5000),
            ("<field name='f'><grammar src='g.grxml' maxstale='7'/></field>", 30, 7, 5000),
            ("<subdialog name='s' src='n.vxml' maxage='0'/>", 0, 20, 5000),
        ] as [(String, Int, Int?, Int)])
    func limits(content: String, maxage: Int, maxstale: Int?, timeout: Int) throws {
        let fetch = try #require(try fetch("\(Self.properties)<form>\(content)</form>"))
        #expect(fetch.maxage == maxage)
        #expect(fetch.maxstale == maxstale)
        #expect(fetch.timeout == CallDuration(milliseconds: timeout))
        #expect(fetch.origin == Library.base + "main.vxml")
    }
}
