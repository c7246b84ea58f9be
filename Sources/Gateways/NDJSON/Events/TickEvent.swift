import CallHosting

extension EventReader {
    /// `tick`: nothing happened up to that moment.
    func tick(_ fields: Fields) throws(BadLine) -> Arrival.Occurrence {
        guard clock == .virtual else { throw BadLine("'tick' needs --clock virtual") }
        guard fields.has("at") else { throw fields.error("at", "is missing") }
        return .tick
    }
}
