import CJavaScriptCore
import Expressions
import Foundation

/// One virtual machine of JavaScriptCore with its prepared global object. No pointer of it leaves this room.
final class VirtualMachine {
    let limiter: ExecutionLimiter
    let context: JSGlobalContextRef
    let global: GlobalObject
    let prelude: PreludeFunctions
    let texts: ScriptTexts
    let documents: DocumentRecords
    let names = PropertyNames()
    private let group: JSContextGroupRef
    private var clock: (now: Double, zoneOffset: Double)?

    init(timeLimit: Double, parser: ScriptParser) {
        Self.configure
        group = JSContextGroupCreate()
        limiter = ExecutionLimiter(group: group, timeLimit: timeLimit)
        global = GlobalObject()
        context = global.makeContext(in: group)
        prelude = PreludeFunctions(of: context, global: global)
        documents = DocumentRecords(context: context, read: prelude.readRecords)
        texts = ScriptTexts(context: context, parser: parser)
        global.checkText = { source throws(ScriptFailure) in try parser.permit(evaluated: source) }
        global.isSealed = true
    }

    deinit {
        texts.forget()
        documents.release()
        JSGlobalContextRelease(context)
        JSContextGroupRelease(group)
    }

    /// Without it the execution time limit stops working after some thousand evaluations. It must be set before the
    /// first use of JavaScriptCore, and once only: the environment is not to be written while others read it.
    static let configure: Void = { setenv("JSC_usePollingTraps", "1", 1) }()
}

/// What a call into the engine ended with.
enum Outcome {
    case value(JSValueRef)
    case thrown(JSValueRef)

    /// What was returned or thrown.
    var content: JSValueRef {
        switch self {
        case .value(let value), .thrown(let value): value
        }
    }
}

extension VirtualMachine {
    /// Sets what `Date` sees: a time and an offset of local time from UTC, both in milliseconds.
    func setClock(_ now: Double, zoneOffset: Double) {
        if let clock, clock == (now, zoneOffset) { return }
        clock = (now, zoneOffset)
        _ = call(prelude.setClock, [JSValueMakeNumber(context, now), JSValueMakeNumber(context, zoneOffset)])
    }

    /// Calls a function of the engine.
    func call(_ function: JSObjectRef, this: JSObjectRef? = nil, _ arguments: [JSValueRef?] = []) -> Outcome {
        var exception: JSValueRef?
        let result = JSObjectCallAsFunction(context, function, this, arguments.count, arguments, &exception)
        if let exception { return .thrown(exception) }
        return result.map { .value($0) } ?? .value(JSValueMakeUndefined(context))
    }
}
