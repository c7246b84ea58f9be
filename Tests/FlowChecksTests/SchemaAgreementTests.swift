import CallControl
import Diagnostics
import DialogCompiler
import DialogParser
import Foundation
import MarkupReader
import Testing

@Suite("The schema and the parser agree")
struct SchemaAgreementTests {
    private let schema: MarkupSchema

    init() throws { schema = try MarkupSchema(LanguageSchema.text) }

    /// What of a document's faults a schema can tell: those of elements and attributes. Values are compared attribute by
    /// attribute where the schema and the compiler are; those of properties no schema tells.
    private static let structural: Set = [
        "conflicting-attributes", "misplaced-element", "misplaced-text", "missing-attribute",
        "unknown-attribute", "unknown-element", "unknown-version", "wrong-root",
    ]

    @Test("of what is right, in the flows of this project and its tests", arguments: ["flows", "Tests/Conformance"])
    func rightDocuments(folder: String) throws {
        let documents = try documents(in: folder)
        #expect(documents.count > 20)
        var accepted = 0
        for (name, text) in documents {
            guard let tree = MarkupReader.read(text, file: name).root, tree.namespace != nil else { continue }
            let refusals = try refusals(of: tree)
            if refusals.isEmpty {
                let problem = schema.problem(in: text, root: tree, file: name)
                #expect(problem == nil, "\(problem?.description ?? name)")
                accepted += 1
            } else if refusals.allSatisfy({ Self.structural.contains($0.id) }) {
                #expect(schema.problem(in: text, root: tree, file: name) != nil, "\(name): \(refusals)")
            }
        }
        #expect(accepted > documents.count / 2)
    }

    @Test("of documents made at random")
    func generated() throws {
        var generator = DocumentGenerator(seed: 9)
        var (accepted, refused) = (0, 0)
        for _ in 0..<1_500 {
            let text = generator.document()
            let tree = try #require(MarkupReader.read(Array(text.utf8), file: "main.vxml").root)
            let refusals = try refusals(of: tree)
            let problem = schema.problem(in: Array(text.utf8), root: tree, file: "main.vxml")
            if refusals.isEmpty {
                #expect(problem == nil, "\(problem?.description ?? "") in \(text)")
                accepted += 1
            } else if refusals.contains(where: { Self.structural.contains($0.id) }) {
                #expect(problem != nil, "\(refusals) in \(text)")
                refused += 1
            }
        }
        #expect(accepted > 500 && refused > 300, "\(accepted) and \(refused)")
    }

    private func refusals(of tree: MarkupElement) throws -> [Diagnostic] {
        let (document, parsing) = DialogParser.parse(tree, uri: "file:///main.vxml", file: "main.vxml")
        guard let document else { return parsing }
        let (_, compiling) = DialogCompiler.compile(
            document, id: ResourceID(uri: "file:///main.vxml", digest: "0"), checker: LenientChecker())
        return (parsing + compiling).filter(\.refusesDocument)
    }

    private func documents(in folder: String) throws -> [(String, [UInt8])] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent(folder).path
        let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
        return try names.filter { $0.hasSuffix(".vxml") }.sorted().map { name in
            (name, Array(try Data(contentsOf: URL(fileURLWithPath: root + "/" + name))))
        }
    }
}
