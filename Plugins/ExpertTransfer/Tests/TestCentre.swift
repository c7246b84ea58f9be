import CallControl
import ExpertTransfer
import Foundation
import PluginKit
import PluginTesting

/// The plugin over a folder with example data of its own.
///
/// Calls come on Monday, 2000-01-03, at ten in Berlin, when the line `help` is open, from a number that nobody knows.
/// Anna, Ben and Cleo are there whenever a line is open, Dora at night.
final class TestCentre: PluginFixture {
    static let database = "data/experts.sqlite"
    static let caller = "tel:+12025550100"
    static let callTime = "2000-01-03T10:00:00+01:00"
    static let files = [
        "lines": """
        line,english,chinese,zone,group
        help,the help line,帮助专线,Europe/Berlin,desk
        always,the emergency line,紧急专线,Europe/Berlin,gold
        never,the closed line,停用专线,UTC,desk
        """,
        "hours": """
        line,days,from,to
        help,1-5,09:00,17:00
        help,6,22:00,02:00
        always,1-7,00:00,24:00
        """,
        "holidays": """
        line,first,last,from,to,english,chinese
        help,2000-01-06,,,,Epiphany,主显节
        ,2000-12-24,2000-12-26,,,Christmas,圣诞节
        help,2000-12-24,,09:00,12:00,Christmas Eve,平安夜
        """,
        "groups": """
        group,english,chinese,overflow
        desk,the desk,服务台,
        gold,the desk for gold customers,金牌服务台,desk
        """,
        "experts": """
        expert,english,chinese,language,number,ring,zone,groups,skills
        anna,Anna Berg,安娜,en,+49 30 101,,Europe/Berlin,desk,printer:5 english:3
        ben,Ben Carter,本,en,+49 30 102,15,Europe/Berlin,desk,printer:5 chinese:2
        cleo,Cleo Wu,吴女士,zh,+49 30 103,,Europe/Berlin,desk gold,printer:2 chinese:5
        dora,Dora Falk,多拉,en,sip:dora@example.com,,Europe/Berlin,gold,
        """,
        "duty": """
        expert,days,first,last,from,to
        dora,1-5,,,22:00,06:00
        """,
        "matrix": """
        segment,buying,service,*
        gold,gold 1,,
        new,,,gold 3
        *,desk 5,desk 7,
        """,
        "customers": """
        phone,segment,name,language
        +49 30 23125001,gold,Ms Bergmann,de
        """,
        "contacts": """
        line,english,chinese,language,number,ring,days,from,to
        help,the engineer on call,值班工程师,zh,+49 172 201,25,1-5,17:00,09:00
        help,the engineer on call,值班工程师,zh,+49 172 201,25,6-7 h,00:00,24:00
        help,the duty manager,值班经理,en,+49 172 202,,1-7,07:00,23:00
        """,
    ]

    let folder: TestFolder
    let plugin: ExpertTransfer

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
    static func plugin(in folder: URL, _ settings: JSONValue = [:]) throws -> ExpertTransfer {
        let usual: JSONValue = ["database": .string(database), "seed": "seed"]
        return try ExpertTransfer(
            PluginConfiguration(name: "experts", settings: usual.replacing(settings), flowFolder: folder.path))
    }

    /// Another instance over the same folder, as another process has it.
    func another(_ settings: JSONValue = [:]) throws -> TestCentre { try TestCentre(folder, settings) }
}

extension TestCall {
    /// Opens a round.
    func begin(_ more: JSONValue = [:], line: String = "help") async throws -> JSONValue {
        let question: JSONValue = ["line": .string(line)]
        return try await ask("begin", question.replacing(more))
    }

    /// Tells what came of a try, and asks for the next.
    func next(_ attempt: JSONValue, _ outcome: String? = nil, invocation: String? = nil) async throws -> JSONValue {
        let question: JSONValue = ["round": attempt["round"] ?? .null]
        return try await ask(
            "next", question.replacing(outcome.map { ["outcome": .string($0)] } ?? [:]),
            invocation: invocation ?? UUID().uuidString)
    }

    /// The same call, seconds later.
    func later(_ seconds: Int) -> TestCall {
        var call = self
        call.at += seconds * 1000
        return call
    }

    /// Whom a round rings one after the other when nobody answers, up to the reason why there is nobody more.
    func rungs(_ more: JSONValue = [:], line: String = "help") async throws -> [String] {
        var attempt = try await begin(more, line: line)
        var rungs: [String] = []
        while attempt["outcome"] == "try" {
            rungs.append(attempt["expert"] == nil ? attempt.text("name") : attempt.text("expert"))
            attempt = try await next(attempt, "noanswer")
        }
        return rungs + [attempt.text("outcome") == "nobody" ? attempt.text("reason") : attempt.text("outcome")]
    }
}
