import Foundation

/// A session with HylaFAX that is open for a fax.
struct HylaFAXHandover: Handover {
    let session: HylaFAXSession
    let document: Data
    let parameters: [(name: String, value: String)]

    func handOver(after: (Step) throws -> Void) async throws -> String? {
        let (session, document, parameters) = (session, document, parameters)
        let (name, time) = try await blocking {
            let name = try session.store(document)
            return (name, try session.time(of: name))
        }
        try after(.sending)
        let held = [("SENDTIME", try Self.farOff(from: time)), ("LASTTIME", "000001")]
        let id = try await blocking { try session.submit(parameters + held + [("DOCUMENT", name)]) }
        try after(.handedOver)
        try await blocking { session.quit() }
        return id
    }

    /// A time that a held job does not live to see: the first of a month, nine months on. HylaFAX takes a year at most.
    /// - Parameter time: as the server tells it, CCYYMMDDhhmmss.
    /// - Returns: CCYYMMDDhhmm.
    static func farOff(from time: String) throws -> String {
        guard time.count == 14, let year = Int(time.prefix(4)), let month = Int(time.dropFirst(4).prefix(2)) else {
            throw TransportTrouble("HylaFAX tells no time: \(time)")
        }
        let months = year * 12 + month - 1 + 9
        return "\(months / 12)\(months % 12 < 9 ? "0" : "")\(months % 12 + 1)010000"
    }
}
