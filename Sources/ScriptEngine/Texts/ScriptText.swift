import CJavaScriptCore
import Expressions

/// A text that has been parsed, and the functions that it has been compiled to: one for each length of a scope chain.
final class ScriptText {
    private let parsed: ParsedText
    private let context: JSContextRef
    private var compiled: [Int: JSObjectRef] = [:]

    init(_ parsed: ParsedText, in context: JSContextRef) {
        self.parsed = parsed
        self.context = context
    }

    deinit {
        for function in compiled.values { JSValueUnprotect(context, function) }
    }

    /// The function that evaluates the text, given so many scopes, nearest first, and a program's text after them.
    func function(scopeCount: Int) throws(ScriptFailure) -> JSObjectRef {
        if let function = compiled[scopeCount] { return function }
        var exception: JSValueRef?
        let function = wrapped(scopeCount: scopeCount).withEngineString {
            JSEvaluateScript(context, $0, nil, nil, 1, &exception)
        }
        guard let function, exception == nil, JSValueIsObject(context, function) else {
            throw ScriptFailure(.syntax, "SyntaxError: the text does not parse within its scopes")
        }
        JSValueProtect(context, function)
        compiled[scopeCount] = function
        return function
    }

    var source: ECMAString { parsed.source }

    var mentions: Mentions { parsed.mentions }

    /// Whether it has to see `eval`, as one more scope behind the others.
    var needsEval: Bool { isProgram || mentions.usesEval }

    var isProgram: Bool { if case .program = parsed.kind { true } else { false } }

    /// What a program declares; nothing for another text.
    var declarations: ProgramDeclarations {
        if case .program(let declarations) = parsed.kind { declarations } else { ProgramDeclarations() }
    }

    /// What a program is given to evaluate: its functions become variables of the nearest scope before it begins.
    var programText: ECMAString? {
        guard case .program(let declarations) = parsed.kind else { return nil }
        let prologue = declarations.functions.map { "\(ReservedNames.scope(0))['\($0)']=\($0);" }.joined()
        // Never a directive: in strict mode the declarations would stay inside.
        return ECMAString(";" + prologue + "\n") + parsed.guarded
    }

    private func wrapped(scopeCount: Int) -> ECMAString {
        let scopes = (0..<scopeCount).map(ReservedNames.scope)
        func with(_ scopes: some Sequence<String>) -> String { scopes.reversed().map { "with(\($0))" }.joined() }
        // Frozen and without a prototype: a text that gets hold of the function can leave nothing there.
        let head = "Object.freeze({f(" + scopes.joined(separator: ",")
        switch parsed.kind {
        case .expression, .function:
            return ECMAString(head + "){" + with(scopes) + "{return(") + parsed.guarded + "\n)}}}.f)"
        case .method:
            return ECMAString(head + "){" + with(scopes) + "{return(o=>{for(let k in o)return o[k]})({")
                + parsed.guarded + "\n})}}}.f)"
        case .program(let declarations):
            // A function of a block becomes a variable of the inner function whatever a scope has; it is copied from
            // there.
            let copies = declarations.blockFunctions.map { "\(ReservedNames.scope(0))['\($0)']=\($0);" }.joined()
            // Its variables are those of the nearest scope, which the inner function cannot see past.
            return ECMAString(
                head + ",\(ReservedNames.text)){" + with(scopes.dropFirst())
                    + "{return(function(){try{with(\(ReservedNames.scope(0))){eval(\(ReservedNames.text))}}finally{\(copies)}})"
                    + ".call(this)}}}.f)")
        }
    }
}
