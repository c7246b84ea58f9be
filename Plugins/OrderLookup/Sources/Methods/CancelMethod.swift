import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// Cancels an order.
enum CancelMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "cancel", "Cancels an order while it is received or packed", [.verification, .order, .language],
        [.outcome] + PluginManifest.Result.orderNumber + PluginManifest.Result.state)

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        try await OrderChange.answer(call, name) { db, order in
            if order.state == .cancelled { return order.outcome("already", call.speech) }
            guard order.state.mayCancel else { return order.outcome("notAllowed", call.speech) }
            var changed = order
            changed.state = .cancelled
            try changed.update(db)
            for item in try Item.all(db, of: order) { try Article.take(db, -item.quantity, of: item.article) }
            try Change(kind: .cancel, before: order.state.rawValue, after: changed.state.rawValue)
                .record(db, order, call.context)
            return changed.outcome("done", call.speech)
        }
    }
}
