import DialogCompiler
import Foundation
import Testing

@Suite("The listing of a machine")
struct MachineListingTests {
    @Test("A sample is listed as it was before")
    func golden() throws {
        let compiled = try compile(document: try sample("shop.vxml"))
        #expect(compiled.findings.isEmpty)
        let listing = MachineListing.text(of: compiled.machine)
        #expect(listing == (try sample("shop.machine")))
    }

    @Test("No line is wider than 80 columns, whatever the document says")
    func width() throws {
        let word = String(repeating: "x", count: 300)
        let words = String(repeating: "y ", count: 200)
        let compiled = try compile(
            "<form id='\(word)'><block cond='\(word)'>\(words)\(word)<throw event='\(word)' message='\(words)'/>"
                + "<script>\(words)</script></block></form>")
        let lines = MachineListing.text(of: compiled.machine).split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= 80 })
        #expect(lines.count > 20)
    }

    private func sample(_ name: String) throws -> String {
        let folder = try #require(Bundle.module.url(forResource: "Samples", withExtension: nil))
        return try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
}
