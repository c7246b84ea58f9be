import CJavaScriptCore
import Expressions

/// The global object. Once it is sealed every write to it throws: a script can leave nothing there for another call,
/// and an assignment to an undeclared name is a ReferenceError without strict mode.
final class GlobalObject {
    /// The random numbers of the running evaluation.
    var random = SeededRandom(seed: 0)
    var isSealed = false
    /// Makes a function that sees the scopes of the running evaluation from its text.
    var compileFunction: ((ECMAString) throws(ScriptFailure) -> JSObjectRef)?
    /// The prelude's function that makes a ReferenceError.
    var makeReferenceError: JSObjectRef?

    func makeContext(in group: JSContextGroupRef) -> JSGlobalContextRef {
        var definition = kJSClassDefinitionEmpty
        definition.setProperty = { context, object, name, _, exception in
            guard let context, let object, let name, let global = GlobalObject.of(object), global.isSealed,
                let makeError = global.makeReferenceError
            else { return false }
            let argument = JSValueMakeString(context, name)
            exception?.pointee = JSObjectCallAsFunction(context, makeError, nil, 1, [argument], nil)
            return true
        }
        let globalClass = JSClassCreate(&definition)
        defer { JSClassRelease(globalClass) }
        let context: JSGlobalContextRef = JSGlobalContextCreateInGroup(group, globalClass)
        JSObjectSetPrivate(JSContextGetGlobalObject(context), Unmanaged.passUnretained(self).toOpaque())
        return context
    }

    /// What a script asks of the program.
    enum Service {
        case drawRandom, compileFunction
    }

    /// A function of the engine that asks for a service.
    func makeFunction(_ service: Service, in context: JSContextRef) -> JSObjectRef {
        var definition = kJSClassDefinitionEmpty
        switch service {
        case .drawRandom:
            definition.callAsFunction = { context, function, _, _, _, _ in
                guard let function, let global = GlobalObject.of(function) else { return nil }
                return JSValueMakeNumber(context, global.random.next())
            }
        case .compileFunction:
            definition.callAsFunction = { context, function, _, count, arguments, exception in
                guard let function, let text = count > 0 ? arguments?[0] : nil else { return nil }
                return GlobalObject.of(function)?.compile(text, in: context, exception)
            }
        }
        let functionClass = JSClassCreate(&definition)
        defer { JSClassRelease(functionClass) }
        return JSObjectMake(context, functionClass, Unmanaged.passUnretained(self).toOpaque())
    }

    private static func of(_ object: JSObjectRef) -> GlobalObject? {
        JSObjectGetPrivate(object).map { Unmanaged<GlobalObject>.fromOpaque($0).takeUnretainedValue() }
    }

    private func compile(
        _ text: JSValueRef, in context: JSContextRef?, _ exception: UnsafeMutablePointer<JSValueRef?>?
    ) -> JSValueRef? {
        guard let compileFunction, let source = ECMAString(text, in: context) else { return nil }
        do throws(ScriptFailure) {
            return try compileFunction(source)
        } catch {
            let argument = ECMAString(error.message).withEngineString { JSValueMakeString(context, $0) }
            exception?.pointee = JSObjectMakeError(context, 1, [argument], nil)
            return nil
        }
    }
}
