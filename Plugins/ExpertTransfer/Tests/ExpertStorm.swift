import CallControl
import ExpertTransfer
import Foundation
import PluginTesting
import Testing

/// Callers of one process, five at once, who all want one of twenty experts.
struct ExpertStorm: Sendable {
    static let settings: JSONValue = ["rest-seconds": 0, "wait-seconds": 9]
    static let experts = 20
    static let files: [String: String] = [
        "groups": "group,english,chinese,overflow\ndesk,the desk,服务台,",
        "lines": "line,english,chinese,zone,group\nhelp,help,帮助,UTC,desk",
        "hours": "line,days,from,to\nhelp,1-7,00:00,24:00",
        "holidays": "line,first,last,from,to,english,chinese",
        "experts": "expert,english,chinese,language,number,ring,zone,groups,skills\n"
            + (1...experts).map { "e\($0),E\($0),E\($0),en,\(1000 + $0),,UTC,desk,any:\($0 % 9 + 1)" }
            .joined(separator: "\n"),
        "duty": "expert,days,first,last,from,to",
        "matrix": "segment,*\n*,desk 5",
        "customers": "phone,segment,name,language",
        "contacts": "line,english,chinese,language,number,ring,days,from,to",
    ]
    static let folder = "in-use"

    /// How calls ended.
    struct Count: Sendable {
        var talked = 0
        var failed = 0
        var left = 0
        var gaveUp = 0

        static func + (one: Count, other: Count) -> Count {
            Count(
                talked: one.talked + other.talked, failed: one.failed + other.failed, left: one.left + other.left,
                gaveUp: one.gaveUp + other.gaveUp)
        }
    }

    let plugin: ExpertTransfer
    /// Another for each process.
    let process: Int
    /// A file of it for each expert who is in a call.
    let inUse: URL

    init(_ plugin: ExpertTransfer, _ process: Int, in folder: URL) throws {
        self.plugin = plugin
        self.process = process
        inUse = folder.appendingPathComponent(Self.folder)
        try FileManager.default.createDirectory(at: inUse, withIntermediateDirectories: true)
    }

    /// - Parameters:
    ///   - calls: of each of the five callers, one after the other.
    ///   - killedAt: at which of them the process ends like by `kill -9`, in the middle of talks and about to write.
    func run(calls: Int, killedAt: Int? = nil) async throws -> Count {
        try await withThrowingTaskGroup(of: Count.self) { group in
            for caller in 0..<5 {
                group.addTask {
                    var dice = StormDice(process * 5 + caller)
                    var count = Count()
                    for number in 0..<calls {
                        var call = TestCall(plugin, call: "\(process)-\(caller)-\(number)")
                        call.at = number * 1000
                        if caller == 0, number == killedAt { await die(call) }
                        try await take(call, &dice, &count)
                    }
                    return count
                }
            }
            return try await group.reduce(Count(), +)
        }
    }

    /// One call: it is rung for until somebody talks, nobody is left, or the caller hangs up or has waited enough.
    private func take(_ call: TestCall, _ dice: inout StormDice, _ count: inout Count) async throws {
        var attempt = try await call.ask("begin", ["line": "help", "skills": "any"])
        for _ in 0..<8 {
            switch attempt.text("outcome") {
            case "try":
                let outcome = try await ring(attempt.text("expert"), &dice)
                guard let outcome else {
                    count.left += 1
                    return try await call.end()
                }
                attempt = try await call.next(attempt, outcome)
            case "wait":
                try await Task.sleep(for: .milliseconds(dice.draw(20)))
                attempt = try await call.next(attempt)
            case "done":
                count.talked += 1
                return try await call.end()
            default:
                count.failed += 1
                return try await call.end()
            }
        }
        count.gaveUp += 1
        _ = try await call.ask("release")
    }

    /// - Returns: the transfer's outcome; nil when the caller hangs up.
    private func ring(_ expert: String, _ dice: inout StormDice) async throws -> String? {
        let use = try ExclusiveUse(of: expert, in: inUse)
        try await Task.sleep(for: .milliseconds(dice.draw(10)))
        _ = consume use
        return ["busy", "noanswer", "error.connection.noroute", "far_end_disconnect", "near_end_disconnect", nil][
            dice.draw(6)]
    }

    private func die(_ call: TestCall) async {
        await Storm.die {
            for number in 0..<50 {
                var other = call
                other.call += "-\(number)"
                _ = try await other.ask("begin", ["line": "help"])
            }
        }
    }

    /// The storm of one process of eight.
    static func ofProcess(killedAt: Int?) async throws {
        let folder = Storm.folderOfParent
        let plugin = try TestCentre.plugin(in: folder, settings)
        _ = try await ExpertStorm(plugin, Int(getpid()), in: folder).run(calls: 25, killedAt: killedAt)
    }

    /// Nobody is busy, at once: each expert can be had, by a call of its own.
    static func checkAftermath(_ centre: TestCentre) async throws {
        var experts: Set<String> = []
        for number in 0..<Self.experts {
            let attempt = try await centre.call("aftermath-\(number)", at: "2000-01-01T00:01:00Z")
                .begin(["skills": "any"])
            #expect(attempt["outcome"] == "try")
            experts.insert(attempt.text("expert"))
        }
        #expect(experts.count == Self.experts)
        let last = try await centre.call("aftermath", at: "2000-01-01T00:01:00Z").begin(["skills": "any"])
        #expect(last["outcome"] == "wait")
    }
}
