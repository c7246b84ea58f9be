import CallHosting
import Foundation
import Testing

/// FLOW of the command line and `flow` of a call.
@Suite struct FlowLocationTests {
    @Test(arguments: [
        ("a.vxml", "/flows", "file:///flows/a.vxml", "/flows"),
        ("../x/./a.vxml", "/flows/y", "file:///flows/x/a.vxml", "/flows/x"),
        ("/abs/a b.vxml", "/flows", "file:///abs/a%20b.vxml", "/abs"),
        ("a.vxml#d", "/flows", "file:///flows/a.vxml#d", "/flows"),
        ("file:///abs/a%20b.vxml", "/flows", "file:///abs/a%20b.vxml", "/abs"),
        ("\u{4E2D}.vxml", "/", "file:///%E4%B8%AD.vxml", "/"),
    ])
    func files(text: String, base: String, uri: String, folder: String) {
        let location = FlowLocation(text, relativeTo: base)
        #expect(location.uri == uri)
        #expect(location.folder == folder)
    }

    @Test(arguments: ["http://host/a.vxml", "https://host/a.vxml#d"])
    func otherSchemesStayAsTheyAre(uri: String) {
        let location = FlowLocation(uri, relativeTo: "/flows")
        #expect(location.uri == uri)
        #expect(location.folder == nil)
        #expect(!location.lies(under: "/"))
    }

    @Test func aFolderBeginsWithItsMainDocument() throws {
        let flow = try FlowFolder(["main.vxml": ""])
        #expect(FlowLocation(flow.path).uri == flow.uri())
        #expect(FlowLocation(flow.path).folder == flow.path)
    }

    @Test func aRelativePathStartsFromTheWorkingFolder() {
        let working = FileManager.default.currentDirectoryPath
        #expect(FlowLocation("a.vxml").folder == working)
    }

    @Test func liesUnderAFolderWhenLinksAreFollowed() throws {
        let flow = try FlowFolder(["a.vxml": ""])
        let outside = try FlowFolder(["b.vxml": ""])
        try FileManager.default.createSymbolicLink(
            atPath: flow.path + "/link.vxml", withDestinationPath: outside.path + "/b.vxml")
        #expect(FlowLocation("a.vxml", relativeTo: flow.path).lies(under: flow.path))
        #expect(FlowLocation("missing/a.vxml", relativeTo: flow.path).lies(under: flow.path))
        #expect(!FlowLocation("link.vxml", relativeTo: flow.path).lies(under: flow.path))
        #expect(!FlowLocation("../a.vxml", relativeTo: flow.path).lies(under: flow.path))
        #expect(!FlowLocation(flow.path + "x/a.vxml").lies(under: flow.path))
    }
}
