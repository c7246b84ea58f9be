import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// What came of a try, and the next one.
enum NextMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "next", "Takes what came of the last try, and gives the next",
        [
            .init("round", .string, summary: "as begin gave it"),
            .init("outcome", .string, required: false, summary: "of the transfer, or its event; none after a wait"),
            .language,
        ],
        Attempt.results)

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        let token = try call.read.string("round")
        let outcome = TransferOutcome(text: call.read.optionalString("outcome") ?? "unknown")
        return try await call.store.write(call.context) { db in
            let clock = LeaseClock(call.context)
            try Claim.sweep(db, clock, call.settings.store.owner)
            guard let round = try Round.find(db, token) else { return .outcome("expired") }
            if let answer = round.answered(to: call.context) { return answer }
            guard round.state != .over else { return .outcome("expired") }
            var attempt = Attempt(call: call, round: round)
            if let current = try Try.current(db, of: round) {
                try current.end(db, outcome, at: clock.now, rest: call.settings.restSeconds)
                if !outcome.hasFailed { return try attempt.close(db, clock, .outcome("done")) }
            }
            return try attempt.step(db, clock)
        }
    }
}
