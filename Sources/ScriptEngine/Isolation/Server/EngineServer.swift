import Expressions
import Foundation

/// The engine as a process: answers requests, one after the other, until the other end of its socket is closed.
public struct EngineServer {
    private let socket: Int32
    private let engine: JavaScriptCoreEngine
    private var known = KnownTrees()

    /// - Parameters:
    ///   - socket: the other end is an `IsolatedEngine`'s.
    ///   - timeLimit: the CPU time of one evaluation, in seconds.
    public init(socket: Int32, timeLimit: Double) {
        self.socket = socket
        engine = JavaScriptCoreEngine(timeLimit: timeLimit)
    }

    /// Whether a descriptor is a socket, as it is when Dialtone has started this process.
    public static func isSocket(_ descriptor: Int32) -> Bool {
        var status = stat()
        return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFSOCK
    }

    /// Returns when there will be no more requests.
    public mutating func serve() {
        // The engine reserves 69 GB of addresses: nobody wants that in a file.
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        endWithPartner()
        warmUp()
        guard send([]) else { return }
        while let message = receive(), let answer = try? answer(to: message) {
            guard send(answer) else { return }
        }
    }

    /// Ends the process when the other side is gone, in the middle of an evaluation too. (A signal at the parent's death
    /// would come when the thread ends that has started the process.)
    private func endWithPartner() {
        let thread = Thread { [socket] in
            var wait = pollfd(fd: socket, events: 0, revents: 0)
            while poll(&wait, 1, -1) <= 0 {}
            _exit(0)
        }
        thread.start()
    }

    /// The first evaluation takes longer than those that follow.
    private func warmUp() {
        var environment = Environment(heap: Heap(), scopes: [])
        environment.scopes = [environment.heap.makeScope()]
        try? engine.run(program: "var list = [1, 2].map(function (item) { return '' + item })", in: &environment)
        _ = try? engine.evaluate(expression: "list.join()", in: &environment)
    }

    private mutating func answer(to message: [UInt8]) throws(BadMessage) -> [UInt8] {
        let request = try ReceivedRequest(message, known: &known)
        // The other side counts what the evaluations of an event take together.
        engine.beginEvent()
        switch request.kind {
        case .expressionCheck: return EngineAnswer.bytes(problem: engine.problem(inExpression: request.text))
        case .programCheck: return EngineAnswer.bytes(problem: engine.problem(inProgram: request.text))
        case .expression, .program:
            guard let environment = request.environment else { throw BadMessage() }
            return evaluate(request, in: environment)
        }
    }

    private func evaluate(_ request: ReceivedRequest, in given: Environment) -> [UInt8] {
        var environment = given
        let outcome: Result<Value, ScriptFailure>
        do throws(ScriptFailure) {
            if request.kind == .program {
                try engine.run(program: request.text, in: &environment)
                outcome = .success(.undefined)
            } else {
                outcome = .success(try engine.evaluate(expression: request.text, in: &environment))
            }
        } catch {
            outcome = .failure(error)
        }
        let changes = HeapChanges(from: given.heap, to: environment.heap)
        return EngineAnswer(outcome, random: environment.random, changes)
            .bytes(objectCount: environment.heap.count, known: known)
    }

    private func send(_ message: [UInt8]) -> Bool {
        var frame = OutgoingFrame(message)
        while !frame.isSent { guard frame.send(to: socket, flags: Int32(MSG_NOSIGNAL)) else { return false } }
        return true
    }

    private func receive() -> [UInt8]? {
        var frame = IncomingFrame()
        while let progress = try? frame.receive(from: socket) {
            switch progress {
            case .whole: return frame.message
            case .ended: return nil
            case .partial, .nothing: continue
            }
        }
        return nil
    }
}
