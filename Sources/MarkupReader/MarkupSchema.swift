import CLibXML2
public import Diagnostics

/// A RELAX NG schema, compiled by libxml2. Not `Sendable`: libxml2 completes a schema while it is used.
public final class MarkupSchema {
    private let schema: xmlRelaxNGPtr

    /// Compiles a schema in XML syntax.
    /// - Throws: `MarkupSchemaError` for a text that is none.
    public init(_ text: String) throws(MarkupSchemaError) {
        SAXParser.initialize()
        let bytes = Array(text.utf8)
        let problems = LibXMLErrors()
        let compiled = bytes.withUnsafeBytes { bytes -> xmlRelaxNGPtr? in
            guard let memory = bytes.bindMemory(to: CChar.self).baseAddress,
                let context = xmlRelaxNGNewMemParserCtxt(memory, Int32(bytes.count))
            else { return nil }
            defer { xmlRelaxNGFreeParserCtxt(context) }
            return problems.collect { handler, pointer in
                xmlRelaxNGSetParserStructuredErrors(context, handler, pointer)
                return xmlRelaxNGParse(context)
            }
        }
        guard let compiled else {
            throw MarkupSchemaError(message: problems.errors.first?.message ?? "it is no RELAX NG schema")
        }
        schema = compiled
    }

    deinit { xmlRelaxNGFree(schema) }

    /// Holds a document against the schema.
    /// - Parameters:
    ///   - bytes: A document that `MarkupReader` has read to `root`: well-formed, within its limits.
    ///   - file: The path or URI that diagnostics carry.
    /// - Returns: What is wrong, nil when nothing is: libxml2's first complaint, which the others follow from.
    public func problem(in bytes: [UInt8], root: MarkupElement, file: String) -> Diagnostic? {
        guard case .success(let text) = TextDecoding.utf8(from: bytes), text.count < Int32.max else { return nil }
        let options =
            XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_NOENT.rawValue
            | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        let document = text.withUnsafeBytes { bytes in
            xmlReadMemory(
                bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), nil, nil, Int32(options))
        }
        guard let document else { return nil }
        defer { xmlFreeDoc(document) }
        // libxml2 reads the elements of an entity without the namespaces around the reference.
        guard document.pointee.intSubset?.pointee.entities == nil else { return nil }
        guard let context = xmlRelaxNGNewValidCtxt(schema) else { return nil }
        defer { xmlRelaxNGFreeValidCtxt(context) }
        let problems = LibXMLErrors()
        let result = problems.collect { handler, pointer in
            xmlRelaxNGSetValidStructuredErrors(context, handler, pointer)
            return xmlRelaxNGValidateDoc(context, document)
        }
        guard result != 0 else { return nil }
        let first = problems.errors.first
        let number = first?.node.flatMap { ElementNumber.of($0, in: document) }
        let element = number.flatMap { root.element(number: $0) } ?? root
        return .againstSchema(first?.message, file: file, at: element.position)
    }
}

/// Why a text is no schema.
public struct MarkupSchemaError: Error, Hashable, Sendable {
    public var message: String
}

/// Where an element stands among all of a document, in document order.
private enum ElementNumber {
    static func of(_ node: xmlNodePtr, in document: xmlDocPtr) -> Int? {
        var number = 0
        var next = xmlDocGetRootElement(document)
        while let current = next {
            if current == node { return number }
            number += 1
            next = following(current)
        }
        return nil
    }

    private static func following(_ element: xmlNodePtr) -> xmlNodePtr? {
        if let child = xmlFirstElementChild(element) { return child }
        var current: xmlNodePtr? = element
        while let node = current, node.pointee.type == XML_ELEMENT_NODE {
            if let next = xmlNextElementSibling(node) { return next }
            current = node.pointee.parent
        }
        return nil
    }
}

extension MarkupElement {
    /// The element with that number in document order, this one having 0.
    fileprivate func element(number: Int) -> MarkupElement? {
        var left = number
        var waiting = [self]
        while let element = waiting.popLast() {
            if left == 0 { return element }
            left -= 1
            waiting += element.childElements.reversed()
        }
        return nil
    }
}
