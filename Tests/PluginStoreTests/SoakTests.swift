import Foundation
import PluginStore
import PluginTesting
import Testing

@Suite("Eight processes that write", .timeLimit(.minutes(5)))
struct SoakTests {
    private static let soaks = ProcessInfo.processInfo.environment["DIALTONE_SOAK"] != nil

    @Test("each has its turn, and one that is killed while it writes holds up nobody", .enabled(if: soaks))
    func processes() async throws {
        let test = try TestStore()
        try await test.store.write("first")
        try await Storm.sharing(test.url) {
            await withTaskGroup { group in
                for _ in 0..<7 {
                    group.addTask {
                        await #expect(processExitsWith: .success) { try await Self.write(thenDie: false) }
                    }
                }
                group.addTask {
                    await #expect(processExitsWith: .signal(SIGKILL)) { try await Self.write(thenDie: true) }
                }
            }
        }
        let gap = try test.rows("SELECT max(gap) FROM (\(WriteTurnTests.gaps))")[0]
        let sum = try test.rows("SELECT count(*), round(max(waited), 1), round(avg(waited), 1) FROM writes")[0]
        let least = try test.rows("SELECT min(n) FROM (SELECT count(*) n FROM writes WHERE id > 1 GROUP BY writer)")[0]
        print("in \(Self.seconds) s: writes, longest wait and mean in ms \(sum); largest gap \(gap), fewest \(least)")
        #expect(try #require(Int(gap)) < 200)
    }

    static let seconds = 4

    /// Writes again and again.
    static func write(thenDie: Bool) async throws {
        let store = try TestStore.store(in: Storm.folderOfParent)
        let end = ContinuousClock.now + .seconds(thenDie ? seconds / 2 : seconds)
        while ContinuousClock.now < end { try await store.write("\(getpid())") }
        if thenDie { await Storm.die { while true { try await store.write("\(getpid())") } } }
    }
}
