import CallControl
import DialogMachines
import Dialogs

extension Compilation {
    /// Notes what may be prefetched: by the hint of its element, else by the property of the nearest item, dialog or
    /// document that has it (VoiceXML 2.0 6.1.1, 6.3.5). Where none has it the application root may, which is compiled
    /// apart from its leaves; that is of use only among documents of a server.
    mutating func note(_ kind: Fetch.Kind, _ uri: LiteralOrExpression, _ fetch: FetchAttributes) {
        guard case .literal(let text) = uri, !text.text.hasPrefix("#") else { return }
        let property = hintProperties.reversed().lazy.compactMap { $0[kind.properties.hint] }.first
        let hint = fetch.fetchhint?.text ?? property
        let isOfServer = machine.base.hasPrefix("http") || text.text.hasPrefix("http")
        guard hint == "prefetch" || hint == nil && machine.application != nil && isOfServer,
            let absolute = URIReference.resolve(text.text, against: machine.base)
        else { return }
        let target = kind == .grammar ? absolute : URIReference.split(absolute).document
        let entry = PrefetchEntry(kind: kind, uri: target, isHinted: hint == "prefetch")
        if target != document.uri, notedPrefetches.insert(entry).inserted { machine.prefetches.append(entry) }
    }
}
