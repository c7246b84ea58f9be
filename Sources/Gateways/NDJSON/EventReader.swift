import CallControl
import CallHosting
import Streams

/// Reads lines as events, and says what is wrong with those that are none.
struct EventReader {
    let flows: FlowChoice
    let clock: HostClock
    /// Whether the gateway answers plugin calls.
    let pluginsAreScripted: Bool

    /// A line that is refused.
    struct Refused: Error, Equatable {
        var line: Int
        /// The call that it names.
        var call: String?
        var message: String

        var output: CallOutput { .error(line: line, call: call, message: message) }
    }

    func read(_ line: LineSplitter.Line) -> Result<Arrival, Refused> {
        guard let bytes = line.bytes else {
            return .failure(Refused(line: line.number, call: nil, message: "the line is over 1 MiB long"))
        }
        let object: JSONValue
        do throws(JSONSyntaxError) {
            object = try JSONValue(parsing: bytes)
        } catch {
            return .failure(Refused(line: line.number, call: nil, message: describe(error)))
        }
        var call: String?
        do throws(BadLine) {
            guard case .object = object else { throw BadLine("the line is no JSON object") }
            let fields = Fields(object)
            if case .string(let name)? = object["call"] { call = name }
            let event = try fields.required("event", fields.string)
            guard let read = try EventReader.reader(of: event, fields) else {
                throw BadLine("there is no such event")
            }
            let id = try fields.required("call", fields.string)
            // So half of a surrogate pair is read: two calls could become one, and neither id would come back.
            guard !id.unicodeScalars.contains("\u{FFFD}") else {
                throw fields.error("call", "has half of a surrogate pair or U+FFFD in it")
            }
            let at = try fields.integer("at").map(CallInstant.init(milliseconds:))
            return .success(Arrival(id, try read(self, fields), at: at, line: line.number))
        } catch {
            return .failure(Refused(line: line.number, call: call, message: error.message))
        }
    }

    private func describe(_ error: JSONSyntaxError) -> String {
        switch error.kind {
        case .notUTF8: "the line is no UTF-8 (byte \(error.offset + 1))"
        case .notJSON: "the line is no JSON object: \(error.message) (byte \(error.offset + 1))"
        case .tooDeep: "the line is \(error.message)"
        }
    }

    /// A transfer that ended with an error says which in a field that is called `event`, too: the last of two fields of
    /// one name counts, so that this is what the line seems to be.
    private static func reader(of event: String, _ fields: Fields) throws(BadLine) -> Reader? {
        if let reader = events[event] { return reader }
        guard fields.has("transfer"), try fields.string("outcome") == TransferOutcome.Kind.error.rawValue else {
            return nil
        }
        return events["transferred"]
    }

    private typealias Reader = @Sendable (EventReader, Fields) throws(BadLine) -> Arrival.Occurrence

    /// How each event is read, by its name.
    private static let events: [String: Reader] = [
        "call": { (reader, fields) throws(BadLine) in .event(.call(try reader.call(fields))) },
        "dtmf": { (reader, fields) throws(BadLine) in .event(try reader.dtmf(fields)) },
        "keys": { (reader, fields) throws(BadLine) in .event(try reader.keys(fields)) },
        "mark": { (reader, fields) throws(BadLine) in .event(try reader.mark(fields)) },
        "played": { (reader, fields) throws(BadLine) in .event(try reader.played(fields)) },
        "recorded": { (reader, fields) throws(BadLine) in .event(try reader.recorded(fields)) },
        "transferred": { (reader, fields) throws(BadLine) in .event(try reader.transferred(fields)) },
        "returned": { (reader, fields) throws(BadLine) in .event(try reader.returned(fields)) },
        "hangup": { (reader, fields) throws(BadLine) in .event(try reader.hangup(fields)) },
        "tick": { (reader, fields) throws(BadLine) in try reader.tick(fields) },
    ]
}
