import AppointmentBooking
import OrderLookup
import PluginKit

/// The kinds of plugins that are linked in.
enum LinkedPlugins {
    static let factories: [PluginFactory] = [AppointmentBooking.factory, OrderLookup.factory]
}
