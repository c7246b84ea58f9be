public import CallControl

/// One call on the virtual clock, driven step by step: what tests and the plain-keys gateway use.
public struct VirtualCall: Sendable {
    /// What an event led to, up to the next rest.
    public struct Exchange: Hashable, Sendable {
        /// As a gateway would get them.
        public var commands: [CallCommand] = []
        /// Where the call rests; nil when it has ended, or was never begun.
        public var rest: CallRest?
        /// Why the event was refused; nothing has happened then.
        public var refusal: String?
        /// What the host found wrong while it went on: that the call did not come to rest, and was hung up.
        public var complaints: [String] = []

        /// - Parameter outputs: the answer to one event.
        package init(_ outputs: [CallOutput]) {
            for output in outputs {
                switch output {
                case .command(call: _, let command): commands.append(command)
                case .wait(call: _, let rest): self.rest = rest
                case .error(line: _, call: _, let message): complaints.append(message)
                }
            }
            // An event that is refused is answered by that and nothing else.
            if outputs.count == 1, let message = complaints.first {
                refusal = message
                complaints = []
            }
        }
    }

    public let host: CallHost
    public let id: String

    /// - Parameters:
    ///   - host: one with the virtual clock.
    ///   - id: unlike that of any other call in progress there.
    public init(_ host: CallHost, id: String = "call") {
        self.host = host
        self.id = id
    }

    /// Gives the call an event; the first is `.call`. Timers due before fire first, each at its own time.
    public func send(_ event: CallEvent, at: CallInstant? = nil) async -> Exchange {
        await exchange(Arrival(id, event, at: at))
    }

    /// Lets time pass up to that moment.
    public func tick(to instant: CallInstant) async -> Exchange {
        await exchange(Arrival(id, .tick, at: instant))
    }

    private func exchange(_ arrival: Arrival) async -> Exchange {
        Exchange(await host.handle([arrival]))
    }
}
