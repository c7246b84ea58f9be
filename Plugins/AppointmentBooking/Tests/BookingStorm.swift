import AppointmentBooking
import CallControl
import Foundation
import PluginKit
import PluginTesting
import Testing

/// Callers of one process who all want one of fifty slots. Their clock goes on by a second with each attempt, and holds
/// last ten.
struct BookingStorm {
    static let settings: JSONValue = ["hold-seconds": 10, "wait-seconds": 9]
    static let files = [
        "places": "place,english,chinese,zone\nnorth,North Clinic,北区诊所,UTC",
        "services": "service,english,chinese,minutes,step,capacity\ncheck,Check-up,体检,10,,",
        "staff": "staff,place,english,chinese,services\nanna,north,Anna Berg,安娜·贝格,check",
        "hours": "place,staff,kind,days,from,to\nnorth,,open,1,09:00,17:20",
        "holidays": "place,staff,first,last,english,chinese",
    ]
    private static let slots = (0..<50).map { slot -> String in
        let minute = 540 + slot * 10
        let time = [minute / 60, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        return "check.anna.2000-01-03T\(time):00Z"
    }

    private let plugin: AppointmentBooking
    private let process: Int
    private var dice: StormDice

    /// - Parameter process: another for each process.
    init(_ plugin: AppointmentBooking, _ process: Int) {
        self.plugin = plugin
        self.process = process
        dice = StormDice(process)
    }

    /// - Parameter killedAt: at which attempt the process ends like by `kill -9`, holding a slot and about to write.
    /// - Returns: how many appointments the callers were promised.
    mutating func run(attempts: Int, killedAt: Int? = nil) async throws -> Int {
        var booked = 0
        for attempt in 0..<attempts {
            var call = TestCall(plugin, call: "\(process)-\(attempt)")
            call.at = attempt * 1000
            let slot = Self.slots[dice.draw(50)]
            let held = try await call.hold(slot)
            if attempt == killedAt {
                await Storm.die { [call] in for slot in Self.slots { _ = try await call.hold(slot) } }
            }
            guard held["outcome"] == "held" else { continue }
            switch dice.draw(4) {
            case 0: break  // Hangs up, and nobody releases what it held.
            case 1: _ = try await call.ask("release")
            default:
                let answer = try await call.ask("confirm", ["hold": held["hold"] ?? .null])
                if answer["outcome"] == "booked" { booked += 1 }
            }
        }
        return booked
    }

    /// The storm of one process of eight.
    static func ofProcess(killedAt: Int?) async throws {
        let plugin = try TestDesk.plugin(in: Storm.folderOfParent, settings)
        var storm = BookingStorm(plugin, Int(getpid()))
        _ = try await storm.run(attempts: 125, killedAt: killedAt)
    }

    /// Nothing is booked twice, and when the last hold has ended every slot is booked or free.
    static func checkAftermath(_ desk: TestDesk) async throws {
        let twice = """
            SELECT starts FROM appointments WHERE state <> 'cancelled' GROUP BY staff, starts HAVING count(*) > 1
            """
        #expect(try desk.rows(twice) == [])
        let count = try desk.rows("SELECT count(*) FROM appointments WHERE state = 'booked'").first
        let booked = count.flatMap { Int($0) } ?? 0
        #expect(booked > 25 && booked <= 50)
        var outcomes: [String: Int] = [:]
        for (number, slot) in slots.enumerated() {
            var call = desk.call("aftermath-\(number)")
            call.at = 200_000
            let held = try await call.hold(slot)
            outcomes[held.text("outcome"), default: 0] += 1
            if held["outcome"] == "held" { _ = try await call.ask("confirm", ["hold": held["hold"] ?? .null]) }
        }
        #expect(outcomes["taken", default: 0] == booked)
        #expect(outcomes["held", default: 0] == 50 - booked)
        let all = "SELECT state, count(*), count(DISTINCT starts), count(DISTINCT number) FROM appointments"
        #expect(try desk.rows(all) == ["booked|50|50|50"])
    }
}
