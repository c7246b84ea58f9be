import CJavaScriptCore
import Expressions

/// The functions of the prelude that the bridge calls.
struct PreludeFunctions {
    let setClock: JSObjectRef
    let describeKnown: JSObjectRef
    let describeNew: JSObjectRef
    let explain: JSObjectRef
    let makeError: JSObjectRef
    let makeRegExp: JSObjectRef
    let makeReadOnly: JSObjectRef
    let defineOwn: JSObjectRef
    let setPrototype: JSObjectRef
    /// Makes frozen records of a document's JSON, a document of them, and a part of a document.
    let readRecords: JSObjectRef
    let openDocument: JSObjectRef
    let partOfDocument: JSObjectRef
    /// A scope that has `eval`.
    let evalScope: JSObjectRef
    /// Stands for a hole among the elements of an array.
    let hole: JSObjectRef

    /// Runs the prelude in a fresh context.
    init(of context: JSContextRef, global: GlobalObject) {
        var exception: JSValueRef?
        let prelude = ECMAString(Prelude.source).withEngineString {
            JSEvaluateScript(context, $0, nil, nil, 1, &exception)
        }
        let arguments: [JSValueRef?] = [
            global.makeFunction(.drawRandom, in: context), global.makeFunction(.compileFunction, in: context),
            global.makeFunction(.checkText, in: context),
        ]
        let made = JSObjectCallAsFunction(context, prelude, nil, arguments.count, arguments, &exception)
        // The prelude is part of the program: only a mistake in it ends here.
        guard let made, exception == nil else { preconditionFailure("The prelude of the script engine failed.") }
        func member(_ name: ECMAString) -> JSObjectRef {
            let member = name.withEngineString { JSObjectGetProperty(context, made, $0, nil) }
            guard let member, JSValueIsObject(context, member) else {
                preconditionFailure("The prelude of the script engine lacks \(name).")
            }
            JSValueProtect(context, member)
            return member
        }
        setClock = member("setClock")
        describeKnown = member("describeKnown")
        describeNew = member("describeNew")
        explain = member("explain")
        makeError = member("makeError")
        makeRegExp = member("makeRegExp")
        makeReadOnly = member("makeReadOnly")
        defineOwn = member("defineOwn")
        setPrototype = member("setPrototype")
        readRecords = member("readRecords")
        openDocument = member("openDocument")
        partOfDocument = member("partOfDocument")
        evalScope = member("evalScope")
        hole = member("hole")
        global.makeError = makeError
    }
}
