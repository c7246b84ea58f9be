import Diagnostics
import Glibc

/// Builds the tree from the parser's events, keeps the limits and collects the diagnostics.
struct TreeBuilder {
    /// An element whose end tag has not come.
    private struct OpenElement {
        var name: ParsedName
        var attributes: [MarkupAttribute]
        var children: [MarkupNode] = []
        var position: SourcePosition
        var language: String?
        var base: String?
    }

    private let text: [UInt8]
    private var index: PositionIndex
    private let file: String
    private let limits: MarkupLimits
    /// Where all nodes are listed, when they are wanted as data.
    private let data: DataTreeBuilder?

    private var open: [OpenElement] = []
    private var root: MarkupElement?
    private var diagnostics: [Diagnostic] = []
    /// More errors than anybody reads: libxml2 reports each bad byte.
    private static let mostDiagnostics = 100

    private var pendingText = ""
    private var pendingPosition: Int?
    private var pendingIsBlank = true
    /// Where the next event's text begins: the end of the last event.
    private var contentStart = 0

    /// By name; those of parameter entities begin with `%`.
    private var externalEntities: Set<String> = []
    private var referenceCount = 0
    private var deliveredBytes = 0

    init(text: [UInt8], file: String, limits: MarkupLimits, data: DataTreeBuilder? = nil) {
        self.text = text
        self.file = file
        self.limits = limits
        self.data = data
        index = PositionIndex(text)
    }

    /// The tree, or what is wrong.
    mutating func result() -> MarkupResult {
        if diagnostics.isEmpty, root == nil {
            malformed(XMLProblem("The document has no root element"), at: text.count)
        }
        return MarkupResult(root: diagnostics.isEmpty ? root : nil, diagnostics: diagnostics)
    }

    /// - Parameters:
    ///   - declarations: Of namespaces, as attributes; only data need them.
    ///   - offset: Just after the last attribute of the tag, or after the reference in the expansion of an entity.
    ///   - inEntity: Whether the tag stands in an entity's value.
    /// - Returns: Whether to go on.
    mutating func startElement(
        _ name: ParsedName, attributes: [ParsedAttribute], declarations: [ParsedAttribute], at offset: Int,
        inEntity: Bool
    ) -> Bool {
        flushText()
        let tag = inEntity ? nil : StartTag(endingAt: offset, in: text)
        let start = tag?.start ?? offset
        guard open.count < limits.depth else {
            add(.tooDeep(limit: limits.depth, file: file, at: index.position(at: start)))
            return false
        }
        // First: places are found quickest in their order.
        let position = index.position(at: start)
        let placed = attributes.map { placedAttribute($0, in: tag, at: start) }
        let own = { (name: String) in placed.first { $0.prefix == "xml" && $0.name == name }?.value }
        open.append(
            OpenElement(
                name: name, attributes: placed, position: position,
                language: own("lang") ?? open.last?.language, base: URIBase.inner(own("base"), in: open.last?.base)))
        data?.startElement(name, attributes + declarations)
        contentStart = inEntity ? offset : endOfTag(from: offset)
        return countDelivered(attributes.reduce(0) { $0 + $1.value.utf8.count }, at: start)
    }

    /// - Parameter offset: Just after the tag.
    mutating func endElement(at offset: Int) {
        flushText()
        contentStart = offset
        guard let ended = open.popLast() else { return }
        data?.endElement()
        let element = MarkupElement(
            name: ended.name.local, prefix: ended.name.prefix, namespace: ended.name.namespace,
            attributes: ended.attributes, children: ended.children, position: ended.position,
            language: ended.language, base: ended.base)
        if open.isEmpty {
            root = element
        } else {
            open[open.count - 1].children.append(.element(element))
        }
    }

    /// - Parameter offset: Where the parser is: before the text or after it.
    /// - Parameter isCDATA: Whether they are a CDATA section.
    /// - Returns: Whether to go on.
    mutating func characters(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, isCDATA: Bool = false) -> Bool {
        if let data {
            let text = String(decoding: bytes, as: UTF8.self)
            if isCDATA { data.cdataSection(text) } else { data.text(text) }
        }
        let start = startOfText(bytes, near: offset)
        if pendingPosition == nil { pendingPosition = start ?? contentStart }
        if pendingIsBlank, let word = bytes.firstIndex(where: { !$0.isXMLSpace }) {
            pendingIsBlank = false
            pendingPosition = start.map { $0 + word } ?? contentStart
        }
        let piece = String(decoding: bytes, as: UTF8.self)
        if pendingText.isEmpty { pendingText = piece } else { pendingText += piece }
        contentStart = start.map { $0 + bytes.count } ?? max(contentStart, offset)
        return countDelivered(bytes.count, at: offset)
    }

