import CJavaScriptCore
import Expressions

/// The global object. Once it is sealed every write to it throws: a script can leave nothing there for another call,
/// and an assignment to an undeclared name is a ReferenceError without strict mode.
final class GlobalObject {
    /// What a script asks of the program.
    enum Service {
        case drawRandom, compileFunction, checkText
    }

    /// The random numbers of the running evaluation.
    var random = SeededRandom(seed: 0)
    var isSealed = false
    /// Makes a function that sees the scopes of the running evaluation from its text.
    var compileFunction: ((ECMAString) throws(ScriptFailure) -> JSObjectRef)?
    /// Checks a text that is about to be evaluated.
    var checkText: ((ECMAString) throws(ScriptFailure) -> Void)?
    /// The prelude's function that makes an error of a name and a message.
    var makeError: JSObjectRef?

    func makeContext(in group: JSContextGroupRef) -> JSGlobalContextRef {
        var definition = kJSClassDefinitionEmpty
        definition.setProperty = { context, object, name, value, exception in
            guard let name, let global = GlobalObject.of(object), global.isSealed else { return false }
            if JSStringIsEqualToUTF8CString(name, ReservedNames.check) {
                global.check(value, in: context, exception)
            } else {
                let message = "Can't find variable: \(ECMAString(engineString: name))"
                exception?.pointee = global.error("ReferenceError", message, in: context)
            }
            return true
        }
        let globalClass = JSClassCreate(&definition)
        defer { JSClassRelease(globalClass) }
        let context: JSGlobalContextRef = JSGlobalContextCreateInGroup(group, globalClass)
        JSObjectSetPrivate(JSContextGetGlobalObject(context), Unmanaged.passUnretained(self).toOpaque())
        return context
    }

    /// A function of the engine that asks for a service.
    func makeFunction(_ service: Service, in context: JSContextRef) -> JSObjectRef {
        var definition = kJSClassDefinitionEmpty
        definition.callAsFunction =
            switch service {
            case .drawRandom:
                { context, function, _, _, _, _ in
                    JSValueMakeNumber(context, GlobalObject.of(function)?.random.next() ?? 0)
                }
            case .compileFunction:
                { context, function, _, count, arguments, exception in
                    let text = count > 0 ? arguments?[0] : nil
                    return GlobalObject.of(function)?.compile(text, in: context, exception)
                }
            case .checkText:
                { context, function, _, count, arguments, exception in
                    GlobalObject.of(function)?.check(count > 0 ? arguments?[0] : nil, in: context, exception)
                    return JSValueMakeUndefined(context)
                }
            }
        let functionClass = JSClassCreate(&definition)
        defer { JSClassRelease(functionClass) }
        return JSObjectMake(context, functionClass, Unmanaged.passUnretained(self).toOpaque())
    }

    private static func of(_ object: JSObjectRef?) -> GlobalObject? {
        JSObjectGetPrivate(object).map { Unmanaged<GlobalObject>.fromOpaque($0).takeUnretainedValue() }
    }

    private func compile(
        _ text: JSValueRef?, in context: JSContextRef?, _ exception: UnsafeMutablePointer<JSValueRef?>?
    ) -> JSValueRef? {
        guard let text, let source = ECMAString(text, in: context) else { return nil }
        do throws(ScriptFailure) {
            return try compileFunction?(source)
        } catch {
            exception?.pointee = refusal(error, in: context)
            return nil
        }
    }

    private func check(
        _ text: JSValueRef?, in context: JSContextRef?, _ exception: UnsafeMutablePointer<JSValueRef?>?
    ) {
        // Anything else is not evaluated.
        guard let text, JSValueIsString(context, text), let source = ECMAString(text, in: context) else { return }
        do throws(ScriptFailure) {
            try checkText?(source)
        } catch {
            exception?.pointee = refusal(error, in: context)
        }
    }

    private func refusal(_ failure: ScriptFailure, in context: JSContextRef?) -> JSValueRef? {
        let name = "SyntaxError: "
        let message = failure.message
        return error(
            "SyntaxError", message.hasPrefix(name) ? String(message.dropFirst(name.count)) : message, in: context)
    }

    private func error(_ name: ECMAString, _ message: String, in context: JSContextRef?) -> JSValueRef? {
        let arguments = [name, ECMAString(message)].map { text in
            let argument = text.withEngineString { JSValueMakeString(context, $0) }
            JSValueProtect(context, argument)
            return argument
        }
        defer { for argument in arguments { JSValueUnprotect(context, argument) } }
        return JSObjectCallAsFunction(context, makeError, nil, arguments.count, arguments, nil)
    }
}
