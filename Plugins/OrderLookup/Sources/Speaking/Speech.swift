import CallControl
import PluginKit
import PluginStore

/// How things are said in one answer: in which language, and on which day.
struct Speech: Sendable {
    let language: SpokenLanguage
    let today: CalendarDay

    func day(_ day: CalendarDay) -> String { Spoken.day(day, today: today, in: language) }
}

extension MethodCall {
    var speech: Speech { Speech(language: language, today: context.now.day) }
}
