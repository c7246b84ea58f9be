import CallControl
import FormInterpreter
import Testing

@Suite("Submit")
struct SubmitTests {
    /// The fetch that a form causes once its document is there.
    private func fetch(_ body: String) -> Fetch? {
        let library = Library(["main.vxml": TestCall.document(body)])
        var session = Session()
        let start = CallStart(from: "tel:1", to: "tel:2", flow: Library.base + "main.vxml")
        do {
            guard case .fetch(let first) = try session.handle(.call(start), at: .start, in: library.world).first
            else { return nil }
            let event = CallEvent.fetched(first.fetch, library.fetch(first))
            let commands = try session.handle(event, at: .start, in: library.world)
            guard case .fetch(let fetch) = commands.last else { return nil }
            return fetch
        } catch {
            return nil
        }
    }

    @Test("50 a namelist is sent by get or post, objects by member")
    func namelist() {
        let sent = fetch(
            """
            <form><var name="a" expr="'x y'"/><var name="o" expr="({p: 1, q: {r: true}})"/><var name="u"/>
            <block><submit next="next.vxml" method="post" namelist="a o u" enctype="multipart/form-data"/></block></form>
            """)
        #expect(sent?.uri == Library.base + "next.vxml")
        #expect(sent?.method == .post)
        #expect(sent?.enctype == "multipart/form-data")
        #expect(sent?.fields == [Fetch.Field("a", "x y"), Fetch.Field("o.p", "1"), Fetch.Field("o.q.r", "true")])
    }

    @Test("50 without a namelist every named input item goes along")
    func inputItems() {
        let sent = fetch(
            """
            <form><field name="f" expr="'7'"/><var name="v" expr="1"/><block name="b" expr="undefined"><submit next="next.vxml"/></block></form>
            """)
        #expect(sent?.method == .get)
        #expect(sent?.fields == [Fetch.Field("f", "7")])
    }
}
