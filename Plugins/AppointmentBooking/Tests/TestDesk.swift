import AppointmentBooking
import CallControl
import Foundation
import PluginKit
import PluginTesting

/// The plugin over a folder with example data of its own.
///
/// 2000-01-01, on which calls are by the virtual clock, was a Saturday. North is open from Monday to Friday, 9 to 17
/// with a break from 12 to 13; Ben is there on Mondays and Wednesdays from 10 to 14 and has the course on Thursdays.
final class TestDesk: PluginFixture {
    static let database = "data/appointments.sqlite"
    static let files = [
        "places": """
        place,english,chinese,zone
        north,North Clinic,北区诊所,Europe/Berlin
        west,West Clinic,西区诊所,America/New_York
        """,
        "services": """
        service,english,chinese,minutes,step,capacity
        check,Check-up,体检,30,,
        long,Consultation,咨询,45,15,
        course,Course,课程,60,,3
        """,
        "staff": """
        staff,place,english,chinese,services
        anna,north,"Berg, Anna",安娜·贝格,check long
        ben,north,Ben Carter,本·卡特,check course
        wu,west,Dr. Wu,吴医生,check
        """,
        "hours": """
        place,staff,kind,days,from,to
        north,,open,1-5,09:00,17:00
        north,,break,1-5,12:00,13:00
        north,ben,open,1 3-4,10:00,14:00
        north,ben,break,4,10:00,11:00
        west,,open,1-7,00:00,04:00
        """,
        "holidays": """
        place,staff,first,last,english,chinese
        north,,2000-01-06,,Epiphany,主显节
        ,,2000-12-25,2000-12-26,Christmas,圣诞节
        north,anna,2000-01-10,2000-01-14,leave,休假
        """,
    ]

    let folder: TestFolder
    let plugin: AppointmentBooking

    /// - Parameter files: what some files hold, by the name of the table.
    convenience init(settings: JSONValue = [:], files: [String: String] = [:]) throws {
        let files = Self.files.merging(files) { $1 }
        try self.init(
            TestFolder(Dictionary(uniqueKeysWithValues: files.map { ("seed/\($0).csv", $1) })), settings)
    }

    private init(_ folder: TestFolder, _ settings: JSONValue) throws {
        self.folder = folder
        plugin = try Self.plugin(in: folder.url, settings)
    }

    /// The plugin over a folder that there is.
    static func plugin(in folder: URL, _ settings: JSONValue = [:]) throws -> AppointmentBooking {
        let usual: JSONValue = ["database": .string(database), "seed": "seed", "notice-minutes": 0]
        return try AppointmentBooking(
            PluginConfiguration(name: "appointments", settings: usual.replacing(settings), flowFolder: folder.path))
    }

    /// Another instance over the same folder, as another process has it.
    func another(_ settings: JSONValue = [:]) throws -> TestDesk { try TestDesk(folder, settings) }
}

extension TestCall {
    /// The first free slot.
    func next(
        _ more: JSONValue = [:], of service: String = "check", at place: String = "north"
    ) async throws -> JSONValue {
        let question: JSONValue = ["service": .string(service), "place": .string(place)]
        return try await ask("next", question.replacing(more))
    }

    /// The starts of free slots, as `2000-01-03 09:00 anna`.
    func free(
        _ more: JSONValue = [:], of service: String = "check", at place: String = "north"
    ) async throws -> [String] {
        let question: JSONValue = ["service": .string(service), "place": .string(place)]
        let answer = try await ask("free", question.replacing(more))
        return (answer["slots"]?.elements ?? []).map { slot in
            ["date", "time", "staff"].map { slot.text($0) }.joined(separator: " ")
        }
    }

    func hold(_ slot: String, invocation: String = UUID().uuidString) async throws -> JSONValue {
        try await ask("hold", ["slot": .string(slot)], invocation: invocation)
    }

    /// Holds a slot and books it; gives the confirmation number.
    func book(_ slot: String) async throws -> String {
        let hold = try await hold(slot)
        return try await ask("confirm", ["hold": hold["hold"] ?? .null]).text("number")
    }

    /// How a slot can be held now, by another call, which gives it free again.
    func attempt(_ slot: String) async throws -> String {
        var other = self
        other.call += "-other"
        let outcome = try await other.hold(slot).text("outcome")
        _ = try await other.ask("release")
        return outcome
    }
}
