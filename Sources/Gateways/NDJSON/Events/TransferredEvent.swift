import CallControl

extension EventReader {
    /// `transferred`: a transfer has ended.
    func transferred(_ fields: Fields) throws(BadLine) -> CallEvent {
        let transfer: TransferID = try fields.required("transfer", fields.serial)
        let kind = try fields.required("outcome") { name throws(BadLine) in
            try fields.word(name, TransferOutcome.Kind.self)
        }
        // Either the kind of the line or, in its place, the VoiceXML event of an error.
        let event = try fields.string("event").flatMap { $0 == "transferred" ? nil : $0 }
        if let event, event.isEmpty || event.contains(where: \.isWhitespace) {
            throw fields.error("event", "is no name of an event")
        }
        return .transferred(
            transfer,
            TransferOutcome(
                kind, event: kind == .error ? event : nil, duration: try fields.duration("duration"),
                reason: try fields.string("reason")))
    }
}
