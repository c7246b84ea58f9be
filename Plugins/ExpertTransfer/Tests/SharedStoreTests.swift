import CallControl
import Foundation
import PluginTesting
import Testing

@Suite("Several processes, of which one is killed", .timeLimit(.minutes(5)))
struct SharedStoreTests {
    @Test("calls on twenty experts through eight connections: never two at one, and nobody busy afterwards")
    func storm() async throws {
        let centre = try TestCentre(settings: ExpertStorm.settings, files: ExpertStorm.files)
        let count = try await withThrowingTaskGroup(of: ExpertStorm.Count.self) { group in
            for number in 0..<8 {
                let plugin = try centre.another(ExpertStorm.settings).plugin
                let storm = try ExpertStorm(plugin, number, in: centre.url)
                group.addTask { try await storm.run(calls: 5) }
            }
            return try await group.reduce(ExpertStorm.Count(), +)
        }
        #expect(count.talked + count.failed + count.left + count.gaveUp == 200)
        #expect(count.talked > 60)
        #expect(try centre.rows("SELECT * FROM claims") == [])
        #expect(try centre.rows("SELECT * FROM rounds WHERE state <> 'over'") == [])
        try await ExpertStorm.checkAftermath(centre)
    }

    @Test(
        "a thousand calls in eight processes, one of which is killed",
        .enabled(if: ProcessInfo.processInfo.environment["DIALTONE_SOAK"] != nil))
    func processes() async throws {
        for _ in 0..<5 {
            let centre = try TestCentre(settings: ExpertStorm.settings, files: ExpertStorm.files)
            try await Storm.sharing(centre.url) {
                await withTaskGroup { group in
                    for _ in 0..<7 {
                        group.addTask {
                            await #expect(processExitsWith: .success) { try await ExpertStorm.ofProcess(killedAt: nil) }
                        }
                    }
                    group.addTask {
                        await #expect(processExitsWith: .signal(SIGKILL)) {
                            try await ExpertStorm.ofProcess(killedAt: 12)
                        }
                    }
                }
            }
            let left = try centre.rows("SELECT count(*) FROM claims").first
            let count = try centre.rows("SELECT count(DISTINCT round) FROM tries").first
            let talked = try centre.rows("SELECT count(*) FROM tries WHERE outcome LIKE '%disconnect'").first
            print("calls with a try: \(count ?? ""), talks: \(talked ?? ""), left behind by kill -9: \(left ?? "")")
            try await ExpertStorm.checkAftermath(centre)
        }
    }

    @Test("what an instance that is gone has claimed is free at once; one that lives keeps it")
    func owner() async throws {
        let centre = try TestCentre()
        _ = try await centre.call("0").ask("hours", ["line": "help"])
        do {
            let other = try centre.another()
            #expect(try await other.call("1").begin(["skills": "english"]).text("expert") == "anna")
            #expect(try await centre.call("2").begin(["skills": "english"]).text("outcome") == "wait")
            try await centre.call("2").end()
        }
        let third = try centre.another()
        #expect(try await third.call("3").begin(["skills": "english"]).text("expert") == "anna")
    }
}
