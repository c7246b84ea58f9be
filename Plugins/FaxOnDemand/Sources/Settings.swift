import CallControl
import Foundation
import PluginKit
import PluginStore

/// The plugin's settings, see the README.
struct Settings: Sendable {
    let store: StoreSettings
    let sender: String
    let senderNumber: String?
    let zone: Zone
    let zoneName: String
    let resolution: Resolution
    let numbers: NumberPlan
    let limits: Limits
    let quietHours: QuietHours?
    let retries: Retries
    let keptDays: Int
    let paths: Paths
    let programs: Programs
    let transport: TransportChoice

    init(_ configuration: PluginConfiguration) throws(PluginConfigurationError) {
        try configuration.allow(Self.names)
        store = try StoreSettings(configuration)
        sender = try configuration.requiredText("sender")
        senderNumber = try configuration.line("sender-number")
        zoneName = try configuration.string("zone") ?? "UTC"
        guard let zone = Zone(zoneName) else {
            throw configuration.error("the setting 'zone' is no time zone such as Europe/Berlin")
        }
        self.zone = zone
        resolution = try configuration.choice("resolution") ?? .fine
        numbers = try NumberPlan(configuration)
        limits = try Limits(configuration)
        quietHours = try QuietHours(configuration)
        retries = try Retries(configuration)
        keptDays = try configuration.integer("keep-days", in: 1...3650) ?? 30
        paths = try Paths(configuration)
        programs = try Programs(configuration)
        transport = try TransportChoice(configuration)
    }

    private static let names = [
        "database", "seed", "sender", "sender-number", "zone", "resolution", "country", "trunk", "area", "allow",
        "refuse", "number-limit", "caller-limit", "documents-limit", "pages-limit", "quiet", "attempts",
        "busy-minutes", "no-answer-minutes", "line-minutes", "give-up-hours", "keep-days", "transport", "outbox",
        "spool", "hylafax", "hylafax-user", "hylafax-password", "programs", "program-seconds", "wait-seconds",
    ]
}

/// How much may be ordered.
struct Limits: Sendable {
    /// Faxes to one number in a day.
    let perNumber: Int
    /// Faxes that one calling number may order in a day.
    let perCaller: Int
    /// Documents of one fax.
    let documents: Int
    /// Pages of one fax, its cover page included.
    let pages: Int

    init(_ configuration: PluginConfiguration) throws(PluginConfigurationError) {
        perNumber = try configuration.integer("number-limit", in: 1...1000) ?? 5
        perCaller = try configuration.integer("caller-limit", in: 1...1000) ?? 10
        documents = try configuration.integer("documents-limit", in: 1...20) ?? 5
        pages = try configuration.integer("pages-limit", in: 1...500) ?? 30
    }
}

/// Where files are; all absolute.
struct Paths: Sendable {
    /// The folder that the documents' files are in.
    let documents: String
    /// Where pages are made.
    let spool: String

    init(_ configuration: PluginConfiguration) throws(PluginConfigurationError) {
        documents = configuration.flowPath(try configuration.string("seed") ?? ".")
        spool = configuration.dataPath(try configuration.string("spool") ?? "fax/spool")
    }
}

extension PluginConfiguration {
    /// A setting that is digits or other short text, which YAML may have read as a number.
    func text(_ setting: String) throws(PluginConfigurationError) -> String? {
        if case .number(let number)? = settings[setting], let integer = Int(exactly: number) { return String(integer) }
        return try string(setting)
    }

    /// A text without control characters.
    func line(_ setting: String) throws(PluginConfigurationError) -> String? {
        guard let text = try text(setting) else { return nil }
        guard !text.contains(where: { $0.isNewline || $0.unicodeScalars.contains { $0.value < 32 } }), !text.isEmpty
        else { throw error("the setting '\(setting)' is no line of text") }
        return text
    }

    func requiredText(_ setting: String) throws(PluginConfigurationError) -> String {
        guard let text = try line(setting) else { throw error("the setting '\(setting)' is missing") }
        return text
    }

    /// A setting that is one of some words.
    func choice<T: RawRepresentable<String> & CaseIterable>(
        _ setting: String
    ) throws(PluginConfigurationError) -> T? {
        guard let text = try string(setting) else { return nil }
        guard let value = T(rawValue: text) else {
            let known = T.allCases.map(\.rawValue).joined(separator: " or ")
            throw error("the setting '\(setting)' must be \(known)")
        }
        return value
    }
}
