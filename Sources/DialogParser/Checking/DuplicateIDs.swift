import Diagnostics
import Dialogs

/// Two dialogs of one id.
enum DuplicateIDs {
    static func findings(in document: Document) -> [Finding] {
        var first: [String: SourcePosition] = [:]
        return document.dialogs.compactMap(\.id).compactMap { id in
            if let other = first[id.text] { return .duplicateID(id, first: other) }
            first[id.text] = id.position
            return nil
        }
    }
}
