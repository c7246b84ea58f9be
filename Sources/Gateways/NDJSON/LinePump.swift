import CallHosting
import Streams

/// Carries events from the input to the host, and on the virtual clock their answers to the output.
struct LinePump: Sendable {
    let options: Lines.Options
    let host: FlowHosts
    let input: InputReader
    let output: OutputWriter

    /// So many events are handled before anything is written: flushing seldom, but not late.
    private static let batch = 64

    /// No line is longer, in bytes without its end.
    private static let longestLine = 1 << 20

    /// Runs to the end of input.
    func run() async {
        let reader = EventReader(
            flows: FlowChoice(flow: options.flow, flowsUnder: options.flowsUnder), clock: options.host.clock,
            pluginsAreScripted: options.host.plugins.areScripted)
        var splitter = LineSplitter(limit: Self.longestLine)
        while let chunk = await input.next() {
            await carry(splitter.split(chunk), reader)
            if Task.isCancelled { return }
        }
        if let last = splitter.finish() { await carry([last], reader) }
    }

    private func carry(_ lines: [LineSplitter.Line], _ reader: EventReader) async {
        var rest = lines[...]
        while !rest.isEmpty, !Task.isCancelled {
            let results = rest.prefix(Self.batch).map(reader.read)
            rest = rest.dropFirst(Self.batch)
            switch options.host.clock {
            case .virtual: await handle(results)
            case .real: await post(results)
            }
            await output.waitForRoom()
        }
    }

    /// Each line is answered in its turn.
    private func handle(_ lines: [Result<Arrival, EventReader.Refused>]) async {
        var arrivals: [Arrival] = []
        var outputs: [CallOutput] = []
        for line in lines {
            switch line {
            case .success(let arrival): arrivals.append(arrival)
            case .failure(let refused):
                outputs += await host.handle(arrivals) + [refused.output]
                arrivals = []
            }
        }
        outputs += await host.handle(arrivals)
        output.write(CommandWriter.lines(outputs))
    }

    private func post(_ lines: [Result<Arrival, EventReader.Refused>]) async {
        for line in lines {
            switch line {
            case .success(let arrival): await host.post(arrival)
            case .failure(let refused): output.write(CommandWriter.lines([refused.output]))
            }
        }
    }
}
