import CJavaScriptCore
import Expressions
import OrderedCollections

/// What the prelude's `describe` found out about an object.
struct ObjectDescription {
    private enum Kind: Int {
        case plain, array, function, date, regularExpression, error, node, inheriting, wrapper
    }

    private(set) var members: [(name: ECMAString, value: JSValueRef?)] = []
    private let kind: Kind
    private let isFrozen: Bool
    private let first: JSValueRef?
    private let second: JSValueRef?
    private var elements: [JSValueRef?] = []
    private let machine: VirtualMachine

    init(_ list: JSObjectRef?, on machine: VirtualMachine) throws(ScriptFailure) {
        self.machine = machine
        let context: JSContextRef = machine.context
        func item(_ index: Int) -> JSValueRef? { JSObjectGetPropertyAtIndex(context, list, UInt32(index), nil) }
        func number(_ value: JSValueRef?) -> Int { Int(JSValueToNumber(context, value, nil)) }
        kind = Kind(rawValue: number(item(0))) ?? .plain
        isFrozen = JSValueToBoolean(context, item(1))
        first = item(2)
        second = item(3)
        var index = 4
        if kind == .array {
            let end = index + number(first)
            elements.reserveCapacity(end - index)
            while index < end {
                elements.append(item(index))
                index += 1
            }
        }
        let count = number(JSObjectGetProperty(context, list, machine.names["length"], nil))
        while index + 1 < count {
            members.append((try machine.text(of: item(index)), item(index + 1)))
            index += 2
        }
    }

    /// The object as the heap holds it.
    func object(home: [HeapReference], reading: inout ReadBack) throws(ScriptFailure) -> HeapObject {
        var object = HeapObject(try heapKind(home: home, reading: &reading), isReadOnly: isFrozen)
        object.elements.reserveCapacity(elements.count)
        for element in elements { object.elements.append(reading.isHole(element) ? nil : try reading.value(element)) }
        for (name, value) in members { object.properties[name] = try reading.value(value) }
        return object
    }

    private func heapKind(
        home: [HeapReference], reading: inout ReadBack
    ) throws(ScriptFailure) -> HeapObject.Kind {
        switch kind {
        case .plain: return .plain
        case .array: return .array
        case .function:
            guard JSValueIsString(machine.context, first) else { return .function(FunctionSource(text: "", home: [])) }
            // What a built-in function is does not depend on variables.
            let isBuiltIn = JSValueToBoolean(machine.context, second)
            return .function(
                FunctionSource(text: EvalGuard.original(try machine.text(of: first)), home: isBuiltIn ? [] : home))
        case .date: return .date(JSValueToNumber(machine.context, first, nil))
        case .regularExpression:
            return .regularExpression(pattern: try machine.text(of: first), flags: try machine.text(of: second))
        case .error: return .error
        case .inheriting:
            guard case .object(let prototype) = try reading.value(first) else { return .plain }
            if case .object(let maker) = try reading.value(second) { reading.keep(prototype, of: maker) }
            return .inheriting(from: prototype)
        case .wrapper: return .wrapper(try reading.value(first))
        case .node:
            guard case .object(let document) = try reading.value(first),
                let part = DataPart(text: try machine.text(of: second).string)
            else { return .plain }
            return .node(of: document, part)
        }
    }
}

extension VirtualMachine {
    /// The longest string that a variable holds, in code units.
    private static let stringLimit = 1 << 24

    /// The text of a string of the engine.
    func text(of value: JSValueRef?) throws(ScriptFailure) -> ECMAString {
        guard let string = JSValueToStringCopy(context, value, nil) else { return "" }
        defer { JSStringRelease(string) }
        guard JSStringGetLength(string) <= Self.stringLimit else {
            throw ScriptFailure(.limit, "A string has more than \(Self.stringLimit) characters.")
        }
        return ECMAString(engineString: string)
    }
}
