import CallControl
import DialogMachines
import Grammars

/// Which grammars are active (VoiceXML 2.0 3.1.4).

/// A grammar that listens, by what it takes to find it again in the world.
struct ActiveGrammar: Hashable, Codable, Sendable {
    var machine: ResourceID
    /// Index into the machine's grammars.
    var entry: Int
    var owner: Owner
    /// What an external grammar was fetched as.
    var resource: ResourceID?
    /// The `builtin:` URI that a `srcexpr` gave.
    var builtin: String?

    /// What a match of it is for.
    enum Owner: Hashable, Codable, Sendable {
        /// The item that is being visited.
        case item
        /// The form that is active.
        case form
        /// Another dialog, of document scope: it is entered with the input.
        case dialog(Int)
    }
}

/// The grammars of one input, while those that are external are being fetched.
struct Activation: Hashable, Codable, Sendable {
    var grammars: [ActiveGrammar]
    /// The next one to be looked at.
    var next = 0
}

extension Interpreter {
    /// Begins the collect phase of the input item that is being visited: finds its grammars, fetches those that are
    /// elsewhere.
    mutating func activate() throws(DialogEvent) {
        try continueActivation(Activation(grammars: itemInput?.declared ?? []))
    }

    /// Fetches the next external grammar; when all are there, the input begins.
    mutating func continueActivation(_ activation: Activation) throws(DialogEvent) {
        var activation = activation
        while activation.next < activation.grammars.count {
            let grammar = activation.grammars[activation.next]
            switch machine(grammar.machine).grammars[grammar.entry].source {
            case .compiled: break
            case .unsupported(let event, let message): throw DialogEvent(event, message)
            case .external(let source, let fetchtimeout, let maxage, let maxstale):
                let reference = try text(of: source)
                if reference.hasPrefix("builtin:") {
                    activation.grammars[activation.next].builtin = reference
                } else {
                    return fetch(
                        .grammar, try resolve(reference, against: machine(grammar.machine)), asking: grammar.machine,
                        timeout: fetchtimeout, maxage: maxage, maxstale: maxstale, purpose: .grammar(activation))
                }
            }
            activation.next += 1
        }
        try begin(activation.grammars)
    }

    /// The compiled form of an active grammar.
    func compiled(_ grammar: ActiveGrammar) throws(DialogEvent) -> CompiledGrammar {
        if let resource = grammar.resource, let external = world.grammars[resource] { return external }
        if let builtin = grammar.builtin { return try compile(builtin: builtin) }
        guard case .compiled(let compiled) = machine(grammar.machine).grammars[grammar.entry].source else {
            throw .badfetch("a grammar has not been fetched")
        }
        return compiled
    }
}
