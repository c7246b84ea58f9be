import CJavaScriptCore
import CallControl
import Expressions
import OrderedCollections

/// What a script threw, as a failure. A message is for logs, so no value of a variable is in it.
struct ThrownValue {
    private let isError: Bool
    private let name: String
    private let message: String

    init(_ thrown: JSValueRef, on machine: VirtualMachine) {
        guard case .value(let parts) = machine.call(machine.prelude.explain, [thrown]) else {
            (isError, name, message) = (true, "Error", "")
            return
        }
        func part(_ index: UInt32) -> JSValueRef? { JSObjectGetPropertyAtIndex(machine.context, parts, index, nil) }
        func text(_ index: UInt32) -> String {
            part(index).flatMap { ECMAString($0, in: machine.context) }?.string ?? ""
        }
        isError = JSValueToBoolean(machine.context, part(0))
        name = text(1)
        message = text(2)
    }

    /// - Parameters:
    ///   - sources: the texts that ran; what they spell may be repeated.
    ///   - values: texts of variables that may not.
    func failure(sources: [String], values: [String]) -> ScriptFailure {
        func isSpelled(_ text: some StringProtocol) -> Bool { sources.contains { $0.contains(text) } }
        guard isError else {
            let text = !message.isEmpty && isSpelled(message) ? message : "a value of type \(name)"
            return ScriptFailure(.thrown, "Error: \(text) was thrown")
        }
        if message.hasPrefix("Out of memory") { return ScriptFailure(.limit, "\(name): Out of memory") }
        // The engine shows the operand of a failed call: (In 'f()', 'f' is "…").
        var said = message.firstRange(of: " (In '").map { String(message[..<$0.lowerBound]) } ?? message
        if said.hasSuffix("."), said.count < message.count { said.removeLast() }
        for quote: Character in ["\"", "'"] { said = said.hidingQuotations(between: quote) { isSpelled($0) } }
        let tellsValue = values.contains { $0.utf16.count > 2 && said.contains($0) && !isSpelled($0) }
        return ScriptFailure(.thrown, said.isEmpty || tellsValue ? name : "\(name): \(said)")
    }
}

extension String {
    /// The text without what stands between two quotation marks and may not be repeated.
    fileprivate func hidingQuotations(between quote: Character, unless isAllowed: (Substring) -> Bool) -> String {
        let parts = split(separator: quote, omittingEmptySubsequences: false)
        return parts.enumerated().map { index, part in
            index % 2 == 0 || index == parts.count - 1 || isAllowed(part) ? String(part) : "…"
        }.joined(separator: String(quote))
    }
}

extension ShownObjects {
    /// The texts that may have run beside the evaluated one.
    func sources(in heap: Heap) -> [String] {
        reachable.objects.compactMap { reference in
            if case .function(let source) = heap[reference].kind { source.text.string } else { nil }
        }
    }

    /// The texts of the strings and numbers that were shown.
    func texts(in heap: Heap) -> [String] {
        let scopes = reachable.scopes.filter(\.isShown).map(\.reference)
        return (scopes + reachable.objects).flatMap { reference in
            let object = heap[reference]
            return (object.elements.compactMap(\.self) + object.properties.values).compactMap { value in
                switch value {
                case .string(let text): text.string
                case .number(let number): number.ecmaScriptText
                case .undefined, .null, .bool, .object: nil
                }
            }
        }
    }
}
