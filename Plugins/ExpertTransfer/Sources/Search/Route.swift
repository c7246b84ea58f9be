import CallControl
import GRDB
import PluginKit
import PluginManifests

/// Where a call belongs: customer value by call type.
struct Route: Sendable {
    let line: Line
    let customer: Customer?
    let segment: String
    let group: Group
    /// 1 comes first, 9 last.
    let priority: Int

    /// The row of the matrix for customers of whom nothing is known, and the column for calls of any other type.
    static let unknown = "*"
    /// Of calls that the matrix has no place for.
    static let middle = 5

    /// nil when there is no such line or group.
    static func find(_ db: Database, _ question: RouteQuestion) throws -> Route? {
        guard let line = try Line.find(db, question.line) else { return nil }
        let customer = try Customer.find(db, phone: question.caller?.digits)
        let segment = question.segment ?? customer?.segment ?? unknown
        let cell = try MatrixCell.find(db, segment, question.callType ?? unknown)
        guard let group = try Group.find(db, question.group ?? cell?.group ?? line.group) else { return nil }
        return Route(
            line: line, customer: customer, segment: segment, group: group, priority: cell?.priority ?? middle)
    }

    func fields(_ language: SpokenLanguage) -> JSONValue {
        Self.fields(segment, group, priority, language)
    }

    static func fields(_ segment: String, _ group: Group, _ priority: Int, _ language: SpokenLanguage) -> JSONValue {
        [
            "segment": .string(segment), "group": .string(group.group), "groupName": .string(group.name(language)),
            "priority": .number(Double(priority)),
        ]
    }
}

/// One cell of the matrix.
struct MatrixCell: Decodable, FetchableRecord, Sendable {
    let group: String
    let priority: Int

    /// That of the segment, else that of unknown customers; in each row that of the call type, else that of any other.
    static func find(_ db: Database, _ segment: String, _ callType: String) throws -> MatrixCell? {
        try fetchOne(
            db,
            sql: """
                SELECT * FROM matrix WHERE segment IN (?1, ?3) AND callType IN (?2, ?3)
                ORDER BY segment = ?3, callType = ?3 LIMIT 1
                """, arguments: [segment, callType, Route.unknown])
    }
}

extension PluginManifest.Result {
    static let route = [
        Self("segment", .string, summary: "how valuable a customer it is; * if unknown"),
        Self("group", .string, summary: "code of the group"),
        Self("groupName", .string, summary: "the group's name"),
        Self("priority", .integer, summary: "1 comes first, 9 last"),
    ]
}
