/// What a supervisor tells the task that drives its process.
struct ProcessSignals: Sendable {
    /// There may be something to write. Ends when nothing more is to be written.
    let writing: AsyncStream<Void>
    private let writingContinuation: AsyncStream<Void>.Continuation
    private let endings: AsyncStream<SupervisorMachine.Ending>
    private let endingsContinuation: AsyncStream<SupervisorMachine.Ending>.Continuation

    init() {
        (writing, writingContinuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        (endings, endingsContinuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(1))
    }

    func write() { writingContinuation.yield() }

    /// The first one counts.
    func end(_ ending: SupervisorMachine.Ending) {
        endingsContinuation.yield(ending)
        if ending != .told { writingContinuation.finish() }
    }

    func finishWriting() { writingContinuation.finish() }

    /// How to end the process, once it is to be ended.
    func ending() async -> SupervisorMachine.Ending {
        for await ending in endings { return ending }
        return .forced
    }
}
