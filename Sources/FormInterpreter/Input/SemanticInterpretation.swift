import CallControl
import Expressions
import Grammars

/// What a match means (SISR 1.0): its tags evaluated, rule by rule, in scopes that see nothing of the call.
struct SemanticInterpretation {
    private let evaluator: any ScriptEvaluator
    private let checker: any ScriptSyntaxChecker
    /// The global scopes of grammar documents whose header tags have run, by the id of their first.
    private var globals: [Int: HeapReference] = [:]

    /// The value of the root rule, objects on the environment's heap. A match without any tag means its keys.
    /// - Throws: `ScriptFailure` when a tag does not parse or fails.
    static func interpret(
        _ match: RuleMatch, grammar: CompiledGrammar, in environment: inout Environment,
        evaluator: any ScriptEvaluator, checker: any ScriptSyntaxChecker
    ) throws(ScriptFailure) -> Value {
        var interpretation = SemanticInterpretation(evaluator: evaluator, checker: checker)
        let (scopes, this) = (environment.scopes, environment.this)
        defer { (environment.scopes, environment.this) = (scopes, this) }
        environment.this = .undefined
        return try interpretation.value(of: match, in: &environment)
    }

    private init(evaluator: any ScriptEvaluator, checker: any ScriptSyntaxChecker) {
        self.evaluator = evaluator
        self.checker = checker
    }

    /// The value of a rule: what its own tags give, else that of the last rule it refers to (SISR 1.0 3.3.2), else its
    /// keys. Rules are nested at most `RuleMatch.depthLimit` deep.
    private mutating func value(
        of match: RuleMatch, in environment: inout Environment
    ) throws(ScriptFailure) -> Value {
        guard match.hasTags else { return .string(match.keys.text) }
        guard match.hasOwnTags else { return try inheritedValue(of: match, in: &environment) }
        switch match.tagFormat {
        case .literals: return .string(match.lastLiteral)
        case .script: return try scriptValue(of: match, in: &environment)
        }
    }

    private mutating func inheritedValue(
        of match: RuleMatch, in environment: inout Environment
    ) throws(ScriptFailure) -> Value {
        for case .rule(let last) in match.children.reversed() { return try value(of: last, in: &environment) }
        return .string(match.keys.text)
    }

    private mutating func scriptValue(
        of match: RuleMatch, in environment: inout Environment
    ) throws(ScriptFailure) -> Value {
        let global = try globalScope(of: match, in: &environment)
        var scope = RuleScope(in: &environment.heap)
        for child in match.children {
            switch child {
            case .keys(let keys): scope.matched(keys, in: &environment.heap)
            case .rule(let rule):
                let value = try value(of: rule, in: &environment)
                try scope.finished(rule, value, in: &environment.heap)
            case .tag(let tag):
                environment.scopes = [scope.variables] + global
                try run(tag, in: &environment)
            }
        }
        return environment.heap.lookup(RuleScope.out, in: [scope.variables]) ?? .undefined
    }

    /// The scope that the header tags of the rule's document have filled, once (SISR 1.0 4.2); none without them.
    private mutating func globalScope(
        of match: RuleMatch, in environment: inout Environment
    ) throws(ScriptFailure) -> [HeapReference] {
        guard let first = match.headerTags.first else { return [] }
        if let known = globals[first.id] { return [known] }
        let scope = environment.heap.makeScope()
        globals[first.id] = scope
        environment.scopes = [scope]
        for tag in match.headerTags { try evaluator.run(program: tag.text, in: &environment) }
        return [scope]
    }

    private func run(_ tag: GrammarTag, in environment: inout Environment) throws(ScriptFailure) {
        guard let assignments = TagAssignment.assignments(in: tag.text, checker: checker) else {
            return try evaluator.run(program: tag.text, in: &environment)
        }
        for assignment in assignments {
            let value = try assignment.expression.evaluate(in: &environment, with: evaluator)
            do throws(ScriptFailure) {
                try assignment.target.assign(value, in: &environment, with: evaluator)
            } catch {
                // What ECMAScript makes of it is for the engine to say: a member of a string is silently not set.
                try evaluator.run(program: String(assignment.source), in: &environment)
            }
        }
    }
}

extension RuleMatch {
    fileprivate var hasOwnTags: Bool {
        children.contains { if case .tag = $0 { true } else { false } }
    }

    /// Whether there is a tag in it or in a rule it refers to.
    fileprivate var hasTags: Bool {
        var pending = [self]
        while let next = pending.popLast() {
            for child in next.children {
                switch child {
                case .tag: return true
                case .rule(let rule): pending.append(rule)
                case .keys: break
                }
            }
        }
        return false
    }

    /// The text of the last tag, without the white space around it.
    fileprivate var lastLiteral: Substring {
        for case .tag(let tag) in children.reversed() {
            let start = tag.text.drop { $0.isWhitespace }
            guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { break }
            return start[...last]
        }
        return ""
    }
}
