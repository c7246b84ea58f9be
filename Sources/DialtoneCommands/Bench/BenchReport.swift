import CallControl
import FlowTesting
import Foundation

/// What all runs together have given.
struct BenchReport {
    let script: BenchScript
    let command: BenchCommand
    var runs: [BenchRun] = []

    var failedCalls: Int { runs.reduce(0) { $0 + $1.failedCalls } }
    private var calls: Int { runs.reduce(0) { $0 + $1.calls } }

    /// What went wrong, each thing once.
    var divergences: [String] { Set(runs.compactMap(\.divergence)).sorted() }

    /// The values of a figure, the least first.
    private func values(of figure: BenchFigure) -> [Double] { runs.compactMap { $0.figures[figure] }.sorted() }

    /// A line a figure, for people; at most 80 columns.
    var table: String {
        let rehearsal = script.rehearsal
        var lines = [
            "\(command.script): \(Self.count(rehearsal.keyCount, "key")), "
                + Self.count(rehearsal.invocationCount, "plugin call"),
            "\(Self.count(lanes, "lane")), \(Self.count(command.concurrency, "call")) at a time, "
                + Self.count(command.runs, "run"), "",
            Self.row("", "median", "least", "most"),
        ]
        for figure in BenchFigure.allCases {
            let values = values(of: figure)
            guard let least = values.first, let most = values.last else { continue }
            lines.append(
                Self.row(figure.title, figure.text(values.median), figure.text(least), figure.text(most)))
        }
        lines += ["", "\(Self.count(calls, "call")), \(failedCalls == 0 ? "none" : "\(failedCalls)") of them failed"]
        return lines.joined(separator: "\n")
    }

    private static func count(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

    private var lanes: Int { command.lanes ?? ProcessInfo.processInfo.activeProcessorCount }

    private static func row(_ title: String, _ columns: String...) -> String {
        title.padding(toLength: 38, withPad: " ", startingAt: 0)
            + columns.map { String(repeating: " ", count: max(1, 14 - $0.count)) + $0 }.joined()
    }

    /// The medians under the names of the figures, and every run.
    var json: JSONValue {
        var medians: [JSONValue.Member] = []
        for figure in BenchFigure.allCases {
            let values = values(of: figure)
            if !values.isEmpty { medians.append(.init(figure.rawValue, .number(values.median))) }
        }
        return [
            "script": .string(command.script), "keys": .number(Double(script.rehearsal.keyCount)),
            "pluginCalls": .number(Double(script.rehearsal.invocationCount)), "lanes": .number(Double(lanes)),
            "concurrency": .number(Double(command.concurrency)), "calls": .number(Double(calls)),
            "failedCalls": .number(Double(failedCalls)), "medians": .object(medians),
            "runs": .array(runs.map(\.json)),
        ]
    }
}

extension [Double] {
    /// The middle one of sorted values; of an even number the mean of the middle two.
    var median: Double { isEmpty ? .nan : (self[(count - 1) / 2] + self[count / 2]) / 2 }
}

extension Double {
    /// With so many digits behind the point, and commas between thousands.
    func formatted(digits: Int) -> String {
        let plain = String(format: "%.\(digits)f", self)
        let whole = plain.prefix { $0 != "." }
        var grouped = ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index).isMultiple(of: 3) { grouped += "," }
            grouped.append(digit)
        }
        return grouped + plain.dropFirst(whole.count)
    }
}
