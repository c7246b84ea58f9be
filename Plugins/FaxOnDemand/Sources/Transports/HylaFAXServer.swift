import PluginKit

/// Where hfaxd is, and who logs in there.
struct HylaFAXServer: Sendable {
    let host: String
    let port: String
    let user: String
    let password: String?

    init(_ configuration: PluginConfiguration) throws(PluginConfigurationError) {
        let address = try configuration.line("hylafax") ?? "localhost:4559"
        guard let colon = address.lastIndex(of: ":"), let port = UInt16(address[address.index(after: colon)...]),
            port > 0, colon > address.startIndex
        else { throw configuration.error("the setting 'hylafax' is no server such as localhost:4559") }
        var host = address[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
        self.host = String(host)
        self.port = String(port)
        user = try configuration.line("hylafax-user") ?? "dialtone"
        password = try configuration.line("hylafax-password")
        guard !user.contains("\"") else { throw configuration.error("the setting 'hylafax-user' has a quote in it") }
    }
}
