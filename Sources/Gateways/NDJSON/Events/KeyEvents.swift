import CallControl

extension EventReader {
    /// `dtmf`: one key press.
    func dtmf(_ fields: Fields) throws(BadLine) -> CallEvent {
        // Nothing depends on how long a key was held, but what is said of it must be sound.
        _ = try fields.duration("duration")
        return .keys([try fields.required("key", fields.key)])
    }

    /// `keys`: several presses at one moment.
    func keys(_ fields: Fields) throws(BadLine) -> CallEvent {
        .keys(try fields.required("keys", fields.keys))
    }
}
