import CallControl
import Glibc

/// Where a flow begins: FLOW of the command line, or `flow` of a call.
public struct FlowLocation: Hashable, Sendable {
    /// The absolute URI of the first document, with a fragment where it names a dialog.
    public var uri: String
    /// The absolute path of the folder that the document lies in; nil when it is not a file.
    public var folder: String?

    /// The document that a folder begins with.
    public static let mainDocument = "main.vxml"

    /// - Parameters:
    ///   - text: a path of a document or of a folder with a `main.vxml`, a `file:`, `http:` or `https:` URI; each may
    ///     have a fragment.
    ///   - base: the absolute path of the folder that a relative path starts from; nil: the working folder.
    public init(_ text: String, relativeTo base: String? = nil) {
        let (document, fragment) =
            FileStamp(Self.absolute(text, relativeTo: base)) == nil ? URIReference.split(text) : (text, nil)
        guard let path = FileURI.path(of: document) else {
            uri = text
            folder = nil
            return
        }
        var absolute = Self.absolute(path, relativeTo: base)
        if FileStamp(absolute)?.isFolder == true { absolute = Self.absolute(Self.mainDocument, relativeTo: absolute) }
        uri = FileURI.uri(ofPath: absolute) + (fragment.map { "#" + $0 } ?? "")
        folder = Self.parent(of: absolute)
    }

    /// The path of the document; nil when it is not a file.
    public var path: String? { folder == nil ? nil : FileURI.path(of: URIReference.split(uri).document) }

    /// Whether the document lies in that folder or below it, links followed.
    public func lies(under folder: String) -> Bool {
        guard let path else { return false }
        let root = Self.resolvingLinks(Self.absolute(folder, relativeTo: nil))
        let real = Self.resolvingLinks(path)
        return real.hasPrefix(root == "/" ? root : root + "/")
    }

    /// An absolute path without `.` and `..`.
    static func absolute(_ path: String, relativeTo base: String?) -> String {
        var whole = path
        if !path.hasPrefix("/") { whole = absolute(base ?? ".", fromWorkingFolder: base == nil) + "/" + path }
        var parts: [Substring] = []
        for part in whole.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }

    private static func absolute(_ base: String, fromWorkingFolder: Bool) -> String {
        if !fromWorkingFolder, base.hasPrefix("/") { return base }
        guard let working = getcwd(nil, 0) else { return "/" + base }
        defer { free(working) }
        return String(cString: working) + "/" + base
    }

    private static func parent(of path: String) -> String {
        let parent = path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex)
        return parent.isEmpty ? "/" : String(parent)
    }

    /// The path that links lead to; of a path that does not exist as far as it does.
    private static func resolvingLinks(_ path: String) -> String {
        if let real = realpath(path, nil) {
            defer { free(real) }
            return String(cString: real)
        }
        let parent = parent(of: path)
        guard parent != path, parent != "/" else { return path }
        return resolvingLinks(parent) + path.dropFirst(parent.count)
    }
}
