import Foundation

extension Error {
    /// Why Foundation could not read or write a file, in the system's own words where it has them.
    public var fileReason: String {
        let underlying = (self as? CocoaError)?.underlying as? POSIXError
        return underlying.map { String(cString: strerror($0.code.rawValue)) } ?? localizedDescription
    }
}
