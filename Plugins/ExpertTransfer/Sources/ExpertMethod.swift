import CallControl
import PluginKit
import PluginManifests
import PluginStore

typealias MethodCall = PluginStore.MethodCall<Settings>

// What several methods declare alike.
extension PluginManifest.Parameter {
    static let line = Self("line", .string, summary: "code of the line")
    static let expert = Self("expert", .string, summary: "code of the expert")
    static let entry = Self("entry", .string, summary: "number of the entry")
    static let phone = Self(
        "phone", .string, required: false, summary: "a telephone number; the calling one, if not given")
}

extension PluginManifest.Result {
    /// When the line opens next.
    static let opening = [
        Self("opens", .string, summary: "the next opening, RFC 3339"),
        Self("opensSpoken", .string, summary: "the next opening as it is said"),
    ]
    /// A telephone number, read back.
    static let phone = [
        Self("phone", .string, summary: "the telephone number"),
        Self("phoneSpoken", .string, summary: "its digits one by one"),
    ]
}
