import CallControl

/// Documents of `<data>` in messages.
extension ByteWriter {
    mutating func write(_ tree: DataTree) {
        write(tree.nodes) { writer, node in
            writer.write(UInt8(node.kind.rawValue))
            writer.write(node.name)
            for text in [node.prefix, node.localName, node.namespace, node.value] {
                writer.write(text) { $0.write($1) }
            }
            writer.write(node.parent) { $0.write(number: $1) }
            for indices in [node.children, node.attributes] { writer.write(indices) { $0.write(number: $1) } }
            writer.write(node.isID)
        }
    }
}

extension ByteReader {
    mutating func dataTree() throws(BadMessage) -> DataTree {
        DataTree(nodes: try list { reader throws(BadMessage) in try reader.dataNode() })
    }

    private mutating func dataNode() throws(BadMessage) -> DataTree.Node {
        guard let kind = DataTree.Kind(rawValue: Int(try read(UInt8.self))) else { throw BadMessage() }
        func text(_ reader: inout Self) throws(BadMessage) -> String? {
            try reader.optional { reader throws(BadMessage) in try reader.string() }
        }
        func number(_ reader: inout Self) throws(BadMessage) -> Int { try reader.number() }
        var node = DataTree.Node(kind, name: try string())
        node.prefix = try text(&self)
        node.localName = try text(&self)
        node.namespace = try text(&self)
        node.value = try text(&self)
        node.parent = try optional(number)
        node.children = try list(number)
        node.attributes = try list(number)
        node.isID = try bool()
        return node
    }
}
