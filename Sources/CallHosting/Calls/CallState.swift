import CallControl
import Fetching
import FormInterpreter

/// All of a call that an event changes: a value, so that an exchange can be taken back.
struct CallState {
    var session = Session()
    var now = CallInstant.start
    var playback = PlaybackLedger()
    var pluginCalls = PluginCallLog()
    /// Invocations that nobody has taken up yet, in order.
    var invocations: [Invoke] = []
    /// The fetch from a server that nobody has taken up yet.
    var fetch: Fetch?
    var cookies = CookieJar()
    /// The language of the first document.
    var locale: String?
    /// How many events the host has given, and timers have fired, at this moment.
    var rounds = 0
    var end: End?
}

/// What an observer will be told once it is certain.
enum JournalEntry {
    case event(CallEvent, at: CallInstant, isSensitive: Bool)
    case command(CallCommand, at: CallInstant)
}
