import CJavaScriptCore
import Expressions

/// A context of which only the parser is used: no text of a user runs in it.
final class BareContext {
    private let context: JSGlobalContextRef
    private let evaluate: JSObjectRef

    init() {
        VirtualMachine.configure
        context = JSGlobalContextCreateInGroup(nil, nil)
        var exception: JSValueRef?
        // What a program declares is found as a new name of the global object, so nearly all names must be new.
        let source: ECMAString =
            "(function(e,g){for(const n of Reflect.ownKeys(g))delete g[n];return e})(eval,globalThis)"
        let function = source.withEngineString { [context] in
            JSEvaluateScript(context, $0, nil, nil, 1, &exception)
        }
        guard let function, exception == nil else { preconditionFailure("The parser's context failed.") }
        JSValueProtect(context, function)
        evaluate = function
    }

    deinit {
        JSValueUnprotect(context, evaluate)
        JSGlobalContextRelease(context)
    }

    /// The message for a text that does not parse.
    func problem(in source: ECMAString) -> String? {
        var exception: JSValueRef?
        if source.withEngineString({ JSCheckScriptSyntax(context, $0, nil, 1, &exception) }) { return nil }
        return exception.map { message(of: $0) } ?? "SyntaxError"
    }

    /// What a program declares.
    /// - Throws: `ScriptFailure` where it does not parse.
    func declarations(of program: ECMAString) throws(ScriptFailure) -> ProgramDeclarations {
        // Functions and variables are declared before the first statement, which ends it.
        let text: ECMAString = "throw 0;\n" + program
        var exception: JSValueRef?
        let arguments: [JSValueRef?] = [text.withEngineString { JSValueMakeString(context, $0) }]
        _ = JSObjectCallAsFunction(context, evaluate, nil, arguments.count, arguments, &exception)
        defer { clear() }
        guard let exception else { return ProgramDeclarations() }
        guard JSValueIsNumber(context, exception) else {
            throw ScriptFailure(.syntax, message(of: exception))
        }
        var declarations = ProgramDeclarations()
        forEachName { name in
            let value = JSObjectGetProperty(context, JSContextGetGlobalObject(context), name, nil)
            let text = ECMAString(engineString: name)
            if JSValueIsObject(context, value) {
                declarations.functions.append(text)
            } else {
                declarations.variables.append(text)
            }
        }
        declarations.separateBlockFunctions(of: program)
        return declarations
    }

    private func clear() {
        forEachName { JSObjectDeleteProperty(context, JSContextGetGlobalObject(context), $0, nil) }
    }

    private func forEachName(_ body: (JSStringRef) -> Void) {
        let names = JSObjectCopyPropertyNames(context, JSContextGetGlobalObject(context))
        defer { JSPropertyNameArrayRelease(names) }
        for index in 0..<JSPropertyNameArrayGetCount(names) {
            if let name = JSPropertyNameArrayGetNameAtIndex(names, index) { body(name) }
        }
    }

    private func message(of error: JSValueRef) -> String {
        ECMAString(error, in: context)?.string ?? "SyntaxError"
    }
}
