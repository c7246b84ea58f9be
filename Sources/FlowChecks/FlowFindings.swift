import Diagnostics
import DialogMachines

// What the rules have to say: every wording and id stands here.

// Keys that are active together.
extension Finding {
    static func grammarMatchesNothing(at position: SourcePosition) -> Finding {
        warning(
            "grammar-matches-nothing", "No key matches this grammar",
            hint: "Give each of its rules an item of keys: 0 to 9, * and #. What needs special=\"VOID\" never matches.",
            at: position)
    }

    static func nothingFills(_ element: String, at position: SourcePosition) -> Finding {
        warning(
            "no-grammar", "No grammar can fill this <\(element)>",
            hint: "Give it one. Waiting for input without any active grammar throws error.semantic.", at: position)
    }

    static func onlyVoiceFills(_ element: String, at position: SourcePosition) -> Finding {
        warning(
            "no-grammar", "No key can fill this <\(element)>: all its grammars are for voice",
            hint: "Write dtmf=\"…\", or a grammar with mode=\"dtmf\".", at: position)
    }

    static func keysIgnored(_ element: String, at position: SourcePosition) -> Finding {
        warning(
            "keys-ignored", "The keys of this <\(element)> are ignored: inputmodes has no dtmf here",
            hint: "Take the property inputmodes away, or write dtmf into it.", at: position)
    }

    static func keysWait(
        _ keys: String, for selection: ActiveKeyGrammar, because other: ActiveKeyGrammar
    ) -> Finding {
        let (here, there) = selection.isOfRoot ? (other, selection) : (selection, other)
        let (short, long) = selection.isOfRoot ? ("that of \(there.place)", "this") : ("this", "that of \(there.place)")
        return warning(
            "keys-wait", "After \(keys) the call waits for more keys: \(short) matches them, and \(long) goes on",
            hint: "It waits for interdigittimeout. Keys that begin nothing else are answered at once.",
            at: here.entry.position)
    }

    static func keysTaken(at position: SourcePosition, by other: ActiveKeyGrammar, in file: String) -> Finding {
        let place = (other.file == file ? "line " : other.file + ":") + String(other.entry.position.line)
        return warning(
            "duplicate-dtmf", "The grammar of \(place) takes these keys everywhere: this is never selected",
            hint: "The nearest scope wins, and within one what comes first.", at: position)
    }

    static func unselectableChoice(at position: SourcePosition) -> Finding {
        warning(
            "choice-without-key", "No key selects this <choice>",
            hint: "Write dtmf=\"…\". dtmf=\"true\" in the <menu> gives keys to the first nine.", at: position)
    }

    static func endsByPause(at position: SourcePosition) -> Finding {
        warning(
            "ends-by-pause", "Nothing but a pause ends what is entered here: there is no termchar",
            hint: "Callers wait for interdigittimeout. Set termchar, or a length at which the keys end by themselves.",
            at: position)
    }

    static func habitualHash(at position: SourcePosition) -> Finding {
        warning(
            "habitual-hash", "The field ends by itself: a caller's habitual # would answer the next one",
            hint: "Set termtimeout to 1s or so in it: then the # is waited for and swallowed.", at: position)
    }
}

extension ActiveKeyGrammar {
    /// `line 3`, or `root.vxml:3`.
    fileprivate var place: String { (isOfRoot ? file + ":" : "line ") + String(entry.position.line) }
}

// Names.
extension Finding {
    static func undeclaredVariable(_ name: String, suggestion: String?, at position: SourcePosition) -> Finding {
        failure(
            "undeclared-variable", "Nothing declares the variable \"\(name)\"",
            hint: suggestion.map { "Did you mean \($0)?" }
                ?? "Declare it with <var name=\"\(name)\"/>. Reaching this throws error.semantic.", at: position)
    }

