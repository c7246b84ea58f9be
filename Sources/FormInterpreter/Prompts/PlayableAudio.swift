import CallControl

extension Interpreter {
    /// The absolute URI of audio; nil where it may not be had: a document from a server reaches no file but the
    /// recordings of its call.
    func playable(_ reference: String) throws(DialogEvent) -> String? {
        let uri = try resolve(reference)
        guard uri.namesFile, let origin = origin(of: nil), !origin.namesFile else { return uri }
        return state.recordings[reference] == nil ? nil : uri
    }
}

extension String {
    fileprivate var namesFile: Bool { lowercased().hasPrefix("file:") }
}
