import CallControl
import PluginKit
import PluginManifests

/// A program's answer to a request.
struct Answer: Equatable {
    var id: Int
    var outcome: Result<JSONValue, PluginFailure>

    init(id: Int, outcome: Result<JSONValue, PluginFailure>) {
        self.id = id
        self.outcome = outcome
    }

    /// Reads a line that a program has written.
    /// - Throws: why it is no answer. The reason holds nothing of the line itself.
    init(line: some Collection<UInt8>) throws(NoAnswer) {
        let message: JSONValue
        do {
            message = try JSONValue(parsing: line)
        } catch {
            throw NoAnswer(reason: "it is no JSON (at byte \(error.offset + 1): \(error.message))")
        }
        guard message["jsonrpc"] == "2.0" else { throw NoAnswer(reason: "it is no JSON-RPC 2.0") }
        guard message["method"] == nil else { throw NoAnswer(reason: "it is a request, and there is nothing to ask") }
        guard case .number(let number)? = message["id"], let id = Int(exactly: number) else {
            throw NoAnswer(reason: "its id is no integer")
        }
        self.id = id
        switch (message["result"], message["error"]) {
        case (let result?, nil): outcome = .success(result)
        case (nil, let error?): outcome = .failure(try Self.failure(error))
        default: throw NoAnswer(reason: "it needs either a result or an error")
        }
    }

    private static func failure(_ error: JSONValue) throws(NoAnswer) -> PluginFailure {
        guard case .number(let code)? = error["code"], case .string(let message)? = error["message"] else {
            throw NoAnswer(reason: "its error has no code or no message")
        }
        if case .string(let what)? = error["data"]?["what"], PluginManifest.isIdentifier(what) {
            return PluginFailure(what, message)
        }
        return PluginFailure(what(ofCode: code), message)
    }

    /// JSON-RPC 2.0, section 5.1.
    private static func what(ofCode code: Double) -> String {
        switch code {
        case -32601: PluginFailure.nomethod
        case -32602: PluginFailure.badparameter
        default: PluginFailure.internal
        }
    }
}

/// Why a line is no answer.
struct NoAnswer: Error, Equatable {
    var reason: String
}
