import CallControl

extension EventReader {
    /// `returned`: the gateway's answer in a plugin's place.
    func returned(_ fields: Fields) throws(BadLine) -> CallEvent {
        guard pluginsAreScripted else { throw BadLine("'returned' needs --plugins scripted") }
        let invocation: InvocationID = try fields.required("invocation", fields.serial)
        switch (try fields.object("result"), try fields.object("error")) {
        case (let result?, nil): return .returned(invocation, .result(result))
        case (nil, let failure?):
            let fields = Fields(failure, prefix: "error.")
            let what = try fields.required("what", fields.string)
            guard !what.isEmpty, !what.contains(where: \.isWhitespace) else {
                throw fields.error("what", "is no part of an event's name")
            }
            return .returned(invocation, .failure(what: what, message: try fields.string("message")))
        default: throw BadLine("'returned' needs one of 'result' and 'error'")
        }
    }
}
