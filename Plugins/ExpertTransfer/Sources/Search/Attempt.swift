import CallControl
import GRDB
import PluginKit
import PluginManifests
import PluginStore

/// What `begin` and `next` do when all is known of the round: the next step, made and told.
struct Attempt: Sendable {
    let call: MethodCall
    var round: Round

    static let results: [PluginManifest.Result] =
        [
            .outcome,
            .init("round", .string, summary: "what next asks for"),
            .init("tries", .integer, summary: "how many tries there were, with this one"),
            .init("kind", .string, summary: "expert or contact"),
            .init("name", .string, summary: "who is rung"),
            .init("expert", .string, summary: "code of the expert"),
            .init("level", .integer, summary: "sum of the levels of the skills asked for"),
            .init("dest", .string, summary: "URI to transfer to"),
            .init("connecttimeout", .string, summary: "how long it rings, as 20s"),
            .init("maxtime", .string, summary: "how long the talk may last, as 1800s"),
            .init("whisper", .string, summary: "text for who answers"),
            .init("screen", .object, summary: "what who answers should see"),
            .init("aai", .string, summary: "the same as JSON"),
            .init("position", .integer, summary: "place in the queue, 1 is next"),
            .init("waitedSeconds", .integer, summary: "how long the caller has waited"),
            .init("reason", .string, summary: "why there is nobody: closed, offDuty, talking or failed"),
        ] + PluginManifest.Result.route + PluginManifest.Result.opening

    /// Takes the next step of the round, and stores what is answered.
    mutating func step(_ db: Database, _ clock: LeaseClock) throws -> JSONValue {
        guard let line = try Line.find(db, round.line), let group = try Group.find(db, round.group) else {
            return try close(db, clock, .outcome("notFound"))
        }
        let schedule = try line.schedule(db)
        let search = Search(round: round, schedule: schedule, patience: call.settings.queueSeconds, clock: clock)
        let common: JSONValue =
            ["round": .string(round.round)]
            + Route.fields(round.segment, group, round.priority, call.language)
        switch try search.step(db) {
        case .expert(let expert, let level):
            let fields: JSONValue = ["expert": .string(expert.code), "level": .number(Double(level))]
            return try store(db, clock, try ring(db, clock, line, Callee(expert)) + fields + common)
        case .contact(let contact):
            return try store(db, clock, try ring(db, clock, line, Callee(contact)) + common)
        case .wait(let position):
            round.state = .waiting
            round.waitsSince = round.waitsSince ?? clock.now
            let waited = round.waited(at: clock.now)
            let fields: JSONValue = [
                "position": .number(Double(position)), "waitedSeconds": .number(Double(waited)),
            ]
            return try store(db, clock, .outcome("wait") + fields + common)
        case .nobody(let reason):
            let opening = call.fields("opens", schedule.opening(after: call.now), schedule.zone)
            let fields: JSONValue = ["reason": .string(reason.rawValue)]
            return try close(db, clock, .outcome("nobody") + fields + opening + common)
        }
    }

    /// Claims a telephone for this round, and tells what a transfer needs.
    private mutating func ring(
        _ db: Database, _ clock: LeaseClock, _ line: Line, _ callee: Callee
    ) throws -> JSONValue {
        let ringing = callee.ring ?? call.settings.ringSeconds
        try Try.insert(db, callee.kind, callee.who, callee.number, in: round, at: clock.now)
        try Claim.insert(
            db, callee.number, for: round, expires: clock.end(ringing: ringing, talking: round.maxtime),
            call.settings.store.owner)
        round.state = .trying
        let tries = try Try.all(db, of: round).count
        let screen = Screen(stored: round.screen).fields(waitedSeconds: round.waited(at: clock.now), tries: tries)
        return .outcome("try") + [
            "tries": .number(Double(tries)), "kind": .string(callee.kind.rawValue),
            "name": .string(callee.name(call.language)), "dest": .string(callee.destination),
            "connecttimeout": .string("\(ringing)s"), "maxtime": .string("\(round.maxtime)s"),
            "whisper": .string(Whisper(line: line, screen: screen).text(callee.language)),
            "screen": screen, "aai": .string(screen.jsonText),
        ]
    }

    /// The round is over.
    mutating func close(_ db: Database, _ clock: LeaseClock, _ answer: JSONValue) throws -> JSONValue {
        round.state = .over
        return try store(db, clock, answer)
    }

    private mutating func store(_ db: Database, _ clock: LeaseClock, _ answer: JSONValue) throws -> JSONValue {
        round.seen = clock.now
        round.invocation = call.context.invocation
        round.answer = answer.jsonText
        try round.save(db)
        return answer
    }
}
