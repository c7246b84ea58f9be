import CallControl

extension EventReader {
    /// `recorded`: a recording has ended.
    func recorded(_ fields: Fields) throws(BadLine) -> CallEvent {
        .recorded(
            try fields.required("record", fields.serial),
            RecordingOutcome(
                duration: try fields.required("duration", fields.duration), uri: try fields.string("uri"),
                size: try fields.integer("size"), termchar: try fields.key("termchar"),
                maxtime: try fields.bool("maxtime") ?? false))
    }
}
