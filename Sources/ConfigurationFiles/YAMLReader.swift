public import CallControl
public import Yams

/// Reads YAML nodes as what a configuration expects, with the place of what is wrong.
public struct YAMLReader: Sendable {
    private let file: String

    /// - Parameter file: what errors call the text that is read.
    public init(file: String) { self.file = file }

    /// The root node; nil for an empty file.
    public func compose(_ text: String) throws(ConfigurationError) -> Node? {
        do {
            let root = try Yams.compose(yaml: text)
            return root?.tag == Tag(.null) ? nil : root
        } catch let error as YamlError {
            throw described(error)
        } catch {
            throw ConfigurationError(file: file, message: "\(error)")
        }
    }

    /// That this is wrong at the node's place.
    public func error(_ node: Node, _ message: String) -> ConfigurationError {
        ConfigurationError(file: file, line: node.mark?.line, column: node.mark?.column, message: message)
    }

    /// An entry of a mapping.
    public struct Entry {
        public let name: String
        /// Where the name stands.
        public let key: Node
        public let value: Node
    }

    /// The entries of a mapping in their order; none for null.
    public func entries(of node: Node, _ what: String) throws(ConfigurationError) -> [Entry] {
        if node.tag == Tag(.null) { return [] }
        guard let mapping = node.mapping else { throw error(node, "\(what) is no mapping") }
        var entries: [Entry] = []
        for (key, value) in mapping {
            guard let name = key.scalar?.string else { throw error(key, "a name in \(what) is no text") }
            entries.append(Entry(name: name, key: key, value: value))
        }
        return entries
    }

    /// That there is no such setting, at the place of its name.
    /// - Parameter known: what there is, as part of a sentence.
    public func unknown(_ entry: Entry, _ known: String) -> ConfigurationError {
        error(entry.key, "there is no setting '\(entry.name)'; there are \(known)")
    }

    /// The text of a single value.
    /// - Parameter what: what errors call it; so for the others.
    public func scalar(_ node: Node, _ what: String) throws(ConfigurationError) -> String {
        guard let scalar = node.scalar else { throw error(node, "\(what) is no single value") }
        return scalar.string
    }

    /// A truth value.
    public func boolean(_ node: Node, _ what: String) throws(ConfigurationError) -> Bool {
        guard let value = node.bool else { throw error(node, "\(what) is neither true nor false") }
        return value
    }

    /// A list of single values.
    public func scalars(_ node: Node, _ what: String) throws(ConfigurationError) -> [String] {
        guard let sequence = node.sequence else { throw error(node, "\(what) is no list") }
        var texts: [String] = []
        for element in sequence { texts.append(try scalar(element, "an element of \(what)")) }
        return texts
    }

    /// A mapping with all that is in it; none is an empty one.
    public func object(_ node: Node, _ what: String) throws(ConfigurationError) -> JSONValue {
        var members: [JSONValue.Member] = []
        for entry in try entries(of: node, what) {
            members.append(JSONValue.Member(entry.name, try value(entry.value, depth: 1)))
        }
        return .object(members)
    }

    private func value(_ node: Node, depth: Int) throws(ConfigurationError) -> JSONValue {
        guard depth <= JSONValue.depthLimit else { throw error(node, "nested over \(JSONValue.depthLimit) deep") }
        switch node {
        case .scalar: return scalarValue(node)
        case .sequence(let sequence):
            var elements: [JSONValue] = []
            for element in sequence { elements.append(try value(element, depth: depth + 1)) }
            return .array(elements)
        case .mapping:
            var members: [JSONValue.Member] = []
            for entry in try entries(of: node, "a mapping") {
                members.append(JSONValue.Member(entry.name, try value(entry.value, depth: depth + 1)))
            }
            return .object(members)
        case .alias: throw error(node, "an alias that refers to nothing")
        }
    }

    /// A scalar by YAML's core schema: null, a boolean, a number, or else text.
    private func scalarValue(_ node: Node) -> JSONValue {
        let text = node.scalar?.string ?? ""
        switch node.tag {
        case Tag(.null): return .null
        case Tag(.bool): return node.bool.map(JSONValue.bool) ?? .string(text)
        case Tag(.int): return node.int.map { .number(Double($0)) } ?? .string(text)
        case Tag(.float): return node.float.map(JSONValue.number) ?? .string(text)
        default: return .string(text)
        }
    }

    private func described(_ error: YamlError) -> ConfigurationError {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            ConfigurationError(file: file, line: mark.line, column: mark.column, message: problem)
        case .duplicatedKeysInMapping(let names, let context):
            ConfigurationError(
                file: file, line: context.mark.line, column: context.mark.column,
                message: "in the mapping that begins here '\(names.first ?? "")' occurs twice")
        default: ConfigurationError(file: file, message: "\(error)")
        }
    }
}
