import CallControl
import DialogMachines

extension Interpreter {
    /// Asks for what the document that is entered, and its root, may need soon from a server: what is hinted at, and
    /// what a property of the root hints at (VoiceXML 2.0 6.1.1).
    mutating func prefetch() {
        guard let document, let root, !document.prefetches.isEmpty else { return }
        let hinted = document.prefetches.filter { entry in
            entry.uri.hasPrefix("http")
                && (entry.isHinted || root.properties[entry.kind.properties.hint] == "prefetch")
        }
        let origin = origin(of: nil) ?? document.id.uri
        if !hinted.isEmpty { emit(.prefetch(hinted.map { Prefetch(kind: $0.kind, uri: $0.uri, origin: origin) })) }
    }
}
