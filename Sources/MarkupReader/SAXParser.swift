import CLibXML2

/// libxml2's SAX2 interface: the one place that sees its pointers.
///
/// Entities are left to libxml2 in its mode for SAX users, where it announces the content of an entity at each
/// reference; nothing outside the document has a handler that could load it.
enum SAXParser {
    /// What the callbacks get: the builder, and the context of the whole document. While an entity is expanded libxml2
    /// parses its value with an inner context, but the outer one tells where in the document that is.
    private final class Run {
        var builder: TreeBuilder
        let context: xmlParserCtxtPtr

        init(builder: TreeBuilder, context: xmlParserCtxtPtr) {
            self.builder = builder
            self.context = context
        }

        /// The namespace that came last. libxml2 keeps each name once.
        private var latestNamespace: (pointer: UnsafePointer<xmlChar>, text: String)?

        /// The text of a namespace; the same text for the same one.
        func namespace(_ pointer: UnsafePointer<xmlChar>?) -> String? {
            guard let pointer else { return nil }
            if let latestNamespace, latestNamespace.pointer == pointer { return latestNamespace.text }
            let text = String(cString: pointer)
            latestNamespace = (pointer, text)
            return text
        }

        /// The byte in the document that the parser has come to.
        var offset: Int {
            guard context.pointee.inputNr > 0, let inputs = context.pointee.inputTab, let input = inputs[0],
                let current = input.pointee.cur, let base = input.pointee.base
            else { return 0 }
            return Int(input.pointee.consumed) + (current - base)
        }

        /// Whether an entity is being expanded.
        var isInEntity: Bool { context.pointee.depth > 0 }

        func stop(unless goOn: Bool) {
            if !goOn { xmlStopParser(context) }
        }

        static func of(_ pointer: UnsafeMutableRawPointer?) -> Run? {
            pointer.map { Unmanaged<Run>.fromOpaque($0).takeUnretainedValue() }
        }
    }

    /// Makes libxml2's global tables, once, before any thread parses.
    private static let initialized: Void = xmlInitParser()

    static func initialize() { initialized }

