import CallControl
import Expressions
import OrderedCollections

/// `session.connection` (VoiceXML 2.0 5.1.4).
extension Interpreter {
    mutating func declareSessionVariables(_ start: CallStart) {
        state.sessionScope = makeScope(named: ["session"])
        let variables = start.variables.map { state.heap.value(of: $0) } ?? .undefined
        let redirects = start.redirect.map { redirect in
            object([
                "uri": .string(redirect.uri), "reason": .string(redirect.reason),
                "pi": redirect.presentation.map { .string($0) } ?? .undefined,
                "si": redirect.screening.map { .string($0) } ?? .undefined,
            ])
        }
        let local = object(["uri": .string(start.to)])
        let remote = object(["uri": .string(start.from)])
        let protocolObject = object([
            "name": .string(start.protocolName ?? ""), "version": .string(start.protocolVersion ?? ""),
            "variables": variables,
        ])
        let originator =
            switch start.originator {
            case start.to?: local
            case start.from?: remote
            case let other?: object(["uri": .string(other)])
            case nil: start.direction == .inbound ? remote : local
            }
        let connection = object([
            "local": local, "remote": remote, "protocol": protocolObject,
            "redirect": .object(state.heap.allocate(HeapObject(.array, elements: redirects, isReadOnly: true))),
            "aai": start.aai.map { .string($0) } ?? .undefined, "originator": originator,
        ])
        setVariable("connection", connection, in: state.sessionScope)
        state.heap[state.sessionScope].isReadOnly = true
    }

    private mutating func object(_ members: KeyValuePairs<String, Value>) -> Value {
        let properties = OrderedDictionary(uniqueKeysWithValues: members.map { (world.names[$0.key], $0.value) })
        return .object(state.heap.allocate(HeapObject(.plain, properties: properties, isReadOnly: true)))
    }
}
