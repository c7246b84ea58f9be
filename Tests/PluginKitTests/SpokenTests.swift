import CallControl
import PluginKit
import Testing

@Suite("Texts that are read aloud")
struct SpokenTests {
    @Test("digits are told one by one, with pauses where they are asked for")
    func digits() {
        #expect(Spoken.digits("1001") == "1 0 0 1")
        #expect(Spoken.digits("12345678", pauseAfter: 4) == "1 2 3 4, 5 6 7 8")
        #expect(Spoken.digits("123456", pauseAfter: 4) == "1 2 3 4, 5 6")
        #expect(Spoken.digits("", pauseAfter: 4) == "")
        #expect(Spoken.digits("123456", pauseAfter: 4, in: .chinese) == "1 2 3 4，5 6")
    }

    @Test(
        "days, with the year when it is another",
        arguments: [
            ("2026-01-31", SpokenLanguage.english, "Saturday, January 31"),
            ("2027-02-01", .english, "Monday, February 1, 2027"),
            ("2026-01-31", .chinese, "1月31日，星期六"),
            ("2027-02-07", .chinese, "2027年2月7日，星期日"),
        ])
    func days(iso: String, language: SpokenLanguage, spoken: String) throws {
        let (day, today) = (try #require(CalendarDay(iso)), try #require(CalendarDay("2026-06-01")))
        #expect(Spoken.day(day, today: today, in: language) == spoken)
    }

    @Test(
        "times of the day",
        arguments: [
            (0, "12 midnight", "凌晨0点"), (5, "12:05 AM", "凌晨0点05分"), (60, "1 AM", "凌晨1点"),
            (570, "9:30 AM", "上午9点30分"), (720, "12 noon", "中午12点"), (750, "12:30 PM", "中午12点30分"),
            (780, "1 PM", "下午1点"), (1080, "6 PM", "晚上6点"), (1439, "11:59 PM", "晚上11点59分"),
        ])
    func times(minute: Int, english: String, chinese: String) {
        #expect(Spoken.time(minute: minute, in: .english) == english)
        #expect(Spoken.time(minute: minute, in: .chinese) == chinese)
    }

    @Test(
        "the language of a tag",
        arguments: [
            ("zh-CN", SpokenLanguage.chinese), ("ZH", .chinese), ("zh_Hant", .chinese), ("en-US", .english),
            ("de", .english), ("zha", .english), ("", .english),
        ])
    func languages(tag: String, language: SpokenLanguage) {
        #expect(SpokenLanguage(locale: tag) == language)
    }

    @Test(
        "a day that is keyed in without its year is the next such day",
        arguments: [
            ("20260131", "2026-01-31"), ("2026-01-31", "2026-01-31"), ("0601", "2026-06-01"), ("0531", "2027-05-31"),
            ("0229", "2028-02-29"), ("0230", nil), ("1301", nil), ("20260230", nil), ("", nil), ("06", nil),
        ] as [(String, String?)])
    func keyed(text: String, iso: String?) throws {
        let today = try #require(CalendarDay("2026-06-01"))
        #expect(CalendarDay(keyed: text, from: today)?.iso == iso)
    }
}
