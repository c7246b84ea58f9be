public import CallControl

extension CalendarDay {
    /// The day that a caller keyed in: eight digits YYYYMMDD, four digits MMDD, or `2026-01-31`. Without a year it is
    /// the next such day from the earliest on; 29 February may be up to eight years off.
    public init?(keyed text: String, from earliest: CalendarDay) {
        guard text.utf8.count == 4 else {
            self.init(text)
            return
        }
        let next = (earliest.year...earliest.year + 8).lazy
            .compactMap { CalendarDay(String($0) + text) }
            .first { $0 >= earliest }
        guard let next else { return nil }
        self = next
    }
}
