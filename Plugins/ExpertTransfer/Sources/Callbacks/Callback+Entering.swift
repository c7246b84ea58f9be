import CallControl
import GRDB
import PluginKit
import PluginStore

extension Callback {
    /// Puts a number on the list of a line, once: what is there already is changed.
    /// - Returns: the entry, and the outcome, `made` or `already`.
    static func enter(
        _ db: Database, _ call: MethodCall, _ line: Line, _ phone: PhoneNumber, _ wish: CallbackWish,
        _ schedule: LineSchedule
    ) throws -> (Callback, String) {
        let wished = wish.moment.map { $0 * 1000 }
        let due = wish.moment ?? (schedule.isOpen(at: call.now) ? nil : schedule.opening(after: call.now)) ?? call.now
        let round = try call.read.optionalString("round").flatMap { try Round.find(db, $0) }
        let subject = call.read.optionalString("subject") ?? round.flatMap { Screen(stored: $0.screen).path }
        guard var entry = try pending(db, line: line.line, phone: phone.digits) else {
            let entry = try Callback(
                entry: number(db), line: line.line, state: .open, phone: phone.digits,
                name: Customer.find(db, phone: phone.digits)?.name,
                language: call.read.optionalString("language") ?? call.context.locale, subject: subject,
                priority: round?.priority ?? Route.middle, wished: wished, part: wish.part, due: due * 1000,
                made: call.context.now.epochMilliseconds, session: call.context.session,
                madeIn: call.context.invocation, takenBy: nil, result: nil, closed: nil)
            try entry.insert(db)
            return (entry, "made")
        }
        if entry.madeIn == call.context.invocation { return (entry, "made") }
        let isAsBefore = entry.wished == wished && entry.part == wish.part && entry.session == call.context.session
        if isAsBefore { return (entry, "already") }
        entry.wished = wished
        entry.part = wish.part
        entry.due = due * 1000
        entry.subject = subject ?? entry.subject
        entry.priority = min(entry.priority, round?.priority ?? Route.middle)
        entry.session = call.context.session
        entry.madeIn = call.context.invocation
        try entry.update(db)
        return (entry, "made")
    }

    /// Four digits, for as long as there are.
    private static func number(_ db: Database) throws -> Int {
        (try Int.fetchOne(db, sql: "SELECT max(entry) FROM callbacks") ?? 1000) + 1
    }

    /// What the caller is told.
    func callerFields(_ call: MethodCall, _ phone: PhoneNumber, _ schedule: LineSchedule) -> JSONValue {
        let number = String(entry)
        let opening = wished == nil && due > call.context.now.epochMilliseconds ? due / 1000 : nil
        return ["entry": .string(number), "entrySpoken": .string(Spoken.digits(number))]
            + phone.fields(call.language) + wishFields(call, schedule.zone)
            + call.fields("opens", opening, schedule.zone)
    }

    private func wishFields(_ call: MethodCall, _ zone: Zone) -> JSONValue {
        guard let wished else { return [:] }
        let moment = Moment(seconds: wished / 1000, zone: zone)
        let spoken = part.map { moment.spoken($0, now: call.now, call.language) }
        return [
            "wished": .string(moment.rfc3339),
            "wishedSpoken": .string(spoken ?? moment.spoken(now: call.now, call.language)),
        ]
    }
}
