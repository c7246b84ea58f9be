import CallControl
import Foundation
import Testing

/// A test of a suite: a call to a document, and what must come of it.
struct ConformanceTest: Sendable, CustomTestStringConvertible {
    var suite: URL
    var id: String
    var section: String
    var rule: String
    /// The first document, relative to the suite.
    var start: String
    /// What the caller does; nil: the documents direct the caller.
    var steps: [JSONValue]?
    var variables: JSONValue?
    /// What becomes of a transfer.
    var transfer: JSONValue?

    var testDescription: String { "\(section): \(rule) (\(id))" }

    /// All tests under a folder, suite by suite.
    static func all(at folder: URL) throws -> [ConformanceTest] {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        let manifests = (files?.compactMap { $0 as? URL } ?? []).filter { $0.lastPathComponent == "manifest.json" }
        return try manifests.sorted { $0.path < $1.path }.flatMap { manifest in
            let content = try JSONValue(parsing: String(contentsOf: manifest, encoding: .utf8))
            return try content.elements.map { try ConformanceTest($0, in: manifest.deletingLastPathComponent()) }
        }
    }

    private init(_ entry: JSONValue, in suite: URL) throws {
        self.suite = suite
        id = try entry.text("id")
        section = try entry.text("section")
        rule = try entry.text("rule")
        start = try entry.text("start")
        steps = entry["steps"]?.elements
        variables = entry["variables"]
        transfer = entry["transfer"]
    }
}

struct BadManifest: Error {
    var missing: String
}

extension JSONValue {
    subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }
    var string: String? { if case .string(let text) = self { text } else { nil } }
    var number: Double? { if case .number(let number) = self { number } else { nil } }
    var isTrue: Bool { self == .bool(true) }

    fileprivate func text(_ name: String) throws -> String {
        guard let text = self[name]?.string else { throw BadManifest(missing: name) }
        return text
    }
}
