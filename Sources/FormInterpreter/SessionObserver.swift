public import Diagnostics
public import DialogMachines

/// Sees what sessions come to in their documents, for tests of flows. It is called while a session runs, so it must be
/// quick; without one nothing is gathered.
public protocol SessionObserver: Sendable {
    /// A call has come to a part of a document.
    func reached(_ part: MachinePart, of machine: DialogMachine)

    /// An event of the dialog has been thrown (VoiceXML 2.0 5.2).
    func threw(_ event: ThrownEvent)
}

/// A part of a machine that calls come to, by its index there.
public enum MachinePart: Hashable, Sendable {
    case dialog(Int)
    case item(Int)
    case handler(Int)
    case filled(Int)
    case instruction(Int)
    /// A plugin has answered an `<object>`.
    case result(item: Int)
    /// A plugin has failed in an `<object>`.
    case failure(item: Int)
}

/// An event of the dialog, and where it was thrown.
public struct ThrownEvent: Hashable, Sendable {
    public var name: String
    public var message: String?
    /// The document as it is shown to people; nil: before the first one was there.
    public var file: String?
    public var position: SourcePosition?

    public init(name: String, message: String?, file: String?, position: SourcePosition?) {
        self.name = name
        self.message = message
        self.file = file
        self.position = position
    }
}

extension Interpreter {
    /// Tells the observer, if there is one, of a part of the current document.
    func note(_ part: @autoclosure () -> MachinePart) {
        guard let observer = world.observer, let document else { return }
        observer.reached(part(), of: document)
    }

    /// Tells the observer, if there is one, of an event.
    func note(thrown event: DialogEvent) {
        guard let observer = world.observer else { return }
        let place = place
        observer.threw(
            ThrownEvent(name: event.name, message: event.message, file: place?.file, position: place?.position))
    }

    /// What the call is at: an element of executable content, a form item or a dialog.
    private var place: (file: String, position: SourcePosition)? {
        if case .executing(let frame) = state.control {
            // The frame stands behind the instruction that is being executed.
            let code = machine(frame.machine)
            let instruction = max(0, frame.instruction - 1)
            if code.positions.indices.contains(instruction) { return (code.file, code.positions[instruction]) }
        }
        guard let document, let position = item?.position ?? dialog?.position else { return nil }
        return (document.file, position)
    }
}
