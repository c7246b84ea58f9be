import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// An expert comes, goes, or takes a break.
enum PresenceMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "presence", "Sets whether an expert takes calls",
        [
            .expert, .init("state", .string, summary: "present, away, break or busy"),
            .init("minutes", .integer, required: false, summary: "then present again"),
            .language,
        ],
        [.outcome] + PluginManifest.Result.expert)

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        let code = try call.read.string("expert")
        guard let presence = Presence(rawValue: try call.read.string("state")) else { return .outcome("badState") }
        let minutes = call.read.optionalInteger("minutes")
        guard minutes.map({ (1...100_000).contains($0) }) ?? true else {
            throw PluginFailure(PluginFailure.badparameter, "the parameter 'minutes' is not from 1 to 100000")
        }
        return try await call.writeOnce(name) { db in
            let now = call.context.now.epochMilliseconds
            guard let expert = try Expert.find(db, code) else { return .outcome("notFound") }
            let until = presence == .present ? nil : minutes.map { now + $0 * 60_000 }
            try expert.set(db, presence, until: until)
            return .outcome("done") + (try ExpertReport(db, call).fields(of: code))
        }
    }
}
