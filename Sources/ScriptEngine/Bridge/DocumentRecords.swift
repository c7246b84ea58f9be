import CJavaScriptCore
import CallControl
import Expressions

/// The documents of `<data>` as the engine has them: frozen records, read once, of which each evaluation makes nodes of
/// its own.
final class DocumentRecords {
    /// So many are kept; then all are read anew.
    private static let limit = 16

    private let context: JSGlobalContextRef
    private let read: JSObjectRef
    private var known: [DataTree: JSObjectRef] = [:]

    /// - Parameter read: the function of the prelude that makes records of a JSON text.
    init(context: JSGlobalContextRef, read: JSObjectRef) {
        self.context = context
        self.read = read
    }

    func records(of tree: DataTree) -> JSValueRef? {
        if let known = known[tree] { return known }
        if known.count >= Self.limit { release() }
        var exception: JSValueRef?
        let text = ECMAString(tree.json).withEngineString { JSValueMakeString(context, $0) }
        JSValueProtect(context, text)
        defer { JSValueUnprotect(context, text) }
        guard let made = JSObjectCallAsFunction(context, read, nil, 1, [text], &exception), exception == nil else {
            return nil
        }
        JSValueProtect(context, made)
        known[tree] = made
        return made
    }

    func release() {
        for records in known.values { JSValueUnprotect(context, records) }
        known = [:]
    }
}

extension DataTree {
    /// A list of `[nodeType, name, value, parent, children, attributes, prefix, localName, namespace, isID]`.
    fileprivate var json: String {
        func indices(_ list: [Int]) -> JSONValue { .array(list.map { .number(Double($0)) }) }
        func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
        let records = nodes.map { node in
            JSONValue.array([
                .number(Double(node.kind.rawValue)), .string(node.name), text(node.value),
                node.parent.map { .number(Double($0)) } ?? .null, indices(node.children), indices(node.attributes),
                text(node.prefix), text(node.localName), text(node.namespace), .bool(node.isID),
            ])
        }
        return JSONValue.array(records).jsonText
    }
}

extension DataPart {
    /// How the prelude is told of it, and tells of it: `n5`, `l1,2,3` or `a5`.
    var text: String {
        switch self {
        case .node(let index): "n\(index)"
        case .list(let indices): "l" + indices.map(String.init).joined(separator: ",")
        case .attributes(let index): "a\(index)"
        }
    }

    init?(text: String) {
        let indices = text.dropFirst().split(separator: ",").compactMap { Int($0) }
        switch (text.first, indices.count) {
        case ("n", 1): self = .node(indices[0])
        case ("l", _): self = .list(indices)
        case ("a", 1): self = .attributes(of: indices[0])
        default: return nil
        }
    }
}
