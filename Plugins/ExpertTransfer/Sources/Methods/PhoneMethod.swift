import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// Reads a telephone number back.
enum PhoneMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "phone", "Checks a telephone number and reads it back",
        [.phone, .language],
        [.outcome] + PluginManifest.Result.phone)

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        guard let phone = PhoneNumber(call.read.optionalString("phone") ?? call.context.from) else {
            return .outcome("bad")
        }
        return .outcome("good") + phone.fields(call.language)
    }
}
