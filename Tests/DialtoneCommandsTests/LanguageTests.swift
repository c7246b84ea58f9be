import CallControl
import Foundation
import Testing

/// A row of a table in Markdown: its cells.
private struct Row {
    var cells: [String]

    init(_ line: Substring) {
        cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
            .map { $0.trimmingCharacters(in: .whitespaces) }
    }

    /// The name without its backticks; nil for heads and rules.
    var title: String? { cells.first?.first == "`" ? cells[0].trimmingCharacters(in: ["`"]) : nil }
    var works: Bool { cells.count > 2 && cells[2] == "works" }
}

@Suite("dialtone language")
struct LanguageTests {
    private func rows(_ arguments: String...) async throws -> [Row] {
        let finished = try await dialtone(["language", "--markdown"] + arguments)
        #expect(finished.status == 0)
        return finished.output.split(separator: "\n", omittingEmptySubsequences: false).map(Row.init)
    }

    @Test("each part of the language with its section and state")
    func text() async throws {
        let finished = try await dialtone("language")
        #expect(finished.status == 0)
        let lines = finished.output.split(separator: "\n")
        for title in ["<field>", "<field modal>", "interdigittimeout", "error.badfetch", "digits"] {
            let found = lines.filter { $0.hasPrefix(title + " ") }
            #expect(found.count == 1, "\(title)")
            #expect(found.allSatisfy { $0.hasSuffix("  works") }, "\(title)")
        }
        #expect(lines.contains { $0.hasPrefix("<choice accept> ") && $0.hasSuffix("read, without effect") })
    }

    @Test("tables in Markdown, one for each kind")
    func markdown() async throws {
        let rows = try await rows()
        let heads = rows.filter { $0.cells.dropFirst() == ["described in", "state"] }.map { $0.cells[0] }
        #expect(heads == ["element", "attribute", "property", "event", "builtin"])
        #expect(rows.contains { $0.cells == ["`<goto nextitem>`", "VoiceXML 2.0 5.3.7", "works"] })
    }

    @Test("whatever works is in a test; of attributes those of tables that are tested one by one count as well")
    func tests() async throws {
        let working = try await rows("--tests", projectPath("Tests"))
            .filter { $0.works && Self.isNoAttribute($0) }
        #expect(working.count > 60)
        let untested = working.filter { $0.cells.last == "" }.compactMap(\.title)
        #expect(untested == [])
    }

    @Test("a folder of tests that is not there: exit status 2")
    func noTests() async throws {
        let finished = try await dialtone("language", "--tests", "/nowhere")
        #expect(finished.status == 2)
        #expect(finished.output.isEmpty)
    }

    @Test("properties, events and builtins that work are named by what makes them work")
    func sources() async throws {
        let text = try ["CallControl", "CallHosting", "DialogCompiler", "Fetching", "FormInterpreter", "Grammars"].map(
            sourceText
        )
        .joined()
        for row in try await rows() where row.works {
            // The names of Dialtone's own events are put together.
            guard let title = row.title, !title.hasPrefix("<"), row.cells[1] != "Dialtone" else { continue }
            // What follows in capitals is filled in.
            let known = title.split(separator: ".").prefix { $0.first?.isLowercase == true }.joined(separator: ".")
            let isNamed = text.contains("\"" + known)
            #expect(isNamed, "\(title)")
        }
    }

    @Test("the properties that work are those that a call asks for, and no others")
    func properties() async throws {
        let source = try sourceText("FormInterpreter")
        let limits = source.matches(of: #/case \.\w+: "(dialtone\.[a-z]+)"/#).map { String($0.output.1) }
        #expect(limits.count == 3)
        let asked =
            limits
            + source.matches(of: #/\b(?:property|duration|seconds|flag)\("([a-z.]+)"/#).map { String($0.output.1) }
            + Self.fetched.map(\.properties).flatMap { [$0.hint, $0.maxage, $0.maxstale] }
        #expect(asked.count > 15)
        let working = try await rows(of: "property").filter(\.works).compactMap(\.title)
        #expect(Set(working) == Set(asked))
    }

    private static let fetched: [Fetch.Kind] = [.document, .grammar, .script, .data]

    @Test("every event that is thrown anywhere is in the table, and works")
    func events() async throws {
        let table = try await rows(of: "event").filter(\.works).compactMap(\.title).map(Self.family)
        let rooms = ["CallHosting", "DialogCompiler", "Fetching", "FormInterpreter", "Grammars", "PluginKit"]
        let named = try rooms.map(sourceText).joined()
            .matches(of: #/"((?:error|connection)\.[a-z.]+)/#).map { Self.family(String($0.output.1)) }
        #expect(named.count > 20)
        for name in Set(named) {
            #expect(table.contains { ($0 + ".").hasPrefix(name + ".") }, "\(name)")
        }
        let speech = try await rows(of: "event").filter { !$0.works }.compactMap(\.title)
        #expect(speech == ["cancel", "exit", "help", "maxspeechtimeout"])
    }

    /// What is filled in left out.
    private static func family(_ event: String) -> String {
        event.split(separator: ".").prefix { $0.first?.isLowercase == true }.joined(separator: ".")
    }

    /// The rows of one kind.
    private func rows(of kind: String) async throws -> [Row] {
        let all = try await rows()
        let start = try #require(all.firstIndex { $0.cells.first == kind })
        return all[(start + 1)...].prefix { !$0.cells.isEmpty }.filter { $0.title != nil }
    }

    private static func isNoAttribute(_ row: Row) -> Bool {
        row.title.map { !$0.hasPrefix("<") || !$0.contains(" ") } ?? false
    }

    private func sourceText(_ room: String) throws -> String {
        let folder = projectPath("Sources/" + room)
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return try names.filter { $0.hasSuffix(".swift") }
            .map { try String(contentsOfFile: folder + "/" + $0, encoding: .utf8) }.joined()
    }
}

@Suite("dialtone schema")
struct SchemaCommandTests {
    @Test("prints a RELAX NG grammar")
    func schema() async throws {
        let finished = try await dialtone("schema")
        #expect(finished.status == 0)
        #expect(finished.output.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"))
        #expect(finished.output.contains("xmlns=\"http://relaxng.org/ns/structure/1.0\""))
        #expect(finished.output.hasSuffix("</grammar>\n"))
    }

    @Test("nothing in the flows of this project is against it")
    func flows() async throws {
        let finished = try await dialtone("check", "--schema", projectPath("flows"))
        #expect(!finished.output.contains("[schema]"), "\(finished.output)")
        #expect(finished.status == 0)
    }

    @Test("a mistake that the parser finds is not told again by the schema")
    func once() async throws {
        let folder = try Folder([
            "main.vxml": document("<form><blok/></form>"), "more.vxml": "<vxml version=\"2.1\"/>",
        ])
        let finished = try await dialtone("check", "--schema", folder.path)
        #expect(finished.output.contains("[unknown-element]"))
        #expect(!finished.output.contains("[schema]"), "\(finished.output)")
    }
}
