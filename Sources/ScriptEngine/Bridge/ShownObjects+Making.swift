import CJavaScriptCore
import Expressions
import OrderedCollections

/// Making the objects of the engine, and giving them their properties.
extension ShownObjects {
    /// A scope has no prototype: it has the names of its variables only.
    func makeScope() -> JSObjectRef {
        let scope: JSObjectRef = JSObjectMake(machine.context, nil, nil)
        JSObjectSetPrototype(machine.context, scope, JSValueMakeNull(machine.context))
        return scope
    }

    func make(_ reference: HeapReference, of heap: Heap) throws(ScriptFailure) -> Outcome {
        let object = heap[reference]
        switch object.kind {
        case .plain, .inheriting, .scope: return .value(JSObjectMake(machine.context, nil, nil))
        case .wrapper(let value):
            return .value(JSValueToObject(machine.context, self.value(value), nil))
        case .array: return .value(JSObjectMakeArray(machine.context, 0, nil, nil))
        case .date(let time):
            return .value(JSObjectMakeDate(machine.context, 1, [JSValueMakeNumber(machine.context, time)], nil))
        case .regularExpression(let pattern, let flags):
            return call(machine.prelude.makeRegExp, .string(pattern), .string(flags))
        case .error:
            let properties = object.properties
            return call(
                machine.prelude.makeError, properties[Self.name] ?? .undefined, properties[Self.message] ?? .undefined)
        case .function(let source):
            return try function(machine.texts.function(source.text), home: source.home)
        case .document(let tree):
            return machine.call(machine.prelude.openDocument, [machine.documents.records(of: tree)])
        case .node(let document, let part):
            return call(machine.prelude.partOfDocument, .object(document), .string(part.text))
        }
    }

    func fill(_ made: JSObjectRef, from object: HeapObject) {
        for (index, element) in object.elements.enumerated() {
            guard let element else { continue }
            JSObjectSetPropertyAtIndex(machine.context, made, UInt32(index), value(element), nil)
        }
        if case .array = object.kind, object.elements.last == .some(nil) {
            set(Self.length, .number(Double(object.elements.count)), of: made)
        }
        for (name, value) in object.properties {
            switch object.kind {
            case .error where name == Self.name || name == Self.message: break
            case .function where name == Self.prototype: _ = call(machine.prelude.setPrototype, on: made, value)
            case .document, .node: break
            case .plain, .inheriting, .wrapper, .array, .function, .date, .regularExpression, .error, .scope:
                set(name, value, of: made)
            }
        }
        if case .inheriting(let prototype) = object.kind {
            JSObjectSetPrototype(machine.context, made, value(.object(prototype)))
        }
    }

    func set(_ name: ECMAString, _ value: Value, of object: JSObjectRef) {
        // Assigning this name would not make a property.
        if name == Self.proto {
            _ = call(machine.prelude.defineOwn, on: object, .string(name), value)
        } else {
            JSObjectSetProperty(machine.context, object, machine.names[name], self.value(value), 0, nil)
        }
    }

    /// Calls a function of the prelude. Its arguments are kept from the collector until then.
    private func call(_ function: JSObjectRef, on object: JSObjectRef? = nil, _ values: Value...) -> Outcome {
        let arguments = values.map { value in
            let argument = self.value(value)
            JSValueProtect(machine.context, argument)
            return argument
        }
        defer { for argument in arguments { JSValueUnprotect(machine.context, argument) } }
        return machine.call(function, (object.map { [$0] } ?? []) + arguments)
    }

    private static let length: ECMAString = "length"
    private static let message: ECMAString = "message"
    private static let name: ECMAString = "name"
    private static let prototype: ECMAString = "prototype"
    private static let proto: ECMAString = "__proto__"
}
