// Names of ECMAScript (ECMA-262 12.7), written without escapes.

extension String {
    /// Whether this is an identifier.
    public var isIdentifier: Bool {
        guard let first = unicodeScalars.first else { return false }
        return first.beginsIdentifier && unicodeScalars.dropFirst().allSatisfy(\.continuesIdentifier)
    }
}

extension Unicode.Scalar {
    var beginsIdentifier: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "$", "_": true
        default: !isASCII && properties.isIDStart
        }
    }

    var continuesIdentifier: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9", "$", "_", "\u{200C}", "\u{200D}": true
        default: !isASCII && properties.isIDContinue
        }
    }
}
