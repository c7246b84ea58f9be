import CallControl
import GRDB
import PluginKit
import PluginManifests
import PluginStore

extension ExpertMethod {
    static func answer(_ call: MethodCall) async throws -> JSONValue {
        throw PluginFailure(Store.unavailable, "the expert store is not there yet")
    }
}

enum Ringing { static let seconds = 5...120 }
enum Lease { static let talkSeconds = 60...14_400 }
enum Schema { static let steps: [String] = [] }
struct Seed {
    init(folder: String, today: CalendarDay) throws(PluginFailure) {}
    func insert(_ db: Database) throws {}
}

extension PluginManifest.Result {
    /// What is told of an expert.
    static let expert = [
        Self("expert", .string, summary: "code of the expert"),
        Self("name", .string, summary: "the expert's name"),
        Self("number", .string, summary: "the telephone"),
        Self("presence", .string, summary: "present, away, break or busy"),
        Self("until", .string, summary: "when the expert is present again, RFC 3339"),
        Self("onDuty", .boolean, summary: "by the duty list"),
        Self("state", .string, summary: "free, taken, away or offDuty"),
        Self("groups", .string, summary: "codes of the groups"),
        Self("skills", .string, summary: "codes of the skills with levels"),
    ]
    /// What is told of a callback.
    static let callback = [
        Self("entry", .string, summary: "number of the entry"),
        Self("line", .string, summary: "code of the line"),
        Self("state", .string, summary: "open, taken or closed"),
        Self("phone", .string, summary: "the number to call"),
        Self("name", .string, summary: "the customer's name"),
        Self("language", .string, summary: "tag of the customer's language"),
        Self("subject", .string, summary: "what it is about"),
        Self("wished", .string, summary: "the time wished for, RFC 3339"),
        Self("made", .string, summary: "when it was entered, RFC 3339"),
        Self("due", .string, summary: "when it can be made, RFC 3339"),
        Self("takenBy", .string, summary: "code of the expert who has it"),
        Self("result", .string, summary: "what came of it"),
    ]
}
