import CallControl
import Crypto
import Foundation

/// A document cannot be made into pages.
struct DocumentTrouble: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

/// The file of a document, and what it is.
struct DocumentFile: Sendable {
    enum Kind: Hashable, Sendable {
        case pdf, postscript, tiff
        /// As UTF-8, with line feeds only.
        case text(String)
    }

    let path: String
    let kind: Kind
    /// Another for every content.
    let fingerprint: String

    private static let largest = 64 << 20

    init(_ path: String) throws(DocumentTrouble) {
        let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? nil
        guard let size, size <= Self.largest, let data = FileManager.default.contents(atPath: path) else {
            throw DocumentTrouble("\(path) cannot be read, or is over 64 MiB")
        }
        guard let kind = Self.kind(of: data) else {
            throw DocumentTrouble("\(path) is neither PDF, PostScript, TIFF nor plain text in UTF-8")
        }
        self.path = path
        self.kind = kind
        fingerprint = SHA256.hash(data: data).prefix(8).hexadecimal
    }

    static func kind(of data: Data) -> Kind? {
        let start = Array(data.prefix(1024))
        if start.starts(with: [0x49, 0x49, 0x2A, 0]) || start.starts(with: [0x4D, 0x4D, 0, 0x2A]) { return .tiff }
        if Data(start).range(of: Data("%PDF-".utf8)) != nil { return .pdf }
        // Printer drivers put a Ctrl-D first.
        if start.drop(while: { $0 == 4 }).starts(with: "%!".utf8) { return .postscript }
        guard let text = String(validating: data, as: UTF8.self), !data.isEmpty, !data.contains(0) else { return nil }
        return .text(
            (text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text)
                .replacing("\r\n", with: "\n").replacing("\r", with: "\n"))
    }
}
