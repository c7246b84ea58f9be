import MarkupReader

/// The members that something in a flow assigns to, of whatever object: they may be there wherever they are read.
struct AssignedMembers {
    private(set) var names: Set<String> = []

    init(in flow: Flow) {
        for document in flow.documents { add(document.tree) }
    }

    /// The reader's limit of depth bounds the recursion.
    private mutating func add(_ element: MarkupElement) {
        switch element.name {
        case "assign": if let name = element["name"] { addMembers(in: name + "=") }
        case "script": addMembers(in: element.text)
        default: break
        }
        for child in element.childElements { add(child) }
    }

    private mutating func addMembers(in text: String) {
        guard text.utf8.contains(UInt8(ascii: ".")), let tokens = ScriptWords(text)?.tokens, tokens.count > 2 else {
            return
        }
        for index in 2..<tokens.count where tokens[index] == .mark("=") && tokens[index - 2] == .mark(".") {
            if case .word(let name) = tokens[index - 1] { names.insert(name) }
        }
    }
}
