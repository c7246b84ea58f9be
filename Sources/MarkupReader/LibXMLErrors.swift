import CLibXML2

/// Collects what libxml2 complains of while something runs.
final class LibXMLErrors {
    struct Entry {
        var message: String
        /// The element it is about; valid as long as its document.
        var node: xmlNodePtr?
    }

    private(set) var errors: [Entry] = []
    /// More than anybody reads.
    private static let most = 100

    /// Runs something that takes an error handler and its argument.
    func collect<Result>(_ body: (xmlStructuredErrorFunc, UnsafeMutableRawPointer) -> Result) -> Result {
        let handler: xmlStructuredErrorFunc = { errors, error in
            guard let errors, let error else { return }
            Unmanaged<LibXMLErrors>.fromOpaque(errors).takeUnretainedValue().add(error.pointee)
        }
        return withExtendedLifetime(self) { body(handler, Unmanaged.passUnretained(self).toOpaque()) }
    }

    private func add(_ error: xmlError) {
        guard errors.count < Self.most else { return }
        let message = error.message.map { String(cString: $0) } ?? "not valid"
        let line = message.split(whereSeparator: \.isNewline).joined(separator: " ")
        errors.append(Entry(message: line, node: error.node?.assumingMemoryBound(to: xmlNode.self)))
    }
}
