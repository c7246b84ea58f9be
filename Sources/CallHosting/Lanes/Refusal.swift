/// Why an event of a gateway is refused.
struct Refusal: Error {
    var line: Int?
    var call: String
    var message: String

    var output: CallOutput { .error(line: line, call: call, message: message) }
}

extension Arrival {
    func refusal(_ message: String) -> Refusal { Refusal(line: line, call: call, message: message) }

    /// A `call` with an id that is in use.
    var inProgress: Refusal { refusal("a call with this id is in progress") }

    /// An event for a call that is not there, or not any longer.
    var notInProgress: Refusal { refusal("no call with this id is in progress") }
}
