import CallControl

/// Answers what only a gateway with a telephone line could do: a blind transfer goes through, the other side of a
/// bridge hangs up at once, and nothing is said to a recording.
enum UnattendedLine {
    static func answer(to command: CallCommand) -> CallEvent? {
        switch command {
        case .transfer(let transfer):
            .transferred(
                transfer.transfer,
                TransferOutcome(transfer.kind == .blind ? .answered : .farEndDisconnect, duration: .zero))
        case .record(let record): .recorded(record.record, RecordingOutcome(duration: .zero, size: 0))
        default: nil
        }
    }
}
