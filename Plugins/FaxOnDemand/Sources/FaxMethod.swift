import CallControl
import PluginKit
import PluginManifests
import PluginStore

typealias MethodCall = PluginStore.MethodCall<Settings>

extension MethodCall {
    /// Milliseconds since 1970.
    var moment: Int { context.now.epochMilliseconds }
}

// What several methods declare alike.
extension PluginManifest.Parameter {
    static let document = Self("document", .string, summary: "number of the document")
    static let job = Self("job", .string, summary: "job number")
    static let number = Self("number", .string, summary: "fax number, national or international")
}

extension PluginManifest.Result {
    /// What is told of a document.
    static let document = [
        Self("document", .string, summary: "its number"),
        Self("documentSpoken", .string, summary: "the digits of its number one by one"),
        Self("title", .string, summary: "its title"),
        Self("pages", .integer, summary: "how many pages it has"),
        Self("category", .string, summary: "code of its category"),
        Self("categoryName", .string, summary: "name of its category"),
    ]
    /// What is told of a fax number.
    static let number = [
        Self("number", .string, summary: "the number, international"),
        Self("numberSpoken", .string, summary: "its digits one by one"),
        Self("quiet", .boolean, summary: "whether nothing is sent at this hour"),
        Self("sendsSpoken", .string, summary: "when the quiet hours end"),
    ]
    /// What is told of a fax in the queue.
    static let job = [
        Self("job", .string, summary: "its job number"),
        Self("jobSpoken", .string, summary: "the digits of the job number one by one"),
        Self("state", .string, summary: "waiting, sending, retrying, sent, failed or cancelled"),
        Self("spoken", .string, summary: "how it stands, as a sentence"),
        Self("attempts", .integer, summary: "how often the number was dialled"),
        Self("cause", .string, summary: "why it could not be sent: busy, noAnswer, line, server, document or expired"),
        Self("count", .integer, summary: "how many documents it has"),
        Self("pages", .integer, summary: "how many pages it has"),
        Self("at", .string, summary: "when the state began, or is to end; RFC 3339"),
        Self("atSpoken", .string, summary: "that time as it is said"),
        Self("numberEndSpoken", .string, summary: "the last three digits of the fax number"),
        Self("mayCancel", .boolean, summary: "whether it can be cancelled"),
    ]
}
