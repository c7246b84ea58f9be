public import CallControl
public import Diagnostics

extension MarkupReader {
    /// Reads a document as data, with its comments, processing instructions and CDATA sections.
    /// - Returns: nil when it is not well-formed or beyond a limit, and why.
    public static func readData(
        _ bytes: [UInt8], charset: String? = nil, file: String
    ) -> (DataTree?, [Diagnostic]) {
        let data = DataTreeBuilder()
        let result = read(bytes, charset: charset, file: file, limits: .default, data: data)
        return (result.root == nil ? nil : DataTree(nodes: data.nodes), result.diagnostics)
    }
}

/// Lists the nodes of a document as the parser comes to them.
final class DataTreeBuilder {
    private(set) var nodes = [DataTree.Node(.document, name: "#document")]
    /// The elements that are open, the document first.
    private var open = [0]

    /// Names of elements and attributes whose type is ID by the document's own DTD.
    private var ids: Set<[String]> = []

    func declareID(_ attribute: String, of element: String) { ids.insert([element, attribute]) }

    func startElement(_ name: ParsedName, _ attributes: [ParsedAttribute]) {
        let element = add(
            DataTree.Node(
                .element, name: name.qualified, prefix: name.prefix, localName: name.local, namespace: name.namespace))
        for attribute in attributes {
            nodes.append(
                DataTree.Node(
                    .attribute, name: attribute.name.qualified, prefix: attribute.name.prefix,
                    localName: attribute.name.local, namespace: attribute.name.namespace, value: attribute.value,
                    parent: element, isID: isID(attribute.name.qualified, of: name.qualified)))
            nodes[element].attributes.append(nodes.count - 1)
        }
        open.append(element)
    }

    private func isID(_ attribute: String, of element: String) -> Bool {
        attribute == "xml:id" || !ids.isEmpty && ids.contains([element, attribute])
    }

    func endElement() { open.removeLast() }

    /// Text that comes in several pieces is one node.
    func text(_ text: String) {
        guard open.count > 1 else { return }
        if let last = nodes[open[open.count - 1]].children.last, nodes[last].kind == .text {
            nodes[last].value? += text
        } else {
            add(DataTree.Node(.text, name: "#text", value: text))
        }
    }

    func cdataSection(_ text: String) { add(DataTree.Node(.cdataSection, name: "#cdata-section", value: text)) }
    func comment(_ text: String) { add(DataTree.Node(.comment, name: "#comment", value: text)) }

    func processingInstruction(_ target: String, _ content: String) {
        add(DataTree.Node(.processingInstruction, name: target, value: content))
    }

    @discardableResult
    private func add(_ node: DataTree.Node) -> Int {
        let parent = open[open.count - 1]
        nodes.append(node)
        nodes[nodes.count - 1].parent = parent
        nodes[parent].children.append(nodes.count - 1)
        return nodes.count - 1
    }
}

extension ParsedName {
    /// As it is written.
    fileprivate var qualified: String { prefix.map { "\($0):\(local)" } ?? local }
}
