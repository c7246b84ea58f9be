import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// Where a call belongs: customer value by call type.
enum RouteMethod: ExpertMethod {
    static let declaration = PluginManifest.Method(
        "route", "The group and the priority of a call",
        RouteQuestion.parameters + [.language],
        [.outcome] + PluginManifest.Result.route)
}
