import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// Puts a caller on the list of those to be called back, once.
enum CallbackMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "callback", "Enters a callback, once",
        [
            .line, .init("phone", .string, summary: "the number, confirmed by the caller"),
            .init("date", .string, required: false, summary: "today, tomorrow, MMDD, YYYYMMDD or YYYY-MM-DD"),
            .init("time", .string, required: false, summary: "HHMM, HH:MM, morning or afternoon"),
            .init("subject", .string, required: false, summary: "what it is about"),
            .init("round", .string, required: false, summary: "as begin gave it"),
            .language,
        ],
        [
            .outcome, .init("entry", .string, summary: "number of the entry"),
            .init("entrySpoken", .string, summary: "its digits one by one"),
            .init("wished", .string, summary: "the time wished for, RFC 3339"),
            .init("wishedSpoken", .string, summary: "the time wished for as it is said"),
        ] + PluginManifest.Result.phone + PluginManifest.Result.opening)

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        let code = try call.read.string("line")
        guard let phone = PhoneNumber(try call.read.string("phone")) else { return .outcome("badPhone") }
        return try await call.store.write(call.context) { db in
            guard let line = try Line.find(db, code) else { return .outcome("notFound") }
            let schedule = try line.schedule(db)
            let wish = CallbackWish(
                date: call.read.optionalString("date"), time: call.read.optionalString("time"), schedule, now: call.now)
            if let refusal = wish.refusal(call, schedule) { return refusal }
            let (entry, outcome) = try Callback.enter(db, call, line, phone, wish, schedule)
            return .outcome(outcome) + entry.callerFields(call, phone, schedule)
        }
    }
}
