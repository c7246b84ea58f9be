/// A name and what goes with it, as `<submit>`, `<subdialog>` and `<data>` send them (VoiceXML 2.0 5.3.8).
public struct FormPart: Hashable, Sendable {
    public enum Value: Hashable, Sendable {
        case text(String)
        /// A recording with its media type.
        case file([UInt8], name: String, type: String)
    }

    public var name: String
    public var value: Value

    public init(_ name: String, _ value: Value) {
        self.name = name
        self.value = value
    }

    public init(_ name: String, _ text: String) { self.init(name, .text(text)) }
}
