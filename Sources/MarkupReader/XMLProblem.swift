import CLibXML2

/// Why a document is no XML, in words for whoever wrote it.
struct XMLProblem {
    let message: String
    let hint: String

    init(_ message: String, hint: String = "The document must be well-formed XML 1.0.") {
        self.message = message
        self.hint = hint
    }

    /// libxml2's own words, where they are plain, and others for the slips that people make.
    init(_ error: xmlError) {
        let said = error.message.map { String(cString: $0) } ?? "Not well-formed"
        let line = said.split(whereSeparator: \.isNewline).joined(separator: " ")
        self =
            switch xmlParserErrors(rawValue: UInt32(error.code)) {
            case XML_ERR_NAME_REQUIRED where line.contains("EntityRef"), XML_ERR_ENTITYREF_SEMICOL_MISSING:
                XMLProblem("An & begins no entity here", hint: "Write &amp; for an &.")
            case XML_ERR_LT_IN_ATTRIBUTE:
                XMLProblem("A < stands in the value of an attribute", hint: "Write &lt; for it.")
            case XML_ERR_ATTRIBUTE_NOT_STARTED:
                XMLProblem("The value of an attribute has no quotes", hint: "Write name=\"value\".")
            case XML_ERR_ATTRIBUTE_WITHOUT_VALUE: XMLProblem(line, hint: "Write name=\"value\".")
            case XML_ERR_TAG_NAME_MISMATCH, XML_ERR_TAG_NOT_FINISHED:
                XMLProblem(
                    line, hint: "An element ends before the one it stands in: <a><b></b></a>, or <b/> if it is empty.")
            case XML_ERR_INVALID_ENCODING,
                XML_ERR_INVALID_CHAR where line.hasPrefix("Input is not proper"):
                XMLProblem(
                    "The bytes here are not of the document's encoding",
                    hint: "Save it as UTF-8, or name its encoding: <?xml version=\"1.0\" encoding=\"…\"?>.")
            case XML_ERR_INVALID_CHAR, XML_ERR_INVALID_CHARREF:
                XMLProblem(
                    "XML does not allow the character here",
                    hint: "Of the control characters it has tab, line feed and carriage return only.")
            case XML_NS_ERR_UNDEFINED_NAMESPACE:
                XMLProblem(line, hint: "Declare the prefix here or in an element around it: xmlns:PREFIX=\"…\".")
            case XML_ERR_RESERVED_XML_NAME:
                XMLProblem(line, hint: "Nothing may stand before the XML declaration, not even white space.")
            default: XMLProblem(line)
            }
    }
}
