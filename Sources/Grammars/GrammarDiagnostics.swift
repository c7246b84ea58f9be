import Diagnostics

// All that can be wrong with a grammar: each has an id of its own, and refuses the document.
extension Diagnostic {
    private static func error(_ id: String, _ message: String, _ hint: String, _ place: GrammarPlace) -> Diagnostic {
        Diagnostic(
            .error, id: id, message, hint: hint, file: place.file, position: place.position, refusesDocument: true)
    }

    // MARK: Linking and compiling

    static func missingRule(_ name: String, at place: GrammarPlace) -> Diagnostic {
        error(
            "grammar-missing-rule", "There is no rule \"\(name)\"", "Check the id of the <rule>; case matters.", place)
    }

    static func missingRoot(_ name: String, at place: GrammarPlace) -> Diagnostic {
        error(
            "grammar-missing-root", "The root rule \"\(name)\" is not there",
            "Give root the id of a <rule> of this grammar.", place)
    }

    static func withoutRoot(_ uri: String, at place: GrammarPlace) -> Diagnostic {
        let isOfThisFile = uri.split(separator: "/").last == place.file.split(separator: "/").last
        return error(
            "grammar-without-root", "\(isOfThisFile ? "This grammar" : "The grammar \(uri)") names no root rule",
            "Add root=\"ID\" to <grammar>, or refer to a rule with a fragment: uri#ID.", place)
    }

    static func privateRule(_ name: String, of uri: String, at place: GrammarPlace) -> Diagnostic {
        error(
            "grammar-private-rule", "The rule \"\(name)\" of \(uri) is private",
            "Add scope=\"public\" to the <rule>.", place)
    }

    static func unreadDocument(_ uri: String, at place: GrammarPlace) -> Diagnostic {
        error("grammar-unread-document", "The grammar \(uri) was not read", "Check the uri of the <ruleref>.", place)
    }

    static func voiceReference(_ uri: String, at place: GrammarPlace) -> Diagnostic {
        error(
            "grammar-voice-reference", "A DTMF grammar refers to the voice grammar \(uri)",
            "Add mode=\"dtmf\" to the grammar referred to.", place)
    }

    static func leftRecursion(_ name: String, at place: GrammarPlace) -> Diagnostic {
        error(
            "grammar-left-recursion", "The rule \"\(name)\" can reach itself without taking a key",
            "Put a key before the reference, or use repeat.", place)
    }

    static func tooManyStates(_ name: String, limit: Int, at place: GrammarPlace) -> Diagnostic {
        error(
            "grammar-too-large",
            "The rule \"\(name)\" needs more than \(limit) states",
            "Lower the repeats, or refer to rules less often.", place)
    }

    static func tooDeep(_ name: String, at place: GrammarPlace) -> Diagnostic {
        error(
            "grammar-too-deep",
            "The rule \"\(name)\" nests items and rules deeper than \(AutomatonBuilder.depthLimit)",
            "Flatten the rules.", place)
    }

    // MARK: Reading

    static func unsupportedFormat(_ name: String, at place: GrammarPlace) -> Diagnostic {
        error(
            GrammarFormat.unsupportedID, "Grammars of the format \(name) are not supported",
            "Write it as SRGS, in XML or ABNF.", place)
    }

    static func unsupportedTagFormat(_ name: String, at place: GrammarPlace) -> Diagnostic {
        error(
            GrammarFormat.unsupportedTagsID, "Tags of the format \"\(name)\" are not supported",
            "Use semantics/1.0 or semantics/1.0-literals.", place)
    }

    static func notAGrammar(_ name: String, at place: GrammarPlace) -> Diagnostic {
        error(
            "grammar-wrong-root-element", "The root element is <\(name)>, not <grammar>",
            "Refer to an SRGS XML document.", place)
    }

    static func withoutRules(at place: GrammarPlace) -> Diagnostic {
        error("grammar-without-rules", "The grammar has no rule", "Add a <rule>.", place)
    }

    static func unknownElement(_ name: String, at place: GrammarPlace) -> Diagnostic {
        error(
            "grammar-unknown-element", "<\(name)> is no element of SRGS", "Remove it, or check how it is written.",
            place)
    }

    static func misplacedElement(
        _ name: String, in parent: String, allowed: [String], at place: GrammarPlace
    ) -> Diagnostic {
        error(
            "grammar-misplaced-element", "<\(name)> cannot stand in <\(parent)>",
            allowed.isEmpty
                ? "<\(parent)> holds no elements."
                : "<\(parent)> holds \(allowed.map { "<\($0)>" }.joined(separator: ", ")).", place)
    }

    static func misplacedText(in parent: String, at place: GrammarPlace) -> Diagnostic {
        error("grammar-misplaced-text", "Text cannot stand in <\(parent)>", "Put it into an <item>.", place)
    }

    static func unknownAttribute(_ name: String, of element: String, at place: GrammarPlace) -> Diagnostic {
        error(
            "grammar-unknown-attribute", "<\(element)> has no attribute \(name)",
            "Remove it, or check how it is written.", place)
    }

    static func missingAttribute(_ name: String, of element: String, at place: GrammarPlace) -> Diagnostic {
        error(
            "grammar-missing-attribute", "<\(element)> needs the attribute \(name)", "Add \(name)=\"…\".", place)
    }

    static func badAttribute(_ name: String, _ value: String, expected: String, at place: GrammarPlace) -> Diagnostic {
        error(
            "grammar-bad-attribute", "\(name)=\"\(value)\" is not allowed", "\(name) is \(expected).", place)
    }

    static func badRepeat(_ value: String, at place: GrammarPlace) -> Diagnostic {
        error(
            "grammar-bad-repeat", "repeat=\"\(value)\" is not allowed",
            "Use n, m-n with m not above n, or n- for n or more.", place)
    }

    static func duplicateRule(_ name: String, at place: GrammarPlace) -> Diagnostic {
        error(
            "grammar-duplicate-rule", "There is already a rule \"\(name)\"", "Give each rule an id of its own.", place)
    }

    static func reservedRule(_ name: String, at place: GrammarPlace) -> Diagnostic {
        error(
            "grammar-reserved-rule", "A rule cannot be named \(name)",
            "NULL, VOID and GARBAGE are special rules; choose another id.", place)
    }

    static func ruleReferenceTarget(at place: GrammarPlace) -> Diagnostic {
        error(
            "grammar-ruleref-target", "<ruleref> needs exactly one of uri and special",
            "Write uri=\"#rule\" or special=\"GARBAGE\".", place)
    }

    static func emptyChoice(at place: GrammarPlace) -> Diagnostic {
        error("grammar-empty-one-of", "<one-of> has no <item>", "Add an <item>, or remove the <one-of>.", place)
    }

    static func abnfSyntax(_ problem: String, at place: GrammarPlace) -> Diagnostic {
        error(
            "grammar-abnf-syntax", "The ABNF does not parse: \(problem)",
            "ABNF is described in appendix D of SRGS 1.0.",
            place)
    }

    static func notAKey(_ text: String, at place: GrammarPlace) -> Diagnostic {
        error(
            "grammar-not-a-key", "\"\(text)\" is no key",
            "A DTMF grammar has the tokens 0-9, *, # and A-D; for spoken words use mode=\"voice\".", place)
    }
}
