import CallControl

/// Who may read a document by `<data>`: what its processing instructions `<?access-control allow="…" deny="…"?>` before
/// the root element say of hosts (VoiceXML 2.1 5.1). Files, which have no host, may be read.
struct AccessControl {
    private var allowed: [Pattern] = []
    private var denied: [Pattern] = []
    private var isControlled = false

    init(_ tree: DataTree) {
        for index in tree.nodes.first?.children ?? [] {
            let node = tree.nodes[index]
            if node.kind == .element { return }
            guard node.kind == .processingInstruction, node.name == "access-control" else { continue }
            isControlled = true
            allowed += Self.patterns("allow", in: node.value ?? "")
            denied += Self.patterns("deny", in: node.value ?? "")
        }
    }

    /// Without such an instruction everybody may. Of several patterns that fit the longest counts, and of two as long
    /// the one that denies.
    func allows(reading uri: String, by asker: String?) -> Bool {
        guard isControlled, let host = Self.host(of: uri) else { return true }
        let asking = asker.flatMap(Self.host) ?? ""
        if asking == host { return true }
        func best(_ patterns: [Pattern]) -> Int { patterns.filter { $0.fits(asking) }.map(\.weight).max() ?? -1 }
        return best(allowed) > best(denied)
    }

    /// `*`, `example.com` or `*.example.com`.
    private struct Pattern {
        let text: Substring

        /// What is spelled out counts.
        var weight: Int { text.utf8.count { $0 != UInt8(ascii: "*") } }

        func fits(_ host: String) -> Bool {
            if text == "*" { return true }
            return text.hasPrefix("*.") ? host.hasSuffix(text.dropFirst()) : host == text
        }
    }

    private static func patterns(_ attribute: String, in content: String) -> [Pattern] {
        guard let start = content.firstRange(of: "\(attribute)=")?.upperBound, start < content.endIndex else {
            return []
        }
        let quote = content[start]
        let value = content[content.index(after: start)...].prefix { $0 != quote }
        return value.lowercased().split(whereSeparator: \.isWhitespace).map { Pattern(text: $0) }
    }

    private static func host(of uri: String) -> String? {
        guard let scheme = uri.firstRange(of: "://"), !uri.hasPrefix("file:") else { return nil }
        let authority = uri[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let host = (authority.split(separator: "@").last ?? "").prefix { $0 != ":" }
        return host.isEmpty ? nil : host.lowercased()
    }
}
