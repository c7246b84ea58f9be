import CallControl
import DialogMachines
import Expressions
import OrderedCollections

/// `application.lastresult$` and the shadow variables of input items (VoiceXML 2.0 5.1.5, 2.3.1).
extension Interpreter {
    /// Sets `application.lastresult$`: an array of results that has the properties of the best one itself.
    mutating func setLastResult(keys: [DTMFKey], interpretations: [Value]) {
        guard let scope = context?.applicationScope else { return }
        let best = result(keys, interpretations.first ?? .undefined)
        let others = interpretations.dropFirst().map { result(keys, $0) }
        let results = ([best] + others).map { Value.object(state.heap.allocate(HeapObject(.plain, properties: $0))) }
        let array = HeapObject(.array, properties: best, elements: results)
        setVariable("lastresult$", .object(state.heap.allocate(array)), in: scope)
    }

    /// Sets `name$` of an item that was filled by keys.
    mutating func setShadowVariable(of index: Int, keys: [DTMFKey], interpretation: Value) {
        let object = state.heap.allocate(HeapObject(.plain, properties: result(keys, interpretation)))
        setShadowVariable(of: index, .object(object))
    }

    mutating func setShadowVariable(of index: Int, _ value: Value) {
        guard let scope = context?.dialogScope, let name = document?.items[index].name else { return }
        setVariable(name + "$", value, in: scope)
    }

    private func result(_ keys: [DTMFKey], _ interpretation: Value) -> OrderedDictionary<ECMAString, Value> {
        var result: OrderedDictionary<ECMAString, Value> = [
            Self.utterance: .string(keys.text), Self.inputmode: .string(Self.dtmf), Self.confidence: .number(1),
            Self.interpretation: interpretation,
        ]
        if state.prompts.mark != nil { result.merge(markProperties) { _, mark in mark } }
        return result
    }

    /// `markname` and `marktime`, in milliseconds; neither when no mark was passed (VoiceXML 2.1 4.1).
    var markProperties: OrderedDictionary<ECMAString, Value> {
        guard let mark = state.prompts.mark else { return [:] }
        let elapsed = mark.elapsed(at: state.now)
        return ["markname": .string(mark.name), "marktime": .number(Double(elapsed.milliseconds))]
    }

    private static let utterance: ECMAString = "utterance"
    private static let inputmode: ECMAString = "inputmode"
    private static let dtmf: ECMAString = "dtmf"
    private static let confidence: ECMAString = "confidence"
    private static let interpretation: ECMAString = "interpretation"
}
