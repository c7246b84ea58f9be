public import CallControl

/// Where `<goto>`, `<submit>`, `<subdialog>`, `<choice>`, `<link>` go, with the fetch attributes (VoiceXML 2.0 6.1).
/// The URI resolves against the base of the document that is current when it is reached.
public struct FetchTarget: Sendable {
    public var uri: Computed
    public var fetchaudio: String?
    public var fetchtimeout: CallDuration?
    public var maxage: Int?
    public var maxstale: Int?

    public init(
        uri: Computed, fetchaudio: String? = nil, fetchtimeout: CallDuration? = nil, maxage: Int? = nil,
        maxstale: Int? = nil
    ) {
        self.uri = uri
        self.fetchaudio = fetchaudio
        self.fetchtimeout = fetchtimeout
        self.maxage = maxage
        self.maxstale = maxstale
    }
}

/// What is sent along: `method`, `enctype`, `namelist` (nil: none given).
public struct Submission: Sendable {
    public var method: Fetch.Method
    public var enctype: String
    /// Variables, possibly with members (`a.b`).
    public var namelist: [NamedExpression]?

    public init(method: Fetch.Method, enctype: String, namelist: [NamedExpression]?) {
        self.method = method
        self.enctype = enctype
        self.namelist = namelist
    }

    /// Whether it is a mere request for what stands there.
    public var sendsNothing: Bool { method == .get && namelist?.isEmpty != false }
}
