/// The properties that say how resources of one kind are fetched (VoiceXML 2.0 6.3.5).
public struct FetchProperties: Sendable {
    public let hint: String
    public let maxage: String
    public let maxstale: String
}

extension Fetch.Kind {
    public var properties: FetchProperties {
        switch self {
        case .document:
            FetchProperties(hint: "documentfetchhint", maxage: "documentmaxage", maxstale: "documentmaxstale")
        case .grammar: FetchProperties(hint: "grammarfetchhint", maxage: "grammarmaxage", maxstale: "grammarmaxstale")
        case .script: FetchProperties(hint: "scriptfetchhint", maxage: "scriptmaxage", maxstale: "scriptmaxstale")
        case .data: FetchProperties(hint: "datafetchhint", maxage: "datamaxage", maxstale: "datamaxstale")
        }
    }
}
