import FlowTesting
import Foundation

/// Which files of a folder of tests have a part of the language in them.
struct TestSearch {
    private var files: [String: Set<String>] = [:]

    /// Reads every file of tests in a folder and below.
    init(folder: String) throws {
        for path in try FileSearch.files(at: folder, extensions: ["swift", "vxml", "grxml"]) {
            guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { continue }
            let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
            for key in Self.keys(of: text) { files[key, default: []].insert(name) }
        }
    }

    /// The names of the files, without their extensions, in alphabetical order.
    func tests(of part: LanguagePart) -> [String] { (files[Self.key(of: part)] ?? []).sorted() }

    private static func key(of part: LanguagePart) -> String {
        switch part.kind {
        case .element: "<" + part.name
        case .attribute: "<\(part.element ?? "") \(part.name.split(separator: ":").last.map(String.init) ?? part.name)"
        // The rest is filled in by what happens.
        case .event: part.name.split(separator: ".").prefix { $0.first?.isLowercase == true }.joined(separator: ".")
        case .property, .builtin: part.name
        }
    }

    /// All that a text has: tags, attributes in them, and the words in its quotes.
    private static func keys(of text: String) -> Set<String> {
        var keys: Set<String> = []
        for tag in text.matches(of: #/<([a-z][a-z\-]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)/?>/#) {
            let element = "<" + tag.1
            keys.insert(element)
            for attribute in tag.2.matches(of: #/([A-Za-z\-]+)\s*=/#) { keys.insert("\(element) \(attribute.1)") }
        }
        for word in text.matches(of: #/[a-z][a-z]+(?:\.[a-z]+)*/#) {
            var name = String(word.0)
            keys.insert(name)
            // error.badfetch.http.404 is an error.badfetch as well.
            while let dot = name.lastIndex(of: ".") {
                name = String(name[..<dot])
                keys.insert(name)
            }
        }
        return keys
    }
}
