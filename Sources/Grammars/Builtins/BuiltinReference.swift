import CallControl
import Foundation

/// A builtin grammar as it is named: `boolean?y=7;n=9`, `builtin:dtmf/boolean?y=7;n=9`.
struct BuiltinReference: Hashable {
    var mode: CompiledGrammar.Mode
    var name: String
    /// As they are given: `["y=7", "n=9"]`.
    var parameters: [Substring]

    private static let prefixes: [(String, CompiledGrammar.Mode)] = [
        ("builtin:dtmf/", .dtmf), ("builtin:grammar/", .voice),
    ]

    init(_ text: String) throws(BuiltinError) {
        var rest = text[...]
        mode = .dtmf
        if let (prefix, mode) = Self.prefixes.first(where: { text.hasPrefix($0.0) }) {
            self.mode = mode
            rest = rest.dropFirst(prefix.count)
        } else if text.hasPrefix("builtin:") {
            throw BuiltinError(.unknownType, "\"\(text)\" is neither builtin:dtmf/… nor builtin:grammar/…")
        }
        let parts = rest.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        name = parts.first.map(String.init) ?? ""
        parameters = parts.count < 2 ? [] : parts[1].split { $0 == ";" || $0 == "&" }
    }
}

/// The parameters of a builtin grammar. A type takes those it knows; the others are errors.
struct BuiltinParameters {
    private let type: String
    private var values: [String: String] = [:]
    private let problem: BuiltinError?

    init(_ reference: BuiltinReference) {
        type = reference.name
        var problem: BuiltinError?
        for parameter in reference.parameters {
            let parts = parameter.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let value = parts[1].removingPercentEncoding else {
                problem = BuiltinError(.badParameters, "\"\(parameter)\" is not of the form name=value")
                continue
            }
            let name = String(parts[0])
            if values.updateValue(value, forKey: name) != nil {
                problem = BuiltinError(.badParameters, "\(name) is given twice")
            }
        }
        self.problem = problem
    }

    /// A length in keys, at least `least`.
    mutating func length(_ name: String, atLeast least: Int) throws(BuiltinError) -> Int? {
        guard let text = values.removeValue(forKey: name) else { return nil }
        guard text.isDigits, let number = Int(text), number >= least else {
            throw BuiltinError(.badParameters, "\(name) is a whole number of at least \(least), not \"\(text)\"")
        }
        return number
    }

    /// A single key.
    mutating func key(_ name: String) throws(BuiltinError) -> DTMFKey? {
        guard let text = values.removeValue(forKey: name) else { return nil }
        guard text.count == 1, let key = text.first.flatMap({ DTMFKey($0.uppercasedKey) }) else {
            throw BuiltinError(.badParameters, "\(name) is a key, not \"\(text)\"")
        }
        return key
    }

    /// Reports what is malformed, and what the type has not taken.
    func refuseOthers() throws(BuiltinError) {
        if let problem { throw problem }
        guard let name = values.keys.min() else { return }
        throw BuiltinError(.badParameters, "\(type) has no parameter \(name)")
    }
}