    /// Parses a document in UTF-8 without a byte order mark.
    static func parse(_ text: [UInt8], into builder: inout TreeBuilder) {
        initialized
        guard !text.isEmpty, text.count < Int32.max else { return }
        text.withUnsafeBytes { bytes in
            let memory = bytes.bindMemory(to: CChar.self).baseAddress
            guard let context = xmlCreateMemoryParserCtxt(memory, Int32(text.count)) else { return }
            defer { free(context) }
            let run = Run(builder: builder, context: context)
            context.pointee.sax.pointee = handler()
            context.pointee.userData = Unmanaged.passUnretained(run).toOpaque()
            xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue))
            // Not by the option: with that one libxml2 announces the content of an entity twice.
            context.pointee.replaceEntities = 1
            withExtendedLifetime(run) { _ = xmlParseDocument(context) }
            builder = run.builder
        }
    }

    private static func free(_ context: xmlParserCtxtPtr) {
        if let declarations = context.pointee.myDoc { xmlFreeDoc(declarations) }
        context.pointee.myDoc = nil
        xmlFreeParserCtxt(context)
    }

    private static func handler() -> xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startElementNs = { run, name, prefix, namespace, declared, declarations, count, _, attributes in
            guard let run = Run.of(run) else { return }
            let goOn = run.builder.startElement(
                ParsedName(name, prefix, run.namespace(namespace)),
                attributes: SAXParser.parsedAttributes(attributes, count: Int(count), in: run),
                declarations: run.builder.isForData ? SAXParser.declarations(declarations, count: Int(declared)) : [],
                at: run.offset, inEntity: run.isInEntity)
            run.stop(unless: goOn)
        }
        handler.endElementNs = { run, _, _, _ in
            guard let run = Run.of(run) else { return }
            run.builder.endElement(at: run.offset)
        }
        handler.characters = addCharacters
        handler.ignorableWhitespace = addCharacters
        handler.cdataBlock = addCDATA
        handler.comment = { run, text in
            Run.of(run).map { $0.builder.comment(text.map { String(cString: $0) } ?? "", endingAt: $0.offset) }
        }
        handler.processingInstruction = { run, target, content in
            Run.of(run).map {
                $0.builder.processingInstruction(
                    target.map { String(cString: $0) } ?? "", content.map { String(cString: $0) } ?? "",
                    endingAt: $0.offset)
            }
        }
        handler.attributeDecl = { run, element, name, type, _, _, values in
            xmlFreeEnumeration(values)
            guard let element, let name, UInt32(type) == XML_ATTRIBUTE_ID.rawValue else { return }
            Run.of(run)?.builder.declareID(String(cString: name), of: String(cString: element))
        }
        handler.getEntity = findEntity
        handler.entityDecl = { run, name, type, _, _, _ in
            guard let name else { return }
            switch UInt32(type) {
            case XML_EXTERNAL_GENERAL_PARSED_ENTITY.rawValue:
                Run.of(run)?.builder.declareExternalEntity(String(cString: name))
            case XML_EXTERNAL_PARAMETER_ENTITY.rawValue:
                Run.of(run)?.builder.declareExternalEntity("%" + String(cString: name))
            default: break
            }
        }
        handler.getParameterEntity = { run, name in
            guard let run = Run.of(run), let name else { return nil }
            let goOn = run.builder.parameterEntity(String(cString: name), at: run.offset)
            run.stop(unless: goOn)
            return nil
        }
        handler.serror = reportError
        return handler
    }

    private static let addCharacters: charactersSAXFunc = { run, text, count in
        guard let run = Run.of(run), let text, count > 0 else { return }
        let goOn = run.builder.characters(UnsafeBufferPointer(start: text, count: Int(count)), at: run.offset)
        run.stop(unless: goOn)
    }

    private static let addCDATA: cdataBlockSAXFunc = { run, text, count in
        guard let run = Run.of(run), let text, count > 0 else { return }
        let bytes = UnsafeBufferPointer(start: text, count: Int(count))
        let goOn = run.builder.characters(bytes, at: run.offset, isCDATA: true)
        run.stop(unless: goOn)
    }

    private static let findEntity: getEntitySAXFunc = { run, name in
        guard let run = Run.of(run), let name else { return nil }
        guard run.builder.entityReference(at: run.offset) else {
            run.stop(unless: false)
            return nil
        }
        // libxml2 has put what the internal subset declares into a document of its own making.
        let entity = run.context.pointee.myDoc.flatMap { xmlGetDocEntity($0, name) }
        let title = String(cString: name)
        if let entity, !run.builder.isExternalEntity(title) { return entity }
        run.builder.unknownEntity(title, at: run.offset)
        return nil
    }

    private static let reportError: xmlStructuredErrorFunc = { run, error in
        guard let run = Run.of(run), let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
        switch xmlParserErrors(rawValue: UInt32(error.pointee.code)) {
        // The handler of entities has reported it, with the name.
        case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY: break
        case XML_ERR_ENTITY_LOOP: run.builder.tooMuchExpansion(at: run.offset)
        default: run.builder.malformed(XMLProblem(error.pointee), at: run.offset)
        }
    }

    private static let namespaceOfDeclarations = "http://www.w3.org/2000/xmlns/"

    /// - Parameter declarations: Two pointers each: prefix, nil for the default namespace, and URI.
    private static func declarations(
        _ declarations: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
    ) -> [ParsedAttribute] {
        guard let declarations else { return [] }
        return (0..<count).map { number in
            let prefix = declarations[number * 2].map { String(cString: $0) }
            return ParsedAttribute(
                name: ParsedName(
                    local: prefix ?? "xmlns", prefix: prefix.map { _ in "xmlns" }, namespace: namespaceOfDeclarations),
                value: declarations[number * 2 + 1].map { String(cString: $0) } ?? "")
        }
    }

    /// - Parameter attributes: Five pointers each: local name, prefix, namespace, start and end of the value.
    private static func parsedAttributes(
        _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int, in run: Run
    ) -> [ParsedAttribute] {
        guard let attributes else { return [] }
        return (0..<count).map { number in
            let fields = attributes + number * 5
            let name = ParsedName(fields[0], fields[1], run.namespace(fields[2]))
            guard let start = fields[3], let end = fields[4] else { return ParsedAttribute(name: name, value: "") }
            let value = String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
            return ParsedAttribute(name: name, value: value)
        }
    }
}

extension ParsedName {
    fileprivate init(
        _ local: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?, _ namespace: String?
    ) {
        self.init(
            local: local.map { String(cString: $0) } ?? "", prefix: prefix.map { String(cString: $0) },
            namespace: namespace)
    }
}
