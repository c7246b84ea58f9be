import Diagnostics
import DialogParser
import Dialogs
import Testing

@Suite("Unreachable dialogs")
struct ReachabilityTests {
    private func unreachable(_ contents: String..., entry: [String]? = nil) throws -> [String] {
        let documents = try contents.enumerated().map { number, content in
            try document(page(content), uri: "http://flows.example/\(number).vxml")
        }
        return Reachability.unreachableDialogs(in: documents, entry: entry).short
    }

    @Test func `a dialog that nothing names`() throws {
        #expect(
            try unreachable("<form/>\n<form id='a'/>\n<menu/>") == ["3:1 unreachable-dialog", "4:1 unreachable-dialog"])
    }

    @Test(arguments: [
        "<form><block><goto next='#a'/></block></form>",
        "<form><block><if cond='1'><else/><goto next='#a'/></if></block></form>",
        "<form><subdialog src='#a'/></form>",
        "<form><field name='x'><nomatch><goto next='#a'/></nomatch></field></form>",
        "<form><filled><submit next='0.vxml#a'/></filled></form>",
        "<menu><choice next='#a'/></menu>",
        "<form/><link next='#a'/>",
        "<form/><catch><goto next='#a'/></catch>",
        "<form><block><goto next='#b'/></block></form><form id='b'><block><goto next='#a'/></block></form>",
        "<form><block><goto expr='x'/></block></form>",
    ])
    func reachable(content: String) throws {
        #expect(try unreachable(content + "\n<form id='a'/>").isEmpty)
    }

    @Test func `two that name only each other`() throws {
        let content = """
            <form/>
            <form id='a'><block><goto next='#b'/></block></form>
            <form id='b'><block><goto next='#a'/></block></form>
            """
        #expect(try unreachable(content) == ["3:1 unreachable-dialog", "4:1 unreachable-dialog"])
    }

    @Test func `what cannot be reached leads nowhere`() throws {
        let content = "<form/>\n<form id='a'><block><goto expr='x'/></block></form>\n<form id='b'/>"
        #expect(try unreachable(content).count == 2)
    }

    @Test func `a dialog without an id is reached by no expression`() throws {
        #expect(try unreachable("<form><block><goto expr='x'/></block></form>\n<form/>") == ["3:1 unreachable-dialog"])
    }

    @Test func `a dialog of document scope is reached by its grammars`() throws {
        #expect(try unreachable("<form/><form id='a' scope='document'/><menu scope='document'/>").isEmpty)
        #expect(try unreachable("<form/><form><grammar src='x' scope='document'/></form>").isEmpty)
    }

    @Test func `a fragment from another document, and a link of the application root`() throws {
        let second = "<form/>\n<form id='a'/>\n<form id='b'/>"
        #expect(
            try unreachable("<form><block><goto next='1.vxml#a'/></block></form>", second) == ["4:1 unreachable-dialog"]
        )

        let leaf = try document(
            page("<form/>\n<form id='b'/>").replacing("<vxml", with: "<vxml application='root.vxml'"),
            uri: "http://flows.example/leaf.vxml")
        let root = try document(page("<link next='leaf.vxml#b'/>"), uri: "http://flows.example/root.vxml")
        let entry = ["http://flows.example/leaf.vxml"]
        #expect(Reachability.unreachableDialogs(in: [leaf, root], entry: entry).isEmpty)
        #expect(Reachability.unreachableDialogs(in: [leaf], entry: entry).short == ["3:1 unreachable-dialog"])
    }

    @Test func `a document that no entry leads to`() throws {
        #expect(
            try unreachable("<form/>", "<form/>", entry: ["http://flows.example/0.vxml"]) == ["2:1 unreachable-dialog"])
        #expect(try unreachable("<form/>", "<form/>").isEmpty)
    }
}
