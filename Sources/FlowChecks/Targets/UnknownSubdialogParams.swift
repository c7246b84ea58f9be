import CallControl
import Diagnostics
import DialogMachines
import DialogParser
import Dialogs

/// `<param>`s of a subdialog that its dialog declares no `<var>` for (VoiceXML 2.0 2.3.4).
enum UnknownSubdialogParams: FlowRule {
    static func findings(in document: FlowDocument, of flow: Flow) -> [Finding] {
        document.machine.items.flatMap { item -> [Finding] in
            guard case .subdialog(let subdialog) = item.kind, !subdialog.params.isEmpty,
                case .literal(let uri) = subdialog.target.uri,
                let declared = declaredVariables(at: uri, from: document, in: flow)
            else { return [] }
            return subdialog.params.filter { !declared.contains($0.name) }.map { param in
                let suggestion = Suggestion.nearest(to: param.name, among: declared.sorted())
                return .unknownSubdialogParam(param.name, suggestion: suggestion, at: param.position)
            }
        }
    }

    /// The variables of the form that a reference leads to; nil: it is no form that is known.
    private static func declaredVariables(at uri: String, from document: FlowDocument, in flow: Flow) -> Set<String>? {
        let (path, fragment) = URIReference.split(uri)
        let target = path.isEmpty ? document : document.absolute(path).flatMap(flow.document)
        guard let dialogs = target?.document.dialogs else { return nil }
        let dialog = fragment.map { id in dialogs.first { $0.id?.text == id } } ?? dialogs.first
        guard case .form(let form) = dialog else { return nil }
        return Set(
            form.initializers.compactMap { if case .variable(let variable) = $0 { variable.name.text } else { nil } })
    }
}
