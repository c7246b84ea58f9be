import Expressions
import Foundation
import ScriptEngine
import Testing

@Suite("12 Strings of a gigabyte, one after the other", .inEachForm)
struct RepeatedStringsTests {
    @Test("each takes the memory of the one before, not as much again")
    func oneAfterTheOther() throws {
        let engine = makeEngine()
        var environment = Environment(heap: Heap(), scopes: [])
        environment.scopes = [environment.heap.makeScope()]
        for _ in 0..<4 {
            engine.beginEvent()
            #expect(throws: ScriptFailure.self) {
                try engine.evaluate(expression: "'x'.repeat(2 ** 30)", in: &environment)
            }
        }
        #expect(try residentMegabytes() < 2500)
    }

    private func residentMegabytes() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") })
        return try #require(Int(line.split(separator: " ")[1])) / 1024
    }
}
