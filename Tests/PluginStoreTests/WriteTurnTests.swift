import CallControl
import Foundation
import PluginTesting
import Testing

@testable import PluginStore

@Suite("The turn to write", .timeLimit(.minutes(1)))
struct WriteTurnTests {
    @Test("eight stores of one file that write again and again: none is kept waiting while the others write")
    func fairness() async throws {
        let first = try TestStore()
        try await first.store.write("first")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<8 {
                let store = try first.another().store
                group.addTask { for _ in 0..<100 { try await store.write("\(number)") } }
            }
            try await group.waitForAll()
        }
        #expect(try first.rows("SELECT count(*) FROM writes") == ["801"])
        // In how many writes of all it has its next.
        let gaps = try first.rows("SELECT max(gap) FROM (\(Self.gaps))")
        #expect(try #require(Int(gaps[0])) < 200)
    }

    static let gaps = "SELECT id - lag(id) OVER (PARTITION BY writer ORDER BY id) AS gap FROM writes"

    @Test("the turn of whoever is gone is free; who has given up does not keep it")
    func gone() throws {
        let folder = try TestFolder()
        let path = folder.url.appendingPathComponent("turn").path
        let patient = try #require(WriteTurn(folder: path))
        let impatient = try #require(WriteTurn(folder: path))
        do {
            let holder = try #require(WriteTurn(folder: path))
            #expect(holder.take(within: .zero))
            #expect(!impatient.take(within: .zero))
            #expect(!impatient.take(within: .milliseconds(10)))
        }
        #expect(patient.take(within: .seconds(30)))
        patient.end()
        #expect(impatient.take(within: .seconds(30)))
        impatient.end()
    }

    @Test("a turn that never comes: after half of the time SQLite is asked without")
    func stopped() async throws {
        let test = try TestStore(settings: ["wait-seconds": 1])
        let turn = try #require(WriteTurn(folder: test.url.appendingPathComponent("test.sqlite-turn").path))
        #expect(turn.take(within: .zero))
        try await test.store.write("a")
        #expect(try test.rows("SELECT writer FROM writes") == ["a"])
        turn.end()
    }
}
