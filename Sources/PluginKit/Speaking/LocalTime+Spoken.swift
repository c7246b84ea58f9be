extension LocalTime {
    /// `9:30 AM`, `上午9点30分`; when clocks go back, also which of the two.
    public func spoken(_ language: SpokenLanguage) -> String {
        let time = Spoken.time(minute: minute, in: language)
        return switch (repetition, language) {
        case (nil, _): time
        case (.first, .english): time + ", before the clocks go back"
        case (.second, .english): time + ", after the clocks go back"
        case (.first, .chinese): time + "（时钟回拨前）"
        case (.second, .chinese): time + "（时钟回拨后）"
        }
    }
}
