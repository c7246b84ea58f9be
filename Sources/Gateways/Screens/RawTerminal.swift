import Glibc
import Synchronization

/// A terminal that gives each key at once and does not show it, until it is restored.
struct RawTerminal {
    private struct Saved: Sendable {
        var descriptor: Int32
        var settings: termios
    }

    /// What the terminal was like: also for `exit` from elsewhere.
    private static let saved = Mutex<Saved?>(nil)

    /// nil when the descriptor is no terminal.
    init?(_ descriptor: Int32) {
        var settings = termios()
        guard tcgetattr(descriptor, &settings) == 0 else { return nil }
        Self.saved.withLock { $0 = Saved(descriptor: descriptor, settings: settings) }
        atexit { RawTerminal.restore() }
        settings.c_lflag &= ~tcflag_t(ICANON | ECHO | IEXTEN)
        // Ctrl-Z would leave the shell with this terminal; Ctrl-C still interrupts.
        withUnsafeMutableBytes(of: &settings.c_cc) { characters in
            characters[Int(VSUSP)] = 0
            characters[Int(VMIN)] = 1
            characters[Int(VTIME)] = 0
        }
        guard tcsetattr(descriptor, TCSANOW, &settings) == 0 else { return nil }
    }

    /// Makes the terminal what it was.
    static func restore() {
        saved.withLock { saved in
            guard var before = saved else { return }
            _ = tcsetattr(before.descriptor, TCSANOW, &before.settings)
            saved = nil
        }
    }

    /// How many columns the terminal has; nil when that is not known.
    static func columns(of descriptor: Int32) -> Int? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }
}
