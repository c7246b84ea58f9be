import CallControl
import Foundation
import PluginKit
import PluginManifests
import PluginStore

/// Opens a round: the first try.
enum BeginMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "begin", "Opens a round of tries, and gives the first",
        RouteQuestion.parameters + [
            .init("skills", .string, required: false, summary: "codes of skills that the expert must have"),
            .init("wishes", .string, required: false, summary: "codes of skills that the expert better has"),
            .init("path", .string, required: false, summary: "the caller's way through the menu"),
            .init("entered", .object, required: false, summary: "what the caller entered, by name"),
            .init(
                "secret", .object, required: false, sensitive: true,
                summary: "what the caller entered, by name, and nobody may see whole"),
            .init("maxtime", .integer, required: false, summary: "seconds that the talk may last"),
            .language,
        ],
        Attempt.results)

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        let question = try RouteQuestion(call)
        let maxtime = call.read.optionalInteger("maxtime") ?? call.settings.talkSeconds
        guard LeaseClock.talkSeconds.contains(maxtime) else {
            let (least, most) = (LeaseClock.talkSeconds.lowerBound, LeaseClock.talkSeconds.upperBound)
            throw PluginFailure(PluginFailure.badparameter, "the parameter 'maxtime' is not from \(least) to \(most)")
        }
        let token = Derived.bytes("round", question.line, call.context).base64EncodedString()
        return try await call.store.write(call.context) { db in
            let clock = LeaseClock(call.context)
            try Claim.sweep(db, clock, call.settings.store.owner)
            let former = try Round.find(db, token)
            if let former, former.state != .over, let answer = former.answered(to: call.context) { return answer }
            guard let route = try Route.find(db, question) else { return .outcome("notFound") }
            try Round.sweep(db, at: clock.now)
            try Try.sweep(db, at: clock.now)
            try Round.end(db, of: call.context.session, at: clock.now)
            try former?.forget(db)
            let round = Round(
                round: token, session: call.context.session, state: .waiting, line: route.line.line,
                segment: route.segment, group: route.group.group, priority: route.priority,
                skills: call.read.optionalString("skills") ?? "", wishes: call.read.optionalString("wishes") ?? "",
                maxtime: maxtime, screen: Screen(call, question, route).known.jsonText, began: clock.now,
                seen: clock.now, waitsSince: nil, invocation: call.context.invocation, answer: "")
            var attempt = Attempt(call: call, round: round)
            return try attempt.step(db, clock)
        }
    }
}