    static func undeclaredMember(
        _ name: String, of scope: String, suggestion: String?, at position: SourcePosition
    ) -> Finding {
        warning(
            "undeclared-variable", "Nothing declares \(scope).\(name): it is undefined",
            hint: suggestion.map { "Did you mean \(scope).\($0)?" }
                ?? "Declare it with a <var> of that scope, or <assign> it.", at: position)
    }

    static func unknownResult(
        _ member: String, of item: String, by giver: String, suggestion: String?, known: [String],
        at position: SourcePosition
    ) -> Finding {
        let all = known.isEmpty ? "It gives none." : "It gives \(known.joined(separator: ", "))."
        return warning(
            "unknown-result", "\(giver) gives no \"\(member)\": \(item).\(member) is undefined",
            hint: suggestion.map { "Did you mean \($0)?" } ?? all, at: position)
    }

    static func deadItemTarget(_ name: String, suggestion: String?, at position: SourcePosition) -> Finding {
        failure(
            "missing-form-item", "No form in which this can run has an item named \"\(name)\"",
            hint: suggestion.map { "Did you mean \($0)?" } ?? "Reaching it throws error.badfetch.", at: position)
    }
}

// Events and targets.
extension Finding {
    static func uncaughtEvent(_ name: String, suggestion: String?, at position: SourcePosition) -> Finding {
        warning(
            "uncaught-event", "Nothing catches the event \"\(name)\": it ends the call",
            hint: suggestion.map { "Did you mean \($0)?" } ?? "Write a <catch event=\"\(name)\">.", at: position)
    }

    static func unthrownEvent(_ name: String, suggestion: String, at position: SourcePosition) -> Finding {
        warning(
            "unthrown-event", "Nothing throws the event \"\(name)\"", hint: "Did you mean \(suggestion)?", at: position)
    }

    static func eventOfUnknownPlugin(
        _ event: String, plugin: String, known: [String], at position: SourcePosition
    ) -> Finding {
        let all =
            known.isEmpty ? "dialtone.yaml names no plugins." : "The plugins are \(known.joined(separator: ", "))."
        return warning(
            "unthrown-event", "Nothing throws the event \"\(event)\": there is no plugin \"\(plugin)\"",
            hint: Suggestion.nearest(to: plugin, among: known).map { "Did you mean error.plugin.\($0)?" } ?? all,
            at: position)
    }

    static func unknownSubdialogParam(_ name: String, suggestion: String?, at position: SourcePosition) -> Finding {
        failure(
            "unknown-param", "The subdialog declares no variable \"\(name)\"",
            hint: suggestion.map { "Did you mean \($0)?" }
                ?? "Write <var name=\"\(name)\"/> in its form. Reaching this throws error.semantic.", at: position)
    }

    static func unreachableContent(behind element: String, at position: SourcePosition) -> Finding {
        warning(
            "unreachable-content", "Nothing comes here: the <\(element)> before it always leaves",
            hint: "Move it before the <\(element)>, or take it away.", at: position)
    }

    static func assigningCondition(_ condition: String, at position: SourcePosition) -> Finding {
        warning(
            "assigning-condition", "The condition \"\(condition)\" assigns, and does not compare",
            hint: "Write == to compare.", at: position)
    }
}

// Prompts.
extension Finding {
    static func uncountedPrompt(_ count: Int, most: Int, at position: SourcePosition) -> Finding {
        warning(
            "prompt-never-comes", "This prompt of count \(count) never comes: at most \(most) are counted here",
            hint:
                "What handles noinput and nomatch here leaves, clears the counter, or asks again without <reprompt/>.",
            at: position)
    }

    static func uncountedHandler(_ count: Int, most: Int, at position: SourcePosition) -> Finding {
        warning(
            "handler-never-comes", "This handler of count \(count) never comes: at most \(most) are counted here",
            hint: "What handles the event before it leaves, or clears the counter by <clear>.", at: position)
    }

    static func countWithoutEffect(at position: SourcePosition) -> Finding {
        warning(
            "count-without-effect", "A prompt of executable content is always played: its count means nothing",
            hint: "Counts are of the prompts of form items and menus; or count in the <catch>.", at: position)
    }
}
