import Diagnostics
import DialogMachines

/// Events of a flow's own that nothing catches, which ends the call (VoiceXML 2.0 5.2.5), and handlers of events that are
/// another one's by a slip of the hand.
enum UncaughtEvents: FlowRule {
    static func findings(in document: FlowDocument, of flow: Flow) -> [Finding] {
        guard flow.isWhole else { return [] }
        let events = FlowEvents(of: flow)
        return uncaught(in: document.machine, events) + unthrown(in: document.machine, events)
    }

    private static func uncaught(in machine: DialogMachine, _ events: FlowEvents) -> [Finding] {
        machine.thrownEvents.compactMap { event, position in
            guard case .literal(let name) = event, !PlatformEvents.contains(name), !events.catches(name) else {
                return nil
            }
            let suggestion = Suggestion.nearest(to: name, among: events.caught.sorted())
            return .uncaughtEvent(name, suggestion: suggestion, at: position)
        }
    }

    private static func unthrown(in machine: DialogMachine, _ events: FlowEvents) -> [Finding] {
        guard !events.throwsComputed else { return [] }
        // What is thrown and not caught is told where it is thrown.
        let meant = PlatformEvents.handled + events.thrown.filter(events.catches).sorted()
        return machine.handlerTable.flatMap { handler in
            handler.events.compactMap { name -> Finding? in
                guard !PlatformEvents.mayThrow(name),
                    !events.thrown.contains(where: { ($0 + ".").hasPrefix(name + ".") }),
                    let suggestion = Suggestion.nearest(to: name, among: meant)
                else { return nil }
                return .unthrownEvent(name, suggestion: suggestion, at: handler.position)
            }
        }
    }
}
