import DialogMachines
import FormInterpreter
import Synchronization

/// Sees one transcript's call from within: the events that its flow throws, and what it comes to.
final class TranscriptWatch: SessionObserver {
    private let coverage: Coverage?
    private let thrown = Mutex<[ThrownEvent]>([])

    init(coverage: Coverage?) { self.coverage = coverage }

    func reached(_ part: MachinePart, of machine: DialogMachine) { coverage?.reached(part, of: machine) }

    func threw(_ event: ThrownEvent) { thrown.withLock { $0.append(event) } }

    /// The events since the last time.
    func takeThrown() -> [ThrownEvent] {
        thrown.withLock { events in
            defer { events = [] }
            return events
        }
    }
}
