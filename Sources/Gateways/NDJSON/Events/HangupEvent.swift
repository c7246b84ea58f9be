import CallControl

extension EventReader {
    /// `hangup`: the caller has gone.
    func hangup(_ fields: Fields) throws(BadLine) -> CallEvent {
        .hangup(reason: try fields.string("reason"))
    }
}
