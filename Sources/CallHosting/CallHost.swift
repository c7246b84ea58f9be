/// Owns calls: the single door to them. Each call lives in one lane; scripts that take long hold up their lane only.
///
/// On the real clock events are posted, and what calls have to say goes to the sink, in order for each call. On the
/// virtual clock events are handled one after another, and the answer holds all that they led to.
public final class CallHost: Sendable {
    public let options: HostOptions

    /// - Parameter sink: gets what calls on the real clock have to say, from several lanes at once. It must be quick.
    public init(_ options: HostOptions = HostOptions(), sink: @escaping @Sendable ([CallOutput]) -> Void = { _ in }) {
        self.options = options
    }

    /// Virtual clock: handles events in their order. Each is answered by its call's commands and then one `wait` or
    /// the `end`, or by one `error`.
    public func handle(_ arrivals: [Arrival]) async -> [CallOutput] { [] }

    /// Real clock: hands an event to its call. Waits while very many events are still to be handled.
    public func post(_ arrival: Arrival) async {}

    /// Hangs up every call and lets final processing run, 5 s at most; each call has had its `end` then. Nothing may
    /// be handled or posted afterwards.
    /// - Returns: on the virtual clock what the calls had to say; on the real clock the sink gets it.
    public func hangUpAll() async -> [CallOutput] { [] }
}
