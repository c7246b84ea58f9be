import CJavaScriptCore
import Expressions

/// What the prelude says of objects one after the other. It is asked about many at a time, because each call into the
/// engine has its price.
struct DescriptionBatches {
    private static let size = 128

    private let objects: [JSObjectRef]
    private let areKnown: Bool
    private let machine: VirtualMachine
    private var index = 0
    /// The descriptions of the current batch, kept from the collector.
    private var batch: JSObjectRef?

    /// - Parameter areKnown: whether the heap has the objects, so that the text of a function need not be read.
    init(of objects: [JSObjectRef], areKnown: Bool, on machine: VirtualMachine) {
        self.objects = objects
        self.areKnown = areKnown
        self.machine = machine
    }

    /// The description of the next object; it is good until the one after it is asked for.
    /// - Throws: `ScriptFailure` where reading takes too long.
    mutating func next() throws(ScriptFailure) -> JSValueRef? {
        if index % Self.size == 0 { try fetch() }
        defer { index += 1 }
        return JSObjectGetPropertyAtIndex(machine.context, batch, UInt32(index % Self.size), nil)
    }

    /// Lets the engine drop the last descriptions.
    func release() {
        if let batch { JSValueUnprotect(machine.context, batch) }
    }

    private mutating func fetch() throws(ScriptFailure) {
        release()
        batch = nil
        if index > 0 { machine.limiter.resume() }
        let part: [JSValueRef?] = Array(objects[index..<min(index + Self.size, objects.count)])
        let describe = areKnown ? machine.prelude.describeKnown : machine.prelude.describeNew
        guard case .value(let found) = machine.call(describe, part) else {
            throw ScriptFailure(.limit, "The values of the variables cannot be read back within the limits.")
        }
        JSValueProtect(machine.context, found)
        batch = found
    }
}
