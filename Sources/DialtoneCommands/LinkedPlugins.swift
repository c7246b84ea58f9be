import AppointmentBooking
import ExpertTransfer
import ExternalPlugins
import FaxOnDemand
import OrderLookup
import PluginKit

/// The kinds of plugins that there are: those that are linked in, and programs of their own.
enum LinkedPlugins {
    static let factories: [PluginFactory] = [
        AppointmentBooking.factory, ExpertTransfer.factory, FaxOnDemand.factory, OrderLookup.factory,
        ExternalPlugin.factory,
    ]
}
