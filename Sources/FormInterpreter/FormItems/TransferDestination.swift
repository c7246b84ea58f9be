/// What a `<transfer>` can call (VoiceXML 2.0 2.3.7.3). The gateway knows whom there is to be called; what is no
/// destination at all never reaches it.
enum TransferDestination {
    /// - Throws: `error.connection.baddestination` where there is no URI, or a `tel:` without a digit;
    ///   `error.unsupported.uri` for the URI of something that is fetched.
    static func check(_ dest: String) throws(DialogEvent) {
        guard let colon = dest.firstIndex(of: ":"), colon > dest.startIndex, dest.index(after: colon) < dest.endIndex
        else { throw badDestination(dest) }
        let scheme = dest[..<colon].lowercased()
        let called = dest[dest.index(after: colon)...]
        if scheme == "tel" {
            guard called.contains(where: { $0.isASCII && $0.isNumber || $0 == "*" || $0 == "#" }) else {
                throw badDestination(dest)
            }
        } else if called.hasPrefix("//"), !["sip", "sips"].contains(scheme) {
            throw DialogEvent("error.unsupported.uri", "'\(dest)' names something to fetch, and nobody to call")
        }
    }

    private static func badDestination(_ dest: String) -> DialogEvent {
        DialogEvent("error.connection.baddestination", "'\(dest)' is no URI that can be called")
    }
}