    /// Where in the document these bytes stand; nil when they come from a reference. libxml2 is sometimes before them
    /// and sometimes after, and leaves out CR.
    private func startOfText(_ bytes: UnsafeBufferPointer<UInt8>, near offset: Int) -> Int? {
        text.withUnsafeBytes { text in
            func stand(at start: Int) -> Bool {
                guard start >= 0, start + bytes.count <= text.count, let here = text.baseAddress,
                    let there = bytes.baseAddress
                else { return false }
                return memcmp(here + start, there, bytes.count) == 0
            }
            if stand(at: contentStart) { return contentStart }
            if stand(at: contentStart + 1) { return contentStart + 1 }
            return stand(at: offset) ? offset : stand(at: offset - bytes.count) ? offset - bytes.count : nil
        }
    }

    /// Whether the document is read as data.
    var isForData: Bool { data != nil }

    /// The internal subset says that this attribute has the type ID.
    func declareID(_ attribute: String, of element: String) { data?.declareID(attribute, of: element) }

    /// A comment ended here.
    mutating func comment(_ text: String, endingAt offset: Int) {
        data?.comment(text)
        contentStart = offset
    }

    /// A processing instruction ended here.
    mutating func processingInstruction(_ target: String, _ content: String, endingAt offset: Int) {
        data?.processingInstruction(target, content)
        contentStart = offset
    }

    mutating func declareExternalEntity(_ name: String) { externalEntities.insert(name) }

    func isExternalEntity(_ name: String) -> Bool { externalEntities.contains(name) }

    /// - Returns: Whether to go on.
    mutating func entityReference(at offset: Int) -> Bool {
        referenceCount += 1
        guard referenceCount > limits.references else { return true }
        let message = "More than \(limits.references) references to entities"
        add(.expansion(message, file: file, at: index.position(at: offset)))
        return false
    }

    mutating func unknownEntity(_ name: String, at offset: Int) {
        let external = externalEntities.contains(name)
        let start = max(0, offset - name.utf8.count - 2)
        add(.unknownEntity(name, external: external, file: file, at: index.position(at: start)))
    }

    /// libxml2 looks up a parameter entity: where it is declared, or just behind a reference to it.
    /// - Returns: Whether to go on.
    mutating func parameterEntity(_ name: String, at offset: Int) -> Bool {
        let reference = Array("%\(name);".utf8)
        let start = max(0, offset - reference.count)
        guard text[start...].starts(with: reference) else { return true }
        let position = index.position(at: start)
        let isExternal = externalEntities.contains("%" + name)
        add(
            isExternal
                ? .unknownEntity("%" + name, external: true, file: file, at: position)
                : .parameterEntity("%" + name, file: file, at: position))
        return false
    }

    mutating func malformed(_ problem: XMLProblem, at offset: Int) {
        let position = index.position(at: offset)
        // What libxml2 says next of the same place follows from the first.
        guard diagnostics.last?.position != position else { return }
        add(.malformed(problem, file: file, at: position))
    }

    mutating func tooMuchExpansion(at offset: Int) {
        add(.expansion("Entities expand to too much", file: file, at: index.position(at: offset)))
    }

    private mutating func add(_ diagnostic: Diagnostic) {
        if diagnostics.count < Self.mostDiagnostics { diagnostics.append(diagnostic) }
    }

    private mutating func flushText() {
        if let position = pendingPosition, !open.isEmpty {
            let text = MarkupText(text: pendingText, position: index.position(at: position))
            open[open.count - 1].children.append(.text(text))
        }
        pendingText = ""
        pendingPosition = nil
        pendingIsBlank = true
    }

    private mutating func countDelivered(_ bytes: Int, at offset: Int) -> Bool {
        deliveredBytes += bytes
        guard deliveredBytes > text.count + limits.expansion else { return true }
        tooMuchExpansion(at: offset)
        return false
    }

    private mutating func placedAttribute(_ attribute: ParsedAttribute, in tag: StartTag?, at start: Int)
        -> MarkupAttribute
    {
        let written = attribute.name.prefix.map { "\($0):\(attribute.name.local)" } ?? attribute.name.local
        let place = tag?.place(of: written, in: text) ?? StartTag.Place(name: start, value: start)
        return MarkupAttribute(
            name: attribute.name.local, prefix: attribute.name.prefix, namespace: attribute.name.namespace,
            value: attribute.value, position: index.position(at: place.name),
            valuePosition: index.position(at: place.value))
    }

    private func endOfTag(from offset: Int) -> Int {
        (text[min(offset, text.count)...].firstIndex(of: UInt8(ascii: ">")) ?? offset) + 1
    }
}
