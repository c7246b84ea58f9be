import CallControl
import DialogMachines

/// Key presses as they arrive, wherever the call is.
extension Interpreter {
    /// One key press.
    mutating func press(_ key: DTMFKey) {
        guard isLineUp, !state.prompts.refusesKeys else { return state.keys.refuse() }
        switch state.control {
        case .transferring(let transfer): return press(key, during: transfer)
        case .recording(let recording): return press(key, during: recording)
        default: break
        }
        guard state.keys.append(key) else { return reportOverflow() }
        guard case .collecting(let collection) = state.control else { return }
        if collection.settings.takesKeys, state.prompts.current?.bargeintype == .speech { stopPrompts() }
        do throws(DialogEvent) {
            try consumeKeys()
        } catch {
            dispatch(error)
        }
        run()
    }

    private mutating func reportOverflow() {
        guard !state.keys.hasOverflowed else { return }
        state.keys.hasOverflowed = true
        emit(.log(label: nil, text: "more than \(KeyBuffer.capacity) keys wait to be used: further keys are dropped"))
    }
}
