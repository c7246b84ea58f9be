import CallControl

extension EventReader {
    /// `mark`: a mark of a `play` has been passed.
    func mark(_ fields: Fields) throws(BadLine) -> CallEvent {
        .mark(try fields.required("prompt", fields.serial), name: try fields.required("mark", fields.string))
    }

    /// `played`: a `play` has come to its end by itself.
    func played(_ fields: Fields) throws(BadLine) -> CallEvent {
        .played(try fields.required("prompt", fields.serial))
    }
}
