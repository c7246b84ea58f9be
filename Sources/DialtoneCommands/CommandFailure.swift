import Foundation

/// Why a command cannot do its work at all: exit status 2.
struct CommandFailure: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

extension Error {
    /// Why Foundation could not read or write a file, in the system's own words where it has them.
    var fileReason: String {
        let underlying = (self as? CocoaError)?.underlying as? POSIXError
        return underlying.map { String(cString: strerror($0.code.rawValue)) } ?? localizedDescription
    }
}
