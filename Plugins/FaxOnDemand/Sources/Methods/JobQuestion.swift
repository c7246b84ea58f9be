import CallControl
import GRDB
import PluginKit
import PluginStore

/// What asks for a fax by its job number.
enum JobQuestion {
    /// The job's number, or nil when it was not keyed in as it was told.
    static func number(_ call: MethodCall) throws -> String? {
        CheckedNumber(try call.read.string("job"))?.digits
    }
}

extension FaxJob {
    /// Its job number.
    func names(_ call: MethodCall) -> JSONValue {
        ["job": .string(job), "jobSpoken": .string(Spoken.digits(job, pauseAfter: 4, in: call.language))]
    }

    /// What a flow is told of it.
    func fields(_ call: MethodCall) -> JSONValue {
        let at = state == .waiting || state == .retrying ? due : since
        return names(call) + [
            "state": .string(state.rawValue), "spoken": .string(sentence(call)),
            "attempts": .number(Double(attempts)), "count": .number(Double(documentNumbers.count)),
            "pages": .number(Double(pages)), "at": .string(call.settings.zone.rfc3339(at)),
            "atSpoken": .string(call.spokenTime(at)),
            "numberEndSpoken": .string(Spoken.digits(String(number.suffix(3)))),
            "mayCancel": .bool(mayCancel(at: call.moment)),
        ] + (cause.map { ["cause": .string($0.rawValue)] } ?? [:])
    }
}
