import CallControl
import DialogMachines

/// Properties (VoiceXML 2.0 6.3): the nearest of item, dialog, document and application root.
extension Interpreter {
    func property(_ name: String) -> String? {
        guard let document else { return nil }
        if document.sets(property: name),
            let value = item?.properties[name] ?? dialog?.properties[name] ?? document.properties[name]
        {
            return value
        }
        guard let root, root !== document, root.sets(property: name) else { return nil }
        return root.properties[name]
    }

    func duration(_ name: String, default standard: CallDuration) -> CallDuration {
        property(name).flatMap { CallDuration(timeDesignation: $0) } ?? standard
    }

    func flag(_ name: String, default standard: Bool) -> Bool {
        property(name).map { $0 == "true" } ?? standard
    }
}
