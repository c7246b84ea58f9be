import CLibXML2

enum URIBase {
    /// The base inside an element: its own `xml:base`, resolved against the one around it. Either may be relative.
    static func inner(_ own: String?, in outer: String?) -> String? {
        guard let own, let outer else { return own ?? outer }
        guard let resolved = xmlBuildURI(own, outer) else { return own }
        defer { dialtone_xmlFree(resolved) }
        return String(cString: resolved)
    }
}
