public import Diagnostics

/// A grammar that cannot be compiled: a load error (`error.badfetch`).
public struct GrammarError: Error, Hashable, Sendable {
    public var diagnostic: Diagnostic
}

/// Where something stands.
struct GrammarPlace: Hashable, Sendable {
    var file: String
    var position: SourcePosition
}

extension GrammarError {
    private static func error(_ id: String, _ message: String, _ hint: String, _ place: GrammarPlace) -> GrammarError {
        GrammarError(
            diagnostic: Diagnostic(
                .error, id: id, message, hint: hint, file: place.file, position: place.position,
                refusesDocument: true))
    }

    static func missingRule(_ name: String, at place: GrammarPlace) -> GrammarError {
        error(
            "grammar-missing-rule", "there is no rule \"\(name)\"", "check the id of the <rule>; case matters", place)
    }

    static func missingRoot(_ name: String, at place: GrammarPlace) -> GrammarError {
        error(
            "grammar-missing-root", "the root rule \"\(name)\" is not there",
            "give root the id of a <rule> of this grammar", place)
    }

    static func withoutRoot(_ uri: String, at place: GrammarPlace) -> GrammarError {
        error(
            "grammar-without-root", "the grammar \(uri) names no root rule",
            "add root=\"ID\" to <grammar>, or refer to a rule with a fragment: uri#ID", place)
    }

    static func privateRule(_ name: String, of uri: String, at place: GrammarPlace) -> GrammarError {
        error(
            "grammar-private-rule", "the rule \"\(name)\" of \(uri) is private",
            "add scope=\"public\" to the <rule>", place)
    }

    static func unreadDocument(_ uri: String, at place: GrammarPlace) -> GrammarError {
        error("grammar-unread-document", "the grammar \(uri) was not read", "check the uri of the <ruleref>", place)
    }

    static func voiceReference(_ uri: String, at place: GrammarPlace) -> GrammarError {
        error(
            "grammar-voice-reference", "a DTMF grammar refers to the voice grammar \(uri)",
            "add mode=\"dtmf\" to the grammar referred to", place)
    }

    static func leftRecursion(_ name: String, at place: GrammarPlace) -> GrammarError {
        error(
            "grammar-left-recursion", "the rule \"\(name)\" can reach itself without taking a key",
            "put a key before the reference, or use repeat", place)
    }

    static func tooManyStates(_ name: String, at place: GrammarPlace) -> GrammarError {
        error(
            "grammar-too-large",
            "the rule \"\(name)\" needs more than \(AutomatonBuilder.stateLimit) states",
            "lower the repeats, or refer to rules less often", place)
    }

    static func tooDeep(_ name: String, at place: GrammarPlace) -> GrammarError {
        error(
            "grammar-too-deep",
            "the rule \"\(name)\" nests items and rules deeper than \(AutomatonBuilder.depthLimit)",
            "flatten the rules", place)
    }
}
