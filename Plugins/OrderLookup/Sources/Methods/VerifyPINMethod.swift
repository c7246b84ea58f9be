import CallControl
import Foundation
import GRDB
import PluginKit
import PluginManifests
import PluginStore

/// Checks customer number and PIN.
enum VerifyPINMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "verifyPin", "Checks a customer's PIN; too many wrong ones lock the customer number for a time",
        [
            .init("customer", .string, summary: "customer number"),
            .init("pin", .string, sensitive: true, summary: "the PIN as it was keyed in"), .language,
        ],
        [.outcome, .init("verification", .string, summary: "what the methods that need a PIN check ask for")]
            + PluginManifest.Result.customer + [
                .init("triesLeft", .integer, summary: "wrong PINs until it is locked"),
                .init("lockedMinutes", .integer, summary: "minutes until it can be tried again"),
            ])

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        let number = try call.read.string("customer")
        let pin = try call.read.string("pin")
        let (context, settings) = (call.context, call.settings)
        let customer = try await call.store.read(context) { db in try Customer.find(db, number: number) }
        let stored = customer.flatMap { PINHash(text: $0.pin) }
        // A number that nobody has takes as long.
        let given = try await PINHashing.hash(
            pin, salt: stored?.salt ?? Data(number.utf8), cost: stored?.cost ?? settings.pinCost)
        let renewed = try await renewal(of: stored, ifMatching: given, pin, customer: number, call)
        return try await call.store.write(context) { db in
            // What is asked is told apart by the hash: a plain digest of a PIN would give it away.
            let answer = try RecordedAnswers.once(db, context, name, asked: Data(number.utf8) + given.bytes) {
                try PINTries.count(
                    db, customer: number, isRight: stored?.matches(given) ?? false, now: context.now, settings
                ).fields
            }
            guard let customer, answer["outcome"] == "verified" else { return answer }
            if let renewed {
                try db.execute(
                    sql: "UPDATE customers SET pin = ? WHERE number = ?", arguments: [renewed.text, number])
            }
            let token = try Verification.grant(db, to: customer, context, minutes: settings.verificationMinutes)
            return answer + ["verification": .string(token)] + customer.fields(call.language)
        }
    }

    /// The hash at the cost that is asked for now, when the stored one is cheaper and the PIN is right.
    private static func renewal(
        of stored: PINHash?, ifMatching given: PINHash, _ pin: String, customer: String, _ call: MethodCall
    ) async throws -> PINHash? {
        guard let stored, stored.cost < call.settings.pinCost, stored.matches(given) else { return nil }
        return try await PINHashing.hash(
            pin, salt: PINHash.salt(for: customer, call.context), cost: call.settings.pinCost)
    }
}

extension PINTries.Outcome {
    fileprivate var fields: JSONValue {
        switch self {
        case .verified: .outcome("verified")
        case .wrong(let triesLeft): .outcome("wrongPin") + ["triesLeft": .number(Double(triesLeft))]
        case .locked(let minutes): .outcome("locked") + ["lockedMinutes": .number(Double(minutes))]
        }
    }
}
