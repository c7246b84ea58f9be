import Dispatch
import Glibc

/// Does something when the process gets one of some signals, instead of what they do by themselves.
final class SignalWatch {
    private let signals: [Int32]
    private let sources: [any DispatchSourceSignal]

    init(_ signals: [Int32], received: @escaping @Sendable () -> Void) {
        self.signals = signals
        sources = signals.map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler(handler: received)
            source.activate()
            return source
        }
    }

    /// Watches for SIGTERM.
    static func termination(_ received: @escaping @Sendable () -> Void) -> SignalWatch {
        SignalWatch([SIGTERM], received: received)
    }

    /// Lets the signals do again what they do by themselves.
    func cancel() {
        for source in sources { source.cancel() }
        for number in signals { signal(number, SIG_DFL) }
    }
}

/// Makes writing where nobody reads an error instead of the end of the process.
func ignoreBrokenPipes() {
    signal(SIGPIPE, SIG_IGN)
}
