import CallControl
import DialogMachines
import Expressions
import OrderedCollections

/// Attributes that are computed, and where they lead.
extension Interpreter {
    /// The text of a literal or computed attribute.
    mutating func text(of computed: Computed) throws(DialogEvent) -> String {
        switch computed {
        case .literal(let text): return text
        case .expression(let expression): return try text(of: try evaluate(expression))
        }
    }

    /// A reference resolved against the current document (VoiceXML 2.0 5.2.2: also in a handler of the root).
    func resolve(_ reference: String) throws(DialogEvent) -> String {
        guard let document else { throw .badfetch("'\(reference)' stands in no document") }
        return try resolve(reference, against: document)
    }

    /// A reference of a link, a grammar or a script, which stay with the document that they stand in.
    func resolve(_ reference: String, against document: DialogMachine) throws(DialogEvent) -> String {
        if reference.hasPrefix("#") { return document.id.uri + reference }
        guard let uri = URIReference.resolve(reference, against: document.base) else {
            throw .badfetch("'\(reference)' is no URI")
        }
        return uri
    }

    /// The object that a namelist makes, for `<exit>`, `<disconnect>` and `<return>`.
    mutating func values(of namelist: [NamedExpression]) throws(DialogEvent) -> [NamedValue] {
        var values: [NamedValue] = []
        for name in namelist {
            values.append(NamedValue(name: name.name, value: try evaluate(name.expression)))
        }
        return values
    }

    mutating func makeObject(_ members: [NamedValue]) -> Value {
        var object = HeapObject(.plain)
        for member in members { object.properties[world.names[member.name]] = member.value }
        return .object(state.heap.allocate(object))
    }

    /// A namelist as the object that the gateway is given; nil without one.
    mutating func json(of namelist: [NamedExpression]?) throws(DialogEvent) -> JSONValue? {
        guard let namelist else { return nil }
        return try json(of: try values(of: namelist))
    }

    mutating func json(of members: [NamedValue]) throws(DialogEvent) -> JSONValue {
        var written: [JSONValue.Member] = []
        for member in members where member.value != .undefined {
            written.append(.init(member.name, try json(of: member.value)))
        }
        return .object(written)
    }
}
