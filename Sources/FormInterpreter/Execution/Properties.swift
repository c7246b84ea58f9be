import CallControl
import DialogMachines

/// Properties (VoiceXML 2.0 6.3): the nearest of item, dialog, document and application root.
extension Interpreter {
    func property(_ name: String) -> String? {
        guard let context else { return nil }
        let document = machine(context.machine)
        if let value = item?.properties[name] ?? dialog?.properties[name] ?? document.properties[name] { return value }
        return context.root == context.machine ? nil : machine(context.root).properties[name]
    }

    func duration(_ name: String, default standard: CallDuration) -> CallDuration {
        property(name).flatMap { CallDuration(timeDesignation: $0) } ?? standard
    }

    func flag(_ name: String, default standard: Bool) -> Bool {
        property(name).map { $0 == "true" } ?? standard
    }
}
